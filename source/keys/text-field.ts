import { segments } from '../roster/text/graphemes.ts';
import { longestTyped } from '../roster/text/typed-text.ts';

/** One line of text being typed. The cursor is a position between characters (graphemes), not bytes. */
export interface TextField {
  value: string;
  /** UTF-16 position, always at the edge of a grapheme. */
  cursor: number;
}

export function textField(value = ''): TextField {
  return { value, cursor: value.length };
}

/** The field after a key; null if the key means nothing to a text field. Pasted line breaks become spaces. */
export function typeKey(field: TextField, key: string, text: string): TextField | null {
  const edit = edits[key];
  if (edit) return edit(field);
  if (text === '') return null;
  return insert(field, text.replace(/\s+/g, ' '));
}

const edits: Record<string, (field: TextField) => TextField> = {
  backspace: field => cut(field, before(field), field.cursor),
  delete: field => cut(field, field.cursor, after(field)),
  'ctrl+u': () => textField(),
  'ctrl+w': field => cut(field, wordBefore(field), field.cursor),
  'alt+backspace': field => cut(field, wordBefore(field), field.cursor),
  left: field => ({ ...field, cursor: before(field) }),
  right: field => ({ ...field, cursor: after(field) }),
  home: field => ({ ...field, cursor: 0 }),
  end: field => ({ ...field, cursor: field.value.length }),
  'alt+left': field => ({ ...field, cursor: wordBefore(field) }),
  'alt+right': field => ({ ...field, cursor: wordAfter(field) }),
  'ctrl+left': field => ({ ...field, cursor: wordBefore(field) }),
  'ctrl+right': field => ({ ...field, cursor: wordAfter(field) }),
  'alt+b': field => ({ ...field, cursor: wordBefore(field) }),
  'alt+f': field => ({ ...field, cursor: wordAfter(field) }),
};

function insert(field: TextField, text: string): TextField {
  const room = Math.max(0, longestTyped - field.value.length);
  const added = text.slice(0, room).replace(/[\ud800-\udbff]$/, '');
  const value = field.value.slice(0, field.cursor) + added + field.value.slice(field.cursor);
  return edgeOf({ value, cursor: field.cursor + added.length });
}

/** What was typed may join its neighbors to one grapheme; the cursor goes behind it. */
function edgeOf(field: TextField): TextField {
  const inside = around(field.value, field.cursor);
  return inside ? { ...field, cursor: inside.index + inside.segment.length } : field;
}

function cut(field: TextField, from: number, to: number): TextField {
  return edgeOf({ value: field.value.slice(0, from) + field.value.slice(to), cursor: from });
}

function before({ value, cursor }: TextField): number {
  return [...segments(value.slice(0, cursor))].at(-1)?.index ?? 0;
}

function after({ value, cursor }: TextField): number {
  const [next] = segments(value.slice(cursor));
  return cursor + (next?.segment.length ?? 0);
}

function wordBefore({ value, cursor }: TextField): number {
  const at = value.slice(0, cursor).replace(/\S+\s*$/u, '').length;
  // A mark on a blank belongs to the blank: both are one grapheme.
  return around(value, at)?.index ?? at;
}

function wordAfter({ value, cursor }: TextField): number {
  const rest = value.slice(cursor);
  const at = cursor + (/^\s*\S+/u.exec(rest)?.[0].length ?? rest.length);
  return edgeOf({ value, cursor: at }).cursor;
}

/** The grapheme that a position is inside of. */
function around(value: string, at: number): Intl.SegmentData | undefined {
  return [...segments(value)].find(({ index, segment }) => index < at && at < index + segment.length);
}
