import { expect, test } from 'vitest';
import { decodeCsv, UndecodableCsv } from '../../source/csv/decode.ts';
import { all, cutAt, inChunks } from './chunks.ts';
import { encodeText, textEncodings } from './serialize.ts';

const text = 'user_email;Ünï\r\n"佐藤, 太郎";𠮷野家\rשרה\n';
const decoded = async (chunks: AsyncIterable<Uint8Array>) => (await all(decodeCsv(chunks))).join('');

test.each(textEncodings)('%s is read whatever the chunks', async encoding => {
  const bytes = encodeText(text, encoding);
  for (let at = 0; at <= bytes.length; at++) expect(await decoded(cutAt(bytes, at))).toBe(text);
  expect(await decoded(inChunks(bytes, 1))).toBe(text);
});

test.each(textEncodings)('a large chunk of %s is decoded in pieces', async encoding => {
  const long = text.repeat(5000);
  const pieces = await all(decodeCsv(inChunks(encodeText(long, encoding), Infinity)));
  expect(pieces.join('')).toBe(long);
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(65_536);
});

test('files shorter than a byte order mark', async () => {
  expect(await decoded(inChunks(Buffer.from('')))).toBe('');
  expect(await decoded(inChunks(Buffer.from('a')))).toBe('a');
  expect(await decoded(inChunks(Buffer.from('é')))).toBe('é');
  expect(await decoded(inChunks(Buffer.from('\uFEFF')))).toBe('');
});

async function failure(bytes: Uint8Array, size: number) {
  const read: string[] = [];
  try {
    for await (const piece of decodeCsv(inChunks(bytes, size))) read.push(piece);
  } catch (error) {
    return { read: read.join(''), error: error as Error };
  }
  throw new Error('was decoded');
}

test.each([1, 2, 3, 7, 1000])('windows-1252 is refused at its first accent, in chunks of %i', async size => {
  const { read, error } = await failure(Buffer.from('Email,Name\na@b.example,José', 'latin1'), size);
  expect(read).toBe('Email,Name\na@b.example,Jos');
  expect(error).toBeInstanceOf(UndecodableCsv);
  expect(error.message).toContain('not UTF-8 text: byte 0xE9');
  expect(error.message).toContain('CSV UTF-8 (Comma delimited)');
});

test('what came before the bad byte is read and named', async () => {
  const { read, error } = await failure(Buffer.from('Ana\nJos\xe9 Silva', 'latin1'), 1000);
  expect(read).toBe('Ana\nJos');
  expect(error.message).toContain('byte 0xE9 after "Jos"');
});

test('a file cut off inside a character is refused', async () => {
  expect((await failure(Buffer.from('Zoë').subarray(0, 3), 10)).read).toBe('Zo');
  const utf16 = encodeText('Zoë', 'utf-16le-bom');
  expect((await failure(utf16.subarray(0, -1), 10)).error.message).toContain('not UTF-16 text');
  expect((await failure(Buffer.from('\uFEFFa\ud83d', 'utf16le'), 10)).read).toBe('a');
});

test('a workbook is named as such', async () => {
  const { error } = await failure(Buffer.from('PK\x03\x04 and so on'), 2);
  expect(error.message).toContain('workbook, not CSV');
});
