/**
 * The signs that say something; each is one cell wide. Terminals that show ASCII alone get others in their place
 * (`terminal/ascii.ts`).
 */
export const marks = {
  cursor: '▸',
  selected: '☑',
  unselected: '☐',
  inRange: '▣',
  textCursor: '▏',
  meterFull: '▰',
  meterEmpty: '▱',
  up: '↑',
  down: '↓',
  ready: '●',
  occupied: '◉',
  notReady: '◐',
  offline: '○',
  done: '✓',
  failed: '✗',
  changed: '≠',
  /** Not taken by the account. */
  refused: '!',
  /** What comes, becomes different, and goes. */
  added: '+',
  updated: '~',
  removed: '−',
  /** Eighths of a cell, from none to a full one. */
  bars: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  /** A line across a chart. */
  limit: '┄',
  dot: '·',
  ellipsis: '…',
  /** Stands for no value, and between the ends of a range. */
  dash: '–',
  times: '×',
  arrow: '→',
  arrowBack: '←',
} as const;
