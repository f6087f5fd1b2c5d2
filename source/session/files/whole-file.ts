import { closeSync, openSync, realpathSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';

/** A file that appears under its name only when it is whole; what was there before stays until then. */
export interface WholeFile {
  write(texts: AsyncIterable<string>): Promise<void>;
  /** Where somebody else may write it meanwhile. */
  part: string;
  /** Brings it to the disk and gives it its name. */
  keep(): Promise<void>;
  /** Removes what there is of it, unless it was kept. May be called more than once. */
  discard(): Promise<void>;
}

/** Names and e-mails are nobody else's business on a shared machine. */
const onlyOwner = 0o600;

/**
 * Begins the file `path`. What is no plain file, such as a terminal or a pipe, is written to as it is. Throws what the
 * operating system says where nothing can be written.
 */
export async function beginFile(path: string): Promise<WholeFile> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
  if (there && !there.isFile()) return asItIs(path, await open(path, 'w'));
  // A link goes on leading to the file.
  const named = there ? realpathSync(path) : path;
  const part = `${named}.${process.pid}.part`;
  const clear = () => rmSync(part, { force: true });
  // A signal leaves no time to come back here.
  process.on('exit', clear);
  const end = () => process.off('exit', clear);
  let file: FileHandle;
  try {
    // Made in this very turn: what is still being made while the program exits would stay.
    closeSync(openSync(part, 'wx', onlyOwner));
    file = await open(part, 'r+');
  } catch (error) {
    end();
    throw error;
  }
  return {
    part,
    write: texts => writeAll(file, texts),
    async keep() {
      await file.sync();
      await file.close();
      await rename(part, named);
      end();
    },
    async discard() {
      await file.close().catch(() => {});
      clear();
      end();
    },
  };
}

function asItIs(path: string, file: FileHandle): WholeFile {
  return {
    part: path,
    write: texts => writeAll(file, texts),
    keep: () => file.close(),
    discard: () => file.close().catch(() => {}),
  };
}

async function writeAll(file: FileHandle, texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) await file.write(text);
}
