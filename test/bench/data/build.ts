import { statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runWell } from '../process/command.ts';
import { entry, node } from '../process/node.ts';
import { newHireCount, newHires } from './made-up.ts';
import { writePeopleCsv } from './people-csv.ts';

/** What the building of the data took; it is measured once and kept with the data. */
export interface Built {
  people: number;
  /** Of `roster people import`. Seconds, bytes. */
  importSeconds: number;
  importPeak: number;
  /** Of importing a tenth of them. */
  smallPeople: number;
  smallImportPeak: number;
  /** Giving out the licenses. */
  licenseSeconds: number;
  /** Of the database. */
  bytes: number;
}

const giveLicenses = join(import.meta.dirname, 'give-licenses.ts');

/**
 * Makes a roster of so many users in `folder`: people from a CSV file by the program's own import, then a license with
 * three queues for each. `people.csv`, `roster.db`, `users.tsv` and `built.json` are there afterwards.
 */
export async function buildData(folder: string, users: number, tell: (step: string) => void): Promise<Built> {
  const csv = join(folder, 'people.csv');
  const db = join(folder, 'roster.db');
  const list = join(folder, 'users.tsv');
  const people = users + newHireCount;
  tell('writing the people as CSV');
  await writePeopleCsv(csv, users);
  tell('importing a tenth of the people');
  const smallPeople = Math.floor(people / 10);
  const small = await importSome(folder, users, smallPeople);
  tell('importing the people');
  await newRoster(db);
  const imported = await importPeople(db, csv);
  tell('giving out licenses');
  const licensed = await runWell(node, [giveLicenses, db, String(users), list]);
  // The demo buys few more than are in use, and the new hires will need some.
  await runWell(node, [entry, 'account', 'set', '--licenses', `essentials=${people}`, '--db', db]);
  // Whoever measures should not pay for writing down what was built.
  const built: Built = {
    people,
    importSeconds: imported.ms / 1000,
    importPeak: imported.peak,
    smallPeople,
    smallImportPeak: small.peak,
    licenseSeconds: Number(licensed.stdout),
    bytes: statSync(db).size,
  };
  await checkBuilt(db, users);
  await writeFile(join(folder, 'built.json'), JSON.stringify(built));
  return built;
}

async function importSome(folder: string, users: number, most: number) {
  const csv = join(folder, 'some.csv');
  const db = join(folder, 'some.db');
  await writePeopleCsv(csv, users, most);
  await newRoster(db);
  const ran = await importPeople(db, csv);
  await rm(csv);
  await rm(db);
  return ran;
}

async function newRoster(db: string): Promise<void> {
  await runWell(node, [entry, 'init', '--account', 'Acme Support', '--db', db]);
}

function importPeople(db: string, csv: string) {
  return runWell(node, [entry, 'people', 'import', csv, '--db', db], { watchMemory: true });
}

/** A few users as the program tells of them: three queues each, and the new hires without a license. */
async function checkBuilt(db: string, users: number): Promise<void> {
  const list = async (...args: string[]) =>
    JSON.parse((await runWell(node, [entry, 'list', ...args, '--format', 'json', '--db', db])).stdout);
  const some: { queues: unknown[] }[] = await list(
    '--limit',
    '50',
    '--offset',
    String(Math.floor(users / 2)),
  );
  if (some.length !== 50 || some.some(user => user.queues.length !== 3))
    throw new Error('The data was not built as it should be: not everybody has three queues.');
  const unlicensed: unknown[] = await list('--search', newHires, '--limit', '1');
  if (unlicensed.length > 0) throw new Error('The data was not built as it should be: new hires are users.');
}
