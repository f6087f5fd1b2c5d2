import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Data } from './cache.ts';
import { type ListedUser, readUserLine } from './user-line.ts';

/** Every user of the data, one after the other; the whole list would not fit into memory comfortably. */
export async function* listedUsers(data: Data): AsyncGenerator<ListedUser> {
  for await (const line of createInterface({ input: createReadStream(data.list) })) yield readUserLine(line);
}
