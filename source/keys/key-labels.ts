import { capitalized } from '../roster/text/words.ts';

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
  backspace: 'Backspace',
  space: 'space',
};

/** How a key is written for people: `ctrl+r` → `Ctrl+R`, `pageup` → `PgUp`. */
export function keyLabel(key: string): string {
  const named = labels[key];
  if (named) return named;
  const chord = /^(ctrl|alt|shift)\+(.+)$/.exec(key);
  if (!chord) return key;
  const [, modifier = '', rest = ''] = chord;
  return `${capitalized(modifier)}+${labels[rest] ?? rest.toUpperCase()}`;
}

const arrowNames: Record<string, string> = { '↑': 'Up', '↓': 'Down', '←': 'Left', '→': 'Right' };

/** Labels of keys without arrows: `← →` → `Left/Right`. Signs in their place would be taken for other keys. */
export function withoutArrows(labels: string): string {
  return labels.replace(/[↑↓←→](?: ?[↑↓←→])*/g, arrows =>
    Array.from(arrows.replaceAll(' ', ''), arrow => arrowNames[arrow]).join('/'),
  );
}
