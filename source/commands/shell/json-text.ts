// JSON.stringify leaves these as they are: 8-bit control characters, separators of lines, marks that turn text around.
const obeyed = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON, in which a terminal finds nothing to obey; on several lines where `indent` says so. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    obeyed,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
