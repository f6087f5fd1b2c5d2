import { expect, it } from 'vitest';
import { makeLook } from '../../source/components/look.ts';
import { asciiMarks } from '../../source/components/marks.ts';
import { keyLabel } from '../../source/keys/key-labels.ts';
import { commandTable } from '../../source/screens/command-table.ts';
import { keyText } from '../../source/screens/key-text.ts';

const ascii = makeLook(0, 'ascii');
const printable = /^[ -~]*$/;

it('writes every command, its keys and its hint in ASCII where that is set', () => {
  for (const { title, keys, hintKeys = '' } of commandTable)
    expect([title, ...[...keys.map(keyLabel), hintKeys].map(text => keyText(text, ascii))].join(' ')).toMatch(
      printable,
    );
  expect(Object.values(asciiMarks).flat().join('')).toMatch(printable);
});

it('names arrow keys, which no sign stands for that is not a key itself', () => {
  expect(keyText('↑↓', ascii)).toBe('Up/Down');
  expect(keyText('← →', ascii)).toBe('Left/Right');
  expect(keyText(`${keyLabel('shift+up')} ${keyLabel('alt+up')}`, ascii)).toBe('Shift+Up Alt+Up');
  expect(keyText('Shift+↑↓', ascii)).toBe('Shift+Up/Down');
  expect(keyText('< >', ascii)).toBe('< >');
  expect(keyText('↑↓', makeLook(0, 'unicode'))).toBe('↑↓');
});
