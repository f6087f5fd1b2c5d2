import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { beforeAll, expect, it } from 'vitest';
import { withSearchAnew } from '../../db/sqlite/check/rebuild-search.ts';
import { demo } from '../demo/fixture.ts';
import { openFixture } from './fixture.ts';

const users = 4_000;
const added = 40;
/** Full pages would be seven more, at least: three neighbors share one that is new. */
const splits = 3;

/** Pages of the list of users in the order of names, and of its indexes. */
function pagesOfList(path: string): number {
  const connection = new Database(path, { readonly: true });
  const pages = connection
    .prepare(
      `select count(*) from dbstat where name in
       (select name from sqlite_schema where tbl_name = 'user_search' and rootpage > 0)`,
    )
    .pluck()
    .get() as number;
  connection.close();
  return pages;
}

/** Adds people who have no license, everywhere in the order of names; tells how many pages the list grew by. */
async function grownBy(path: string): Promise<number> {
  const before = pagesOfList(path);
  const fixture = await openFixture(path);
  const people = await fixture.read
    .selectFrom('people')
    .select('user_email')
    .where('licensed', '=', 0)
    .where('account_status', '=', 'active')
    .orderBy('person_id')
    .limit(added)
    .execute();
  const { changes } = await fixture.add(...people.map(person => person.user_email));
  expect(changes).toHaveLength(added);
  await fixture.close();
  return pagesOfList(path) - before;
}

let filled: string;
beforeAll(async () => {
  filled = await demo(users, { login: 'maria' });
});

it('a roster that was just filled has room for more users in its pages', async () => {
  const path = `${filled}.more`;
  copyFileSync(filled, path);
  expect(await grownBy(path)).toBeLessThan(splits);
});

it('so has one whose search was made anew', async () => {
  const path = `${filled}.anew`;
  copyFileSync(filled, path);
  const fixture = await openFixture(path);
  await fixture.roster
    .write()
    .transaction()
    .execute(trx => withSearchAnew(trx, async () => {}));
  await fixture.close();
  expect(await grownBy(path)).toBeLessThan(splits);
});
