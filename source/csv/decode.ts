import type { Encoding } from './encoding.ts';
import { sniffEncoding, sniffOtherFormat } from './encoding.ts';
import { shown } from './problem.ts';

/** Thrown by `decodeCsv` after the last text that could be read. Its message is a sentence for people. */
export class UndecodableCsv extends Error {}

/** Bytes decoded at once: bounds memory also where the whole file comes as one chunk. */
const pieceLength = 64 * 1024;
const sniffLength = 8;
const saveAs = 'Save it as "CSV UTF-8 (Comma delimited)" (in Excel: File > Save As) and import that file.';

/**
 * Decodes the bytes of a CSV file to text, as a stream: UTF-8 or UTF-16, with a byte order mark or without;
 * the mark is left out. Text that is neither is not guessed at, because a wrong guess would put wrong names
 * into the database unnoticed: everything before it is yielded, then `UndecodableCsv` is thrown.
 */
export async function* decodeCsv(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let encoding: Encoding | undefined;
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of input) {
    let bytes: Uint8Array = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!encoding) {
      if (bytes.length < sniffLength) {
        rest = Buffer.from(bytes);
        continue;
      }
      encoding = openEncoding(bytes);
      bytes = bytes.subarray(encoding.markLength);
    }
    while (bytes.length > 0) {
      const piece = bytes.subarray(0, pieceLength);
      const whole = encoding.wholeLength(piece);
      if (whole > 0) yield* decodePiece(encoding, piece.subarray(0, whole));
      bytes = bytes.subarray(whole);
      if (piece.length < pieceLength) break;
    }
    rest = Buffer.from(bytes);
  }
  if (!encoding) {
    encoding = openEncoding(rest);
    rest = rest.subarray(encoding.markLength);
  }
  if (rest.length > 0) yield* decodePiece(encoding, rest);
}

function openEncoding(head: Uint8Array): Encoding {
  const other = sniffOtherFormat(head);
  if (other) throw new UndecodableCsv(`The file is ${other}, not CSV. ${saveAs}`);
  return sniffEncoding(head);
}

function* decodePiece(encoding: Encoding, bytes: Uint8Array): Generator<string> {
  const text = tryDecode(encoding, bytes);
  if (text !== undefined) {
    if (text !== '') yield text;
    return;
  }
  const validLength = longestValid(encoding, bytes);
  const valid = tryDecode(encoding, bytes.subarray(0, validLength)) ?? '';
  if (valid !== '') yield valid;
  const byte = bytes[validLength]!.toString(16).toUpperCase().padStart(2, '0');
  const before =
    valid
      .slice(-20)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const where = before === '' ? '' : ` after ${shown(before)}`;
  throw new UndecodableCsv(
    `The file is not ${encoding.name} text: byte 0x${byte}${where}. It may have been saved as plain "CSV", ` +
      `which keeps accents only for computers set up alike. ${saveAs}`,
  );
}

/** Length of the longest beginning of `bytes` that can be decoded and ends with a whole character. */
function longestValid(encoding: Encoding, bytes: Uint8Array): number {
  const wholeBefore = (length: number) => encoding.wholeLength(bytes.subarray(0, length));
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (tryDecode(encoding, bytes.subarray(0, wholeBefore(middle))) === undefined) invalid = middle;
    else valid = middle;
  }
  return wholeBefore(valid);
}

function tryDecode(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return encoding.decode(bytes);
  } catch {
    return undefined;
  }
}
