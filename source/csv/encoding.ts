/** How the bytes of a file become text. */
export interface Encoding {
  name: 'UTF-8' | 'UTF-16';
  /** Length of the byte order mark, in bytes. */
  markLength: number;
  /** Decodes whole characters; throws on what is not text in this encoding. */
  decode(bytes: Uint8Array): string;
  /** How many of the bytes make whole characters: the rest begins one that the next chunk ends. */
  wholeLength(bytes: Uint8Array): number;
}

/**
 * Tells the encoding by the first bytes of a file (four are enough, fewer only where the file is that short):
 * by its byte order mark, or by the zero bytes of a UTF-16 file without one, which begins with a Latin header.
 * Everything else is taken for UTF-8.
 */
export function sniffEncoding(head: Uint8Array): Encoding {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf8(3);
  if (a === 0xff && b === 0xfe) return utf16('le', 2);
  if (a === 0xfe && b === 0xff) return utf16('be', 2);
  if (a && b === 0 && (c === undefined || (c && d === 0))) return utf16('le', 0);
  if (a === 0 && b && (c === undefined || (c === 0 && d))) return utf16('be', 0);
  return utf8(0);
}

const binary: Readonly<Record<string, string>> = {
  '504b0304': 'an Excel or OpenDocument workbook',
  d0cf11e0: 'an old Excel workbook (.xls)',
  '25504446': 'a PDF',
  '1f8b0800': 'compressed (gzip)',
  '1f8b0808': 'compressed (gzip)',
};
const webPage = /^<[!?a-z]/i;
const json = /^(?:\{\s*"|\[\s*[{"[])/;

/** What the file is, where its first bytes (eight are enough) say that it is no table of text at all. */
export function sniffOtherFormat(head: Uint8Array): string | undefined {
  const signature = Buffer.from(head.subarray(0, 4)).toString('hex');
  if (Object.hasOwn(binary, signature)) return binary[signature];
  const { markLength } = sniffEncoding(head);
  const text = Buffer.from(head.subarray(markLength, 8)).toString('latin1');
  return webPage.test(text) ? 'a web page or XML' : json.test(text) ? 'JSON' : undefined;
}

function utf8(markLength: number): Encoding {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    name: 'UTF-8',
    markLength,
    decode: bytes => decoder.decode(bytes),
    wholeLength(bytes) {
      // A character has at most four bytes, so only the last three can begin one that goes on.
      for (let back = 1; back <= 3 && back <= bytes.length; back++) {
        const byte = bytes[bytes.length - back]!;
        if (byte < 0x80) return bytes.length;
        if (byte < 0xc0) continue;
        const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        return needed > back ? bytes.length - back : bytes.length;
      }
      return bytes.length;
    },
  };
}

function utf16(order: 'le' | 'be', markLength: number): Encoding {
  const decoder = new TextDecoder(`utf-16${order}`, { fatal: true, ignoreBOM: true });
  return {
    name: 'UTF-16',
    markLength,
    decode: bytes => decoder.decode(bytes),
    wholeLength(bytes) {
      const even = bytes.length - (bytes.length % 2);
      const highByte = bytes[order === 'le' ? even - 1 : even - 2] ?? 0;
      const endsInHighSurrogate = highByte >= 0xd8 && highByte <= 0xdb;
      return endsInHighSurrogate ? even - 2 : even;
    },
  };
}
