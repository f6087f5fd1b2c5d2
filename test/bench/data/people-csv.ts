import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeCsv } from '../../../source/csv/write.ts';
import { everybody } from './made-up.ts';

const columns = ['user_email', 'first_name', 'last_name', 'display_name', 'department'] as const;

/** Writes the account's people as a directory would export them; `most` stops it early. */
export async function writePeopleCsv(
  path: string,
  users: number,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  await pipeline(Readable.from(writeCsv(columns, rows(users, most))), createWriteStream(path));
}

function* rows(users: number, most: number): Generator<string[]> {
  for (const person of everybody(users)) {
    if (person.number > most) return;
    yield columns.map(column => person[column]);
  }
}
