/** The first `limit` characters (code points) of `text`, with dots where something was left out. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text.slice(0, 2 * limit + 2));
  if (characters.length <= limit) return text;
  return `${characters.slice(0, limit).join('')}...`;
}

/** A value as a sentence shows it, in double quotes: a cell of a file may be as long as the file. */
export function quoted(text: string): string {
  return `"${cutText(text, shownLimit)}"`;
}

/** So many characters of a value are shown in a sentence, and carried by a problem. */
export const shownLimit = 60;
export const valueLimit = 200;
