import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandWords } from '../../source/commands/shell/command-words.ts';

it.each<[string, string[]]>([
  ['', []],
  ['  \t ', []],
  ['list --queue Billing --format json', ['list', '--queue', 'Billing', '--format', 'json']],
  ['list\t--search  "ana silva" ', ['list', '--search', 'ana silva']],
  ["show 'it\"s' \"it's\" it\\'s", ['show', 'it"s', "it's", "it's"]],
  ['a""b \'\' "" c\\ d', ['ab', '', '', 'c d']],
  ['"a\\"b\\\\c\\$d\\`e\\f"', ['a"b\\c$d`e\\f']],
  ["'a\\'", ['a\\']],
  ['"a\\\nb" c\\\nd', ['ab', 'cd']],
  ['"a\nb"', ['a\nb']],
  ['"a;b" c\\|d', ['a;b', 'c|d']],
  ['edit x --set display_name=(clear)', ['edit', 'x', '--set', 'display_name=(clear)']],
  ['席尔瓦 \u00a0x', ['席尔瓦', '\u00a0x']],
  ['list\n', ['list']],
  ['\n list \\\n \n', ['list']],
])('%j is %j', (line, words) => {
  expect(commandWords(line)).toEqual(words);
});

it.each(['$HOME', '$(id)', '`id`', '$x', '*', '~', '~root', '!!', '#x', '{a,b}', '%1', '[a-z]', '?'])(
  'nothing is expanded: %s',
  word => {
    expect(commandWords(`show ${word}`)).toEqual(['show', word]);
    expect(commandWords(`show "${word}"`)).toEqual(['show', word]);
  },
);

it.each(['"a', "'a", 'a\\', '"a\\"', '"\\', 'a\'b"c'])('what is left open is wrong usage: %s', line => {
  expect(() => commandWords(line)).toThrow(expect.objectContaining({ exitCode: 2 }));
});

it.each([
  'list; id',
  'list;id',
  'list | head',
  'list && id',
  'list &',
  'list > f',
  'list < f',
  'list\nid',
  'list\r\nid',
])('what only a shell could do is wrong usage: %j', line => {
  expect(() => commandWords(line)).toThrow(expect.objectContaining({ exitCode: 2 }));
});

it('words are those of a real shell, whatever is quoted how', () => {
  const plain = fc.stringMatching(/^[a-z0-9._@=%+,:/-]{1,8}$/);
  const quoted = fc.string({ unit: fc.constantFrom(...'ab \'"\\$`;|&<>*~(){}[]!#\n\té') });
  const piece = fc.oneof(
    plain,
    quoted.map(text => `'${text.replaceAll("'", '')}'`),
    quoted.map(text => `"${text.replace(/[\\"$`]/g, '\\$&')}"`),
    fc.constantFrom(...' ;|&<>*"\'\\$`~#').map(sign => `\\${sign}`),
  );
  const word = fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join(''));
  const lines = fc.array(word, { minLength: 1, maxLength: 6 }).map(words => words.join(' '));
  // One shell reads many lines: starting it is what takes long.
  fc.assert(
    fc.property(fc.array(lines, { minLength: 20, maxLength: 40 }), many => {
      const script = many.map(line => `printf '%s\\0' ${line}\nprintf '\\001\\0'`).join('\n');
      const shown = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
      const words = shown.split('\x01\0').map(each => each.split('\0').slice(0, -1));
      expect(many.map(commandWords)).toEqual(words.slice(0, -1));
    }),
    { numRuns: 10 },
  );
});

it('any line is words or wrong usage', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), line => {
      try {
        expect(commandWords(line).every(word => typeof word === 'string')).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ exitCode: 2 });
      }
    }),
  );
});
