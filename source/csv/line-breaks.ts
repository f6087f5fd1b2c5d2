/**
 * Makes every line break of a streamed text a single line feed: CRLF (Windows), CR (old Mac) and LF alike, also
 * inside quoted cells, and where CR and LF of one break come in different chunks. So lines are counted the same
 * for every file.
 */
export async function* unifyLineBreaks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let endedInReturn = false;
  for await (const chunk of chunks) {
    if (chunk === '') continue;
    const text = endedInReturn && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
    endedInReturn = chunk.endsWith('\r');
    if (text !== '') yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}
