import { someOf } from '../whole.ts';
import { floods, lettersOfTheWorld } from './naughty-letters.ts';

/** Text that has broken programs of many kinds, by what it is after. Invisible characters are written as escapes. */

const characters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => `a${String.fromCharCode(first + n)}b`);

/** Control characters: alone, and as the sequences that a terminal would obey. */
const controls = {
  escapes: [
    '\x1b[2J\x1b[H',
    '\x1b[31mred\x1b[0m',
    '\x1b[?1049l',
    '\x1b[?25l\x1b[?1000h',
    '\x1b[6n',
    '\x1b[c',
    '\x1bc',
    '\x1b(0lqqk\x1b(B',
  ],
  strings: [
    '\x1b]52;c;cm0gLXJmIH4=\x07',
    '\x1b]0;title\x07',
    '\x1b]2;title\x1b\\',
    '\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\',
    '\x1b]52;c;?\x07',
    '\x1bP$q"p\x1b\\',
    '\x1bPtmux;\x1b\x1b]0;x\x07\x1b\\',
    '\x1b_Ga=T;AAAA\x1b\\',
    '\x1b^privacy\x1b\\',
    '\x1bXstring\x1b\\',
  ],
  eightBit: ['\x9b31mred', '\x9d0;title\x9c', '\x90q\x9c', ...characters(0x7f, 0x9f)],
  // First what a terminal only obeys; NUL is a thing of its own.
  control: [...characters(1, 31), '\x0e\x0fshift', 'back\b\b\b\b', 'bell\x07\x07', 'tab\tbed'],
  nul: ['nul\0byte', 'a\0b'],
  lines: ['two\nlines', 'over\rwritten', 'two\r\nlines', 'next\u0085line', 'page\fbreak\v'],
} as const;

/** What moves or hides its surroundings without being seen; allowed in names, never drawn. */
const invisibles = {
  directions: [
    '\u202egnp.exe',
    '\u202dleft\u202c',
    '\u202bembedded\u202c',
    '\u2066isolated\u2069',
    '\u2067rtl',
    '\u2068first\u2069strong',
    'mark\u200e\u200f\u061cs',
  ],
  unseen: [
    'zero\u200bwidth\u200cspaces\u200d',
    'word\u2060joiner',
    '\ufeffbom',
    'soft\u00adhyphen',
    '\u{e0001}\u{e0061}\u{e0064}\u{e006d}tags',
    'filler\u3164\u115f\u1160\uffa0',
    'braille\u2800blank',
    '\ufff9annotated\ufffabase\ufffb',
    'invisible\u2062times\u2063and\u2064plus',
    'selector\ufe0f\ufe0e\u{e0100}',
    '\u180emongolian',
  ],
  separators: ['\u2028line\u2028separator', 'paragraph\u2029separator'],
  unassigned: ['non\ufdd0character\uffff\u{10ffff}', 'private\ue000use\u{f0000}', 'replaced \ufffd'],
} as const;

/** Half a character: what files in UTF-16 and programs in JavaScript can hold, and databases can't. */
export const loneSurrogates = [
  '\ud800',
  'a\ud83d',
  '\ude00b',
  'x\udfff\ud800y',
  '\ud83d\ud83d\ude00',
] as const;

/** What other languages than the reader's own would run. */
const code = {
  sql: [
    "'; DROP TABLE users; --",
    "' OR 1=1 --",
    '1) UNION SELECT * FROM people --',
    "Robert'); DELETE FROM people;--",
    '"; VACUUM INTO "/tmp/x"; --',
    '?1 :name @name $name',
  ],
  patterns: ['%_%', '100%', '_under_score_', '[a-z]*', '*?[!x]', '(a+)+$', '.*', '[', '(?<!x)'],
  searches: [
    'a" OR "b',
    'NEAR(a b, 2)',
    'a AND b OR NOT c',
    'AND',
    'OR',
    'NOT',
    'search_key : ana',
    '{search_key} : "a"',
    '^ana',
    'ana*',
    '-ana',
    '+ana + b',
    '(((((',
    ')))',
  ],
  quotes: ['"unclosed', '"', '""', '\\', '\\\\" \\x00 \\u001b', "'single", 'it\'s "quoted" `thrice`'],
  shell: [
    '$(touch hacked)',
    '`touch hacked`',
    '; touch hacked',
    '| touch hacked',
    '&& touch hacked &',
    '> hacked',
    '$\u007bHOME} $HOME ~',
    '!! !$',
  ],
  options: ['--help', '-rf', '--', '-'],
  paths: ['../../../../etc/passwd', '/etc/passwd%00.csv', 'C:\\con\\nul', 'file:///etc/passwd'],
  markup: [
    '<script>alert(1)</script>',
    '<b>&amp;&#27;</b>',
    "javascript:alert('x')",
    '{"a": [1, null]}',
    '[[{}]]',
  ],
  templates: ['%s%s%n%d%x', '{0} {name} {email} {role}', '{{7*7}} $\u007b7*7} <%= 7 %>'],
  cells: ['a,b', 'a;b', 'a|b'],
  formulas: [
    '=1+1',
    '=HYPERLINK("http://evil.example","x")',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '＝1＋1',
    "''=1",
    "'=1+1",
    "'t Hooft",
  ],
  mail: ['a@b.example, c@d.example', 'Subject: x', '<a@b.example>'],
} as const;

/** Words and numbers that programs take for something else, and marks of our own. */
const words = {
  nothings: ['null', 'NULL', 'undefined', 'NaN', 'Infinity', 'true', 'false', 'nil', 'None'],
  properties: ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'],
  numbers: ['9007199254740993', '0', '-0', '1e309', '0x10', '007', '1.0', '9223372036854775808', '1/2/2026'],
  ours: ['Billing (supervisor)', '(clear)', '(CLEAR)', '(varies)', '(both)', 'Spanish=4', 'all', '*'],
  spaces: ['\u00a0\u3000spaces\u2003', ' leading', 'trailing ', 'two  spaces', ' ', ''],
} as const;

/** All of them by kind, the most telling of a kind first. */
const naughty: Readonly<Record<string, readonly string[]>> = {
  ...{ ...controls, ...invisibles, loneSurrogates, ...code, ...words },
  ...{ ...lettersOfTheWorld, ...floods },
};

const kinds = new Map(
  Object.entries(naughty).flatMap(([kind, texts]) => texts.map(text => [text, kind] as const)),
);

export const naughtyStrings: readonly string[] = Object.values(naughty).flat();

/** One of each kind; all in the long run. */
export const someNaughty = someNaughtyOf(naughtyStrings);

/** One of each kind that is among these; all of these in the long run. */
export function someNaughtyOf(texts: readonly string[]): readonly string[] {
  return someOf(texts, text => kinds.get(text));
}

/** What a rule refuses wherever a name is set: control characters. */
export function isRefused(text: string): boolean {
  return /\p{Cc}/u.test(text.trim());
}

/** Those of at most `length` characters that may be a name, as they are kept. */
export function names(length: number): string[] {
  const kept = naughtyStrings
    .filter(text => text.isWellFormed() && !isRefused(text))
    .map(text => text.trim().normalize('NFC'))
    .filter(text => text !== '' && text.toLowerCase() !== '(clear)' && [...text].length <= length);
  return [...new Set(kept)];
}
