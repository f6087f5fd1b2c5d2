import { meaningOf } from './people-columns.ts';
import { fieldOf } from './user-columns.ts';

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
 * outside quotes. A first line `sep=;`, which Excel writes and obeys, says it outright. Blank lines and those that tools
 * write before the header are passed over. `text` is the beginning of the file with line feeds as line breaks. Returns undefined
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
    const first = text.slice(start, header.end);
    if (!isBeforeHeader(first, told ?? header.separator) || (ended && header.end >= text.length))
      return { separator: told ?? header.separator, start, line };
    told ??= toldSeparator(first);
    start = header.end;
  }
}

/** `sep=;` of Excel. */
const separatorLine = /^"?sep=([,;\t])"?$/i;
/** `#TYPE System.Object` of PowerShell, `version:v1.0` of Entra's templates; a spreadsheet adds separators to them. */
const toolLine = /^"?(?:#TYPE [^,;\t]*|version:\s*v?\d[\d.]*)"?[,;\t\s]*$/i;
/** A remark, unless it names columns: `# Id,Email,First name` is a header. */
const remark = /^"?#(?: |[^,;\t]*$)/;

function isBeforeHeader(line: string, separator: Separator): boolean {
  return (
    separatorLine.test(line) || isToolLine(line) || (remark.test(line) && !namesColumns(line, separator))
  );
}

/** Whether one of the cells is called as a column for the address is, or half of them as others that are known. */
function namesColumns(line: string, separator: Separator): boolean {
  const cells = line.split(separator).filter(cell => /[^\s"#]/.test(cell));
  const known = cells.filter(cell => meaningOf(cell) !== undefined || fieldOf(cell) !== undefined);
  const address = known.some(cell => meaningOf(cell)?.field === 'user_email');
  return address || (known.length > 0 && known.length * 2 >= cells.length);
}

/** Whether a line is what tools write before a header: where files are put together, it stands between rows. */
export function isToolLine(line: string): boolean {
  return toolLine.test(line);
}

function toldSeparator(line: string): Separator | undefined {
  const mark = separatorLine.exec(line)?.[1];
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
