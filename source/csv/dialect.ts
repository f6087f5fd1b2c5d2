/** Characters that may stand between cells. */
export type Separator = ',' | ';' | '\t';

/** How the file is written, and where its header begins. */
export interface Dialect {
  separator: Separator;
  /** Index in the text where the header row begins. */
  start: number;
  /** The 1-based line on which the header row begins. */
  line: number;
}

/** More than any header needs: past it the separator is told by what is there. */
const headerLimit = 64 * 1024;
const separators: readonly Separator[] = [',', ';', '\t'];

/**
 * Tells the separator by the header row: the one of comma, semicolon and tab that stands in it most often,
 * outside quotes. A first line `sep=;`, which Excel writes and obeys, says it outright. Blank lines before the
 * header are passed over. `text` is the beginning of the file with line feeds as line breaks. Returns undefined
 * while the header's end is not in it, unless `ended`. A header of one column counts as separated by commas.
 */
export function detectDialect(text: string, ended: boolean): Dialect | undefined {
  let start = 0;
  let line = 1;
  let told: Separator | undefined;
  for (;;) {
    while (text[start] === '\n') {
      start++;
      line++;
    }
    const header = scanHeader(text, start);
    if (!header.complete && !ended && text.length - start < headerLimit) return undefined;
    const named = told ? undefined : toldSeparator(text.slice(start, header.end));
    if (!named) return { separator: told ?? header.separator, start, line };
    told = named;
    start = header.end;
  }
}

function toldSeparator(line: string): Separator | undefined {
  const mark = /^"?sep=([,;\t])"?$/i.exec(line)?.[1];
  return separators.find(separator => separator === mark);
}

function scanHeader(text: string, start: number) {
  const counts = new Map<string, number>(separators.map(separator => [separator, 0]));
  const limit = Math.min(text.length, start + headerLimit);
  let quoted = false;
  let end = start;
  for (; end < limit; end++) {
    const character = text[end]!;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') break;
    else if (counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  const separator = separators.reduce((best, other) =>
    counts.get(other)! > counts.get(best)! ? other : best,
  );
  return { separator, end, complete: text[end] === '\n' };
}
