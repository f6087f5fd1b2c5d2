import type { Drawing } from '../roster/drawing.ts';

/** The signs that say something; each is one cell wide. */
export interface Marks {
  cursor: string;
  selected: string;
  unselected: string;
  inRange: string;
  textCursor: string;
  meterFull: string;
  meterEmpty: string;
  up: string;
  down: string;
  ready: string;
  occupied: string;
  notReady: string;
  offline: string;
  done: string;
  failed: string;
  changed: string;
  /** What comes, becomes different, and goes. */
  added: string;
  updated: string;
  removed: string;
  /** Eighths of a cell, from none to a full one. */
  bars: readonly string[];
  dot: string;
  line: string;
  side: string;
  corners: readonly [string, string, string, string];
  ellipsis: string;
  /** Stands for no value, and between the ends of a range. */
  dash: string;
  times: string;
  arrow: string;
}

export const unicodeMarks: Marks = {
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
  added: '+',
  updated: '~',
  removed: '−',
  bars: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  dot: '·',
  line: '─',
  side: '│',
  corners: ['╭', '╮', '╰', '╯'],
  ellipsis: '…',
  dash: '–',
  times: '×',
  arrow: '→',
};

/** For fonts and terminals without them. */
export const asciiMarks: Marks = {
  cursor: '>',
  selected: 'x',
  unselected: '.',
  inRange: '+',
  textCursor: '_',
  meterFull: '#',
  meterEmpty: '-',
  up: '^',
  down: 'v',
  ready: '*',
  occupied: '@',
  notReady: '%',
  offline: 'o',
  done: '*',
  failed: '!',
  changed: '!',
  added: '+',
  updated: '~',
  removed: '-',
  bars: [' ', '.', '.', ':', ':', '+', '+', '#', '#'],
  dot: '-',
  line: '-',
  side: '|',
  corners: ['+', '+', '+', '+'],
  ellipsis: '~',
  dash: '-',
  times: 'x',
  arrow: '>',
};

/** The marks of a setting. */
export function marksOf({ marks }: Pick<Drawing, 'marks'>): Marks {
  return marks === 'ascii' ? asciiMarks : unicodeMarks;
}
