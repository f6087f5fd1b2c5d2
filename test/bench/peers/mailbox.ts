import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Data } from '../data/cache.ts';
import type { ListedUser } from '../data/user-line.ts';
import { listedUsers } from '../data/user-list.ts';

const date = 'Mon, 23 Nov 2026 08:00:00 +0000';

/** Writes the users as a mailbox, a message each: a mail program shows nothing else. */
export async function writeMailbox(data: Data, path: string): Promise<void> {
  await pipeline(Readable.from(blocks(data)), createWriteStream(path));
}

/** The first user of the list that is given to other programs. */
export async function firstUser(data: Data): Promise<ListedUser> {
  for await (const user of listedUsers(data)) return user;
  throw new Error(`Nobody is in ${data.list}.`);
}

async function* blocks(data: Data): AsyncGenerator<string> {
  let block = '';
  let number = 0;
  for await (const user of listedUsers(data)) {
    block += message(user, ++number);
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}

function message({ name, email, role, queues, presence, status }: ListedUser, number: number): string {
  return [
    'From roster Mon Nov 23 08:00:00 2026',
    `From: "${name}" <${email}>`,
    `Date: ${date}`,
    `Message-ID: <${number}@acme.example>`,
    `Subject: ${role} ${queues.join(', ')} ${presence} ${status}`,
    'Status: RO',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '',
    '',
  ].join('\n');
}
