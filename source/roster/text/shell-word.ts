/** A text as one word of a command line that somebody may paste into a shell: in quotes where it needs them. */
export function shellWord(text: string): string {
  return /^[\w@%+:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
