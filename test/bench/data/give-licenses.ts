// node give-licenses.ts FILE USERS LIST: gives the first USERS people of a roster a license with three queues, by the
// demo's bulk writer; prints the seconds it took. Then writes those users to LIST, one a line.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { openRoster } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { filledFast } from '../../../db/sqlite/search/fast-fill.ts';
import { beginImports, finishImports, type Import } from '../../../source/demo/imports.ts';
import { buyLicenses } from '../../../source/demo/pools.ts';
import { PopulationBatch } from '../../../source/demo/population-batch.ts';
import { type Organization, writeOrganization } from '../../../source/demo/write-organization.ts';
import { everybody, licenseMaker } from './made-up.ts';
import { userLine } from './user-line.ts';

const usersAtOnce = 2_000;
const usersOfTransaction = 50_000;

const [path = '', count = '', list = ''] = process.argv.slice(2);
const users = Number(count);

const organization = await giveLicenses();
// The clock of a process begins with it, so this is all of the time it took.
process.stdout.write(`${(performance.now() / 1000).toFixed(2)}\n`);
await writeList(organization);

async function giveLicenses(): Promise<Organization> {
  const roster = await openRoster(path);
  const db = roster.write();
  const owner = { operator_id: 1, operator_name: 'root' };
  const prepared = await db.transaction().execute(async trx => ({
    organization: await writeOrganization(trx),
    imports: await beginImports(trx, owner, new Date()),
  }));
  await filledFast(
    db,
    () => fill(db, prepared),
    () => {},
  );
  await db.transaction().execute(async trx => {
    const pools = await buyLicenses(trx, users);
    await finishImports(trx, prepared.imports, { pools, kept: false });
  });
  await roster.close();
  return prepared.organization;
}

async function fill(
  db: Db,
  { organization, imports }: { organization: Organization; imports: readonly Import[] },
): Promise<void> {
  const makeSettings = licenseMaker(organization);
  const batch = new PopulationBatch(false);
  const people = everybody(users);
  for (let number = 1; number <= users; ) {
    const end = Math.min(users, number + usersOfTransaction - 1);
    await db.transaction().execute(async trx => {
      while (number <= end) {
        for (const last = Math.min(end, number + usersAtOnce - 1); number <= last; number++) {
          const person = people.next().value!;
          batch.addUser(person, makeSettings(person), imports[0]!);
        }
        await batch.write(trx);
        await setImmediate();
      }
    });
  }
}

async function writeList(organization: Organization): Promise<void> {
  const makeSettings = licenseMaker(organization);
  function* lines(): Generator<string> {
    for (const person of everybody(users)) {
      if (person.number > users) return;
      yield userLine(person, makeSettings(person));
    }
  }
  await pipeline(Readable.from(inBlocks(lines())), createWriteStream(list));
}

/** One write a line would take longer than making the lines. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 65_536) continue;
    yield block;
    block = '';
  }
  yield block;
}
