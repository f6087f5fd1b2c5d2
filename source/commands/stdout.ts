import { once } from 'node:events';

/** Writes results; resolves when there is room for more, so that a slow reader slows us and not our memory. */
export async function print(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await once(process.stdout, 'drain');
}

const pieceLength = 64 * 1024;

/** Writes many small texts in a few big pieces. */
export async function printAll(texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    await print(piece);
    piece = '';
  }
  await print(piece);
}
