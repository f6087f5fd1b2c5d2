/**
 * `readme` with other text between two marks: `<!-- NAME: whatever made it -->` and `<!-- /NAME -->`. Throws if they are
 * not there.
 */
export function betweenMarks(readme: string, name: string, text: string): string {
  const begin = new RegExp(`<!-- ${name}: [^>]*-->`).exec(readme);
  const from = begin ? begin.index + begin[0].length : -1;
  const to = readme.indexOf(`<!-- /${name} -->`);
  if (from < 0 || to < from)
    throw new Error(`The README has lost its marks <!-- ${name}: … --> and <!-- /${name} -->.`);
  return `${readme.slice(0, from)}\n\n${text}\n\n${readme.slice(to)}`;
}
