/**
 * `page` with other text between two marks: `<!-- NAME: whatever made it -->` and `<!-- /NAME -->`. Throws if they are
 * not there.
 */
export function betweenMarks(page: string, name: string, text: string): string {
  const begin = new RegExp(`<!-- ${name}: [^>]*-->`).exec(page);
  const from = begin ? begin.index + begin[0].length : -1;
  const to = page.indexOf(`<!-- /${name} -->`);
  if (from < 0 || to < from)
    throw new Error(`A page has lost its marks <!-- ${name}: … --> and <!-- /${name} -->.`);
  return `${page.slice(0, from)}\n\n${text}\n\n${page.slice(to)}`;
}
