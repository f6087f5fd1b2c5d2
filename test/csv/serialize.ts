export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be' | 'utf-16be-bom';
export const textEncodings: readonly TextEncoding[] = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'utf-16be-bom',
];

/** How a file is written. */
export interface Layout {
  encoding: TextEncoding;
  separator: ',' | ';' | '\t';
  lineBreak: '\n' | '\r\n' | '\r';
  quoteAll: boolean;
}

/** What European editions of Excel write. */
export const europeanExcel: Partial<Layout> = { encoding: 'utf-8-bom', separator: ';', lineBreak: '\r\n' };
/** What Excel writes as "Unicode Text". */
export const unicodeText: Partial<Layout> = { encoding: 'utf-16le-bom', separator: '\t', lineBreak: '\r\n' };

/**
 * Text of a table in CSV, and the 1-based physical line on which each of its rows begins. Written by hand and not
 * with the program's own writer, so that a mistake there cannot hide one in the reader.
 */
export function serialize(table: readonly (readonly string[])[], layout: Omit<Layout, 'encoding'>) {
  const lines: number[] = [];
  let line = 1;
  let text = '';
  for (const row of table) {
    lines.push(line);
    const cells = row.map(cell =>
      layout.quoteAll || /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
    );
    const written = cells.join(layout.separator) + layout.lineBreak;
    line += written.split(/\r\n|\r|\n/).length - 1;
    text += written;
  }
  return { text, lines };
}

/** The bytes of a text, with a byte order mark where the encoding says so. */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  const marked = encoding.endsWith('-bom') ? `\uFEFF${text}` : text;
  if (encoding.startsWith('utf-8')) return Buffer.from(marked, 'utf8');
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
}
