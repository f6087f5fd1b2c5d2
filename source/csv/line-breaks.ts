/** Ctrl-Z, by which DOS ends a file. */
const endOfFile = '\u{1a}';
const byteOrderMark = '\u{feff}';
/** What programs leave at the beginning of a line where files are put together. */
const leftovers = new RegExp(`(^|\\n)[${byteOrderMark}${endOfFile}]+`, 'g');
const endsOfFile = new RegExp(`${endOfFile}+$`);

/**
 * Makes every line break of a streamed text a single line feed: CRLF (Windows), CR (old Mac) and LF alike, also
 * inside quoted cells, and where CR and LF of one break come in different chunks. So lines are counted the same
 * for every file. Byte order marks at the beginning of a line and Ctrl-Z there and at the end of the file are left out.
 */
export async function* unifyLineBreaks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let endedInReturn = false;
  let atLineStart = true;
  /** Ctrl-Z that the last chunk ended in: the end of the file, unless more text follows. */
  let held = '';
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    const text = endedInReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    endedInReturn = chunk.endsWith('\r');
    if (text === '') continue;
    const unified = held + (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
    const clean = unified.replace(leftovers, (all, start: string, at: number) =>
      start === '' && at === 0 && !atLineStart ? all : start,
    );
    held = endsOfFile.exec(clean)?.[0] ?? '';
    const whole = held === '' ? clean : clean.slice(0, -held.length);
    if (whole === '') continue;
    atLineStart = whole.endsWith('\n');
    yield whole;
  }
}
