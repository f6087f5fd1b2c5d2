import { floods, lettersOfTheWorld } from './naughty-letters.ts';

/** Text that has broken programs of many kinds, by what it is after. Invisible characters are written as escapes. */

/** Control characters: alone, and as the sequences that a terminal would obey. */
const controls = [
  ...Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`),
  ...Array.from({ length: 33 }, (_, code) => `a${String.fromCharCode(0x7f + code)}b`),
  '\x1b[2J\x1b[H',
  '\x1b[31mred\x1b[0m',
  '\x1b[?1049l',
  '\x1b[?25l\x1b[?1000h',
  '\x1b[6n',
  '\x1b[c',
  '\x1b]0;title\x07',
  '\x1b]2;title\x1b\\',
  '\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\',
  '\x1b]52;c;cm0gLXJmIH4=\x07',
  '\x1b]52;c;?\x07',
  '\x1bP$q"p\x1b\\',
  '\x1bPtmux;\x1b\x1b]0;x\x07\x1b\\',
  '\x1b_Ga=T;AAAA\x1b\\',
  '\x1b^privacy\x1b\\',
  '\x1bXstring\x1b\\',
  '\x1bc',
  '\x1b(0lqqk\x1b(B',
  '\x9b31mred',
  '\x9d0;title\x9c',
  '\x90q\x9c',
  '\x0e\x0fshift',
  'over\rwritten',
  'back\b\b\b\b',
  'bell\x07\x07',
  'tab\tbed',
  'two\nlines',
  'two\r\nlines',
  'next\u0085line',
  'page\fbreak\v',
  'nul\0byte',
] as const;

/** What moves or hides its surroundings without being seen; allowed in names, never drawn. */
const invisibles = [
  '\u202egnp.exe',
  '\u202dleft\u202c',
  '\u202bembedded\u202c',
  '\u2066isolated\u2069',
  '\u2067rtl',
  '\u2068first\u2069strong',
  'mark\u200e\u200f\u061cs',
  'zero\u200bwidth\u200cspaces\u200d',
  'word\u2060joiner',
  '\ufeffbom',
  'soft\u00adhyphen',
  '\u2028line\u2028separator',
  'paragraph\u2029separator',
  '\u{e0001}\u{e0061}\u{e0064}\u{e006d}tags',
  'filler\u3164\u115f\u1160\uffa0',
  'braille\u2800blank',
  '\ufff9annotated\ufffabase\ufffb',
  'invisible\u2062times\u2063and\u2064plus',
  'selector\ufe0f\ufe0e\u{e0100}',
  '\u180emongolian',
  'non\ufdd0character\uffff\u{10ffff}',
  'private\ue000use\u{f0000}',
  'replaced \ufffd',
] as const;

/** Half a character: what files in UTF-16 and programs in JavaScript can hold, and databases can't. */
export const loneSurrogates = [
  '\ud800',
  'a\ud83d',
  '\ude00b',
  'x\udfff\ud800y',
  '\ud83d\ud83d\ude00',
] as const;

/** What other languages than the reader's own would run. */
const code = [
  "'; DROP TABLE users; --",
  "' OR 1=1 --",
  '1) UNION SELECT * FROM people --',
  "Robert'); DELETE FROM people;--",
  '"; VACUUM INTO "/tmp/x"; --',
  '?1 :name @name $name',
  '100%',
  '_under_score_',
  '%_%',
  '[a-z]*',
  '*?[!x]',
  '"',
  '""',
  '"unclosed',
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
  'a" OR "b',
  '(((((',
  ')))',
  '\\',
  '\\\\" \\x00 \\u001b',
  '$(touch hacked)',
  '`touch hacked`',
  '; touch hacked',
  '| touch hacked',
  '&& touch hacked &',
  '> hacked',
  '$\u007bHOME} $HOME ~',
  '!! !$',
  'it\'s "quoted" `thrice`',
  '--help',
  '-rf',
  '--',
  '-',
  '../../../../etc/passwd',
  '/etc/passwd%00.csv',
  'C:\\con\\nul',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  '<b>&amp;&#27;</b>',
  "javascript:alert('x')",
  '{"a": [1, null]}',
  '[[{}]]',
  '%s%s%n%d%x',
  '{0} {name} {email} {role}',
  '{{7*7}} $\u007b7*7} <%= 7 %>',
  '(a+)+$',
  '.*',
  '[',
  '(?<!x)',
  'a,b',
  'a;b',
  'a|b',
  "'single",
  "''=1",
  "'=1+1",
  "'t Hooft",
  '=1+1',
  '=HYPERLINK("http://evil.example","x")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '＝1＋1',
  'Subject: x',
  'a@b.example, c@d.example',
  '<a@b.example>',
] as const;

/** Words and numbers that programs take for something else, and marks of our own. */
const words = [
  'null',
  'NULL',
  'undefined',
  'NaN',
  'Infinity',
  'true',
  'false',
  'nil',
  'None',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
  '0',
  '-0',
  '1e309',
  '0x10',
  '007',
  '1.0',
  '9007199254740993',
  '9223372036854775808',
  '1/2/2026',
  '(clear)',
  '(CLEAR)',
  '(varies)',
  '(both)',
  'Billing (supervisor)',
  'Spanish=4',
  'all',
  '*',
  ' leading',
  'trailing ',
  '\u00a0\u3000spaces\u2003',
  'two  spaces',
  ' ',
  '',
] as const;

const { scripts, emoji } = lettersOfTheWorld;

/** All of them by kind. */
export const naughty = { controls, invisibles, loneSurrogates, code, words, scripts, emoji, floods } as const;

export const naughtyStrings: readonly string[] = Object.values(naughty).flat();

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
