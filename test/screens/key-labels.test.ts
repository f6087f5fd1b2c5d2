import { expect, it } from 'vitest';
import { commandTable } from '../../source/app/command-table.ts';
import { keyLabel, withoutArrows } from '../../source/keys/key-labels.ts';

it('writes every command, its keys and its hint in ASCII where that is set', () => {
  for (const { title, keys, hintKeys = '' } of commandTable)
    expect([title, ...[...keys.map(keyLabel), hintKeys].map(withoutArrows)].join(' ')).toMatch(/^[ -~]*$/);
});

it('names arrow keys, which no sign stands for that is not a key itself', () => {
  expect(withoutArrows('↑↓')).toBe('Up/Down');
  expect(withoutArrows('← →')).toBe('Left/Right');
  expect(withoutArrows(`${keyLabel('shift+up')} ${keyLabel('alt+up')}`)).toBe('Shift+Up Alt+Up');
  expect(withoutArrows('Shift+↑↓')).toBe('Shift+Up/Down');
  expect(withoutArrows('< >')).toBe('< >');
});
