import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TextField, textField, typeKey } from '../../source/keys/text-field.ts';
import { graphemes } from '../../source/terminal/width.ts';

const keys = [
  'left',
  'right',
  'home',
  'end',
  'backspace',
  'delete',
  'ctrl+w',
  'alt+left',
  'alt+right',
] as const;
const pieces = [
  'a',
  'é',
  'e',
  '\u0301',
  '席',
  '👩🏽‍💻',
  '👩',
  '\u200d',
  '🇵',
  '🇹',
  ' ',
  'नि',
  'क्',
  'ष',
  '\r\n',
  '\ud83d',
];
const edit = fc.oneof(
  fc.constantFrom(...keys).map(key => ({ key: key as string, text: '' })),
  fc.constantFrom(...pieces).map(text => ({ key: text, text })),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map(text => ({ key: 'paste', text })),
);

/** The places between graphemes, both ends included. */
function edges(value: string): number[] {
  let end = 0;
  return [0, ...graphemes(value).map(grapheme => (end += grapheme.length))];
}

function after(edits: readonly { key: string; text: string }[], field = textField()): TextField {
  return edits.reduce((before, { key, text }) => typeKey(before, key, text) ?? before, field);
}

it('keeps the cursor between graphemes, whatever is typed', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), edits => {
      const field = after(edits);
      expect(edges(field.value)).toContain(field.cursor);
    }),
  );
});

it('is one line', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '席', '\n', '\r\n', '\t', '\u2028', '\u2029', '\u0085')),
      parts => {
        expect(typeKey(textField('a'), 'paste', parts.join(''))?.value ?? '').not.toMatch(
          /[\n\r\t\u2028\u2029]/,
        );
      },
    ),
  );
});

it('takes away one whole grapheme', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'é', '席', '👩🏽‍💻', '🇵🇹', 'e\u0301'), { minLength: 1 }),
      parts => {
        const less = typeKey(textField(parts.join('')), 'backspace', '');
        expect(less?.value).toBe(graphemes(parts.join('')).slice(0, -1).join(''));
      },
    ),
  );
});

it('goes left and right by the same steps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const value = after([{ key: 'paste', text }]).value;
      const steps = graphemes(value).length;
      const there = after(Array(steps).fill({ key: 'left', text: '' }), textField(value));
      expect(there.cursor).toBe(0);
      expect(after(Array(steps).fill({ key: 'right', text: '' }), there).cursor).toBe(value.length);
    }),
  );
});

it('stays out of a mark on a blank', () => {
  const field = textField('a \u0301');
  expect(typeKey(field, 'alt+left', '')).toEqual({ ...field, cursor: 1 });
  expect(typeKey(field, 'ctrl+w', '')).toEqual(textField('a'));
  expect(typeKey({ value: ' \u0301b', cursor: 0 }, 'alt+right', '')?.cursor).toBe(3);
});

it('works by words, empties, and leaves other keys alone', () => {
  const field = textField('ana da silva');
  expect(typeKey(field, 'ctrl+w', '')).toEqual({ value: 'ana da ', cursor: 7 });
  expect(typeKey(field, 'alt+left', '')?.cursor).toBe(7);
  expect(typeKey({ ...field, cursor: 3 }, 'alt+right', '')?.cursor).toBe(6);
  expect(typeKey({ ...field, cursor: 4 }, 'delete', '')?.value).toBe('ana a silva');
  expect(typeKey(field, 'ctrl+u', '')).toEqual(textField());
  expect(typeKey(field, 'f5', '')).toBe(null);
});
