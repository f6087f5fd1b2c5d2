import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputParser } from '../../source/terminal/input-parser.ts';

function parse(text: string): string[] {
  const parser = createInputParser(1000);
  return [...parser.push(text), ...parser.flush()];
}

/** Keys as a terminal sends them in each mode: the key as it is sent plainly, and in other ways. */
const same: [name: string, plain: string, ...others: string[]][] = [
  ['Ctrl+C', '\x03', '\x1b[27;5;99~', '\x1b[99;5u', '\x1b[67;46;3;1;8;1_', '\x1b[99;5:1u', '\x1b[99;133u'],
  ['Ctrl+C, held', '\x03', '\x1b[99;5:2u', '\x1b[99:67;6u', '\x1b[27;6;67~'],
  ['Ctrl+C on Cyrillic letters', '\x03', '\x1b[1089::99;5u', '\x1b[67;46;0;1;8;1_'],
  ['G', 'G', '\x1b[27;2;71~', '\x1b[103:71;2u', '\x1b[103;2u', '\x1b[103;2;71u', '\x1b[71;34;71;1;16;1_'],
  ['G by Caps Lock', 'G', '\x1b[103;65u', '\x1b[71;34;71;1;128;1_'],
  [
    'a',
    'a',
    '\x1b[97u',
    '\x1b[97;1u',
    '\x1b[97;;97u',
    '\x1b[65;30;97;1;0;1_',
    '\x1b[97;129u',
    '\x1b[97:65;66u',
  ],
  ['A', 'A', '\x1b[97:65;2u', '\x1b[65;30;65;1;16;1_'],
  ['?', '?', '\x1b[47:63;2u', '\x1b[27;2;63~', '\x1b[47;2;63u', '\x1b[191;53;63;1;16;1_'],
  ['@ by AltGr', '@', '\x1b[81;16;64;1;9;1_', '\x1b[113;;64u'],
  ['é', 'é', '\x1b[233u', '\x1b[50;3;233;1;0;1_', '\x1b[27;1;233~'],
  ['É', 'É', '\x1b[233;2u', '\x1b[233:201;2u'],
  ['a letter and its accent', 'e\u0301', '\x1b[101;;101:769u'],
  ['Space', ' ', '\x1b[32u', '\x1b[32;2u', '\x1b[32;57;32;1;0;1_'],
  ['Ctrl+Space', '\0', '\x1b[32;5u', '\x1b[27;5;32~', '\x1b[32;57;32;1;8;1_'],
  ['Enter', '\r', '\x1b[13u', '\x1b[27;5;13~', '\x1b[13;2u', '\x1b[57414u', '\x1b[13;28;13;1;0;1_'],
  ['Tab', '\t', '\x1b[9u', '\x1b[27;5;9~', '\x1b[9;15;9;1;0;1_', '\x1b[105;5u', '\x1b[27;5;105~'],
  ['Shift+Tab', '\x1b[Z', '\x1b[9;2u', '\x1b[27;2;9~', '\x1b[9;15;9;1;16;1_'],
  ['Backspace', '\x7f', '\x1b[127u', '\x1b[127;2u', '\x1b[27;2;127~', '\x1b[8;14;8;1;0;1_'],
  ['Alt+Backspace', '\x1b\x7f', '\x1b[127;3u', '\x1b[27;3;127~', '\x1b[8;14;8;1;2;1_'],
  ['Esc', '\x1b', '\x1b[27u', '\x1b[27;1u', '\x1b[27;1;27~', '\x1b[27;1;27;1;0;1_'],
  ['Alt+b', '\x1bb', '\x1b[98;3u', '\x1b[27;3;98~', '\x1b[66;48;98;1;2;1_'],
  ['Alt+B', '\x1bB', '\x1b[98:66;4u', '\x1b[27;4;66~', '\x1b[66;48;66;1;18;1_'],
  ['Up', '\x1b[A', '\x1b[57419u', '\x1b[38;72;0;1;256;1_'],
  ['Ctrl+Left', '\x1b[1;5D', '\x1b[57417;5u', '\x1b[37;75;0;1;264;1_'],
  ['Delete', '\x1b[3~', '\x1b[57426u', '\x1b[46;83;0;1;256;1_'],
  [
    '7 and * of the keypad',
    '7*',
    '\x1b[57406u\x1b[57411u',
    '\x1bOw\x1bOj',
    '\x1b[103;71;55;1;32;1_\x1b[106;55;42;1;0;1_',
  ],
  ['j three times', 'jjj', '\x1b[74;36;106;1;0;3_', '\x1b[106u\x1b[106;1:2u\x1b[106;1:2u\x1b[106;1:3u'],
];

/** What is no key that a plain terminal would send: keys let go, Shift by itself, a lock, Super, half of a character. */
const nothing = [
  '\x1b[97;1:3u',
  '\x1b[67;46;3;0;8;1_',
  '\x1b[16;42;0;1;16;1_',
  '\x1b[57441;2u',
  '\x1b[57358u',
  '\x1b[99;9u',
  '\x1b[27;9;99~',
  '\x1b[0;0;55357;1;0;1_',
  // Only the terminal knows what Shift makes of it: on a German keyboard it is no ?.
  '\x1b[47;2u',
];

describe('a key is the same in every keyboard mode', () => {
  it.each(same)('%s', (_, plain, ...others) => {
    for (const other of others) expect({ other, keys: parse(other) }).toEqual({ other, keys: parse(plain) });
  });

  it.each(nothing)('%j is no key', sequence => expect(parse(`a${sequence}b`)).toEqual(['a', 'b']));

  it('is every letter with every key that is held', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const held = fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() });
    fc.assert(
      fc.property(letter, held, (small, { shift, alt, ctrl }) => {
        // Ctrl with Alt has no plain form that can be told from Esc and then a key.
        fc.pre(!(ctrl && alt));
        const typed = shift ? small.toUpperCase() : small;
        // Nor has Alt+P: so begins an answer of the terminal.
        fc.pre(!(alt && typed === 'P'));
        const byte = ctrl ? String.fromCharCode(small.charCodeAt(0) - 96) : typed;
        const keys = parse((alt ? '\x1b' : '') + byte);
        const modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (ctrl ? 4 : 0);
        const state = (shift ? 16 : 0) + (alt ? 2 : 0) + (ctrl ? 8 : 0);
        const virtual = typed.toUpperCase().charCodeAt(0);
        expect(parse(`\x1b[${small.charCodeAt(0)};${modifiers}u`)).toEqual(keys);
        expect(parse(`\x1b[27;${modifiers};${typed.charCodeAt(0)}~`)).toEqual(keys);
        expect(parse(`\x1b[${virtual};1;${byte.charCodeAt(0)};1;${state};1_`)).toEqual(keys);
      }),
    );
  });
});
