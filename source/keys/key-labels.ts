const labels: Record<string, string> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  backspace: 'Backspace',
  space: 'space',
};

/** How a key is written for people: `ctrl+r` → `Ctrl+R`, `pageup` → `PgUp`. */
export function keyLabel(key: string): string {
  const named = labels[key];
  if (named) return named;
  const chord = /^(ctrl|alt)\+(.+)$/.exec(key);
  if (!chord) return key;
  const modifier = chord[1] === 'ctrl' ? 'Ctrl' : 'Alt';
  const rest = chord[2] ?? '';
  return `${modifier}+${labels[rest] ?? rest.toUpperCase()}`;
}
