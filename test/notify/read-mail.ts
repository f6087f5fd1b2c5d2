/** An e-mail as a mail program shows it. */
export interface ReadMail {
  /** A character a byte. */
  raw: string;
  /** By name in lower case; several of one name would be several entries. */
  headers: [name: string, value: string][];
  text: string;
  /** The outbox id in the message id. */
  id: string;
}

/** Reads what came over the wire; knows as much of MIME as these e-mails use. */
export function readMail(bytes: Buffer): ReadMail {
  const raw = bytes.toString('latin1');
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    });
  const header = (name: string) => headers.find(([key]) => key === name)?.[1] ?? '';
  const text = decodeBody(raw.slice(at + 4), header('content-transfer-encoding')).replaceAll('\r\n', '\n');
  return { raw, headers, text, id: /^<(.+)@/.exec(header('message-id'))?.[1] ?? '' };
}

/** The value of a header that is there once; fails otherwise. */
export function headerOf({ headers }: ReadMail, name: string): string {
  const found = headers.filter(([key]) => key === name.toLowerCase());
  if (found.length !== 1) throw new Error(`${name} is there ${found.length} times`);
  return found[0]?.[1] ?? '';
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : quoted(word.replaceAll('_', ' ')),
    )
    .replace(/[\x80-\xff]+/g, bytes => Buffer.from(bytes, 'latin1').toString());
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  const plain = encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body;
  return Buffer.from(plain, 'latin1').toString();
}

function quoted(text: string): string {
  return text.replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
