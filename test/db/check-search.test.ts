import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { checkFile } from '../../db/sqlite/check/check-file.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { withSearchAnew } from '../../db/sqlite/check/rebuild-search.ts';
import { kyselyOver } from '../../db/sqlite/dialect.ts';
import { crowd, license } from './crowd.ts';
import { makeRoster, openFixture } from './fixture.ts';

const path = await (async () => {
  const people = crowd(60);
  const path = await makeRoster(people);
  const fixture = await openFixture(path);
  await license(fixture, people);
  expect((await checkRecords(fixture.read)).findings).toEqual([]);
  await fixture.close();
  return path;
})();

/** What a check finds after a change that no program of ours makes; the change is taken back. */
async function foundAfter(change: string): Promise<string[]> {
  const connection = new Database(path);
  connection.exec('begin');

  try {
    connection.exec(change);
    const { findings } = await checkRecords(kyselyOver(connection));
    expect(findings.every(({ check, damage }) => check !== 'search' || damage === 'index')).toBe(true);
    return findings.filter(({ check }) => check === 'search').map(finding => finding.message);
  } finally {
    connection.exec('rollback');
    connection.close();
  }
}

it.each([
  ["update people set display_name = 'Other' where person_id = 9", /p\S+ is found by another name/],
  ['update user_search set role_id = 1 - role_id where person_id = 9', /is listed with another role/],
  ["update user_search set queue_ids = ',77,' where person_id = 9", /is listed in other queues/],
  ['delete from user_search where person_id = 9', /^1 users are found by no search/],
  ['delete from queue_listing where is_active = 0', /are not in the lists of their queues/],
  ['insert into queue_listing values (1, 1, 5)', /more or fewer/],
  ['update license_use set users = users + 1', /counts of licenses/],
  ['update people set licensed = 1 - licensed where person_id = 9', /people without a license/],
  ["insert into user_trigrams (user_trigrams) values ('delete-all')", /index of trigrams/],
  [
    `update user_search set name_rank = name_rank + 1000000 where person_id = 9;
     update users set name_rank = name_rank + 1000000 where person_id = 9`,
    /stands in the wrong place/,
  ],
])('%s is found', async (change, message) => {
  expect((await foundAfter(change)).join('\n')).toMatch(message);
});

it('made anew from nothing, all of it is as it was', async () => {
  const fixture = await openFixture(path);
  const db = fixture.roster.write();
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('user_search').execute();
    await trx.deleteFrom('queue_listing').execute();
    await withSearchAnew(trx, async () => {});
  });
  expect((await checkRecords(fixture.read)).findings).toEqual([]);
  expect((await checkFile(path)).findings).toEqual([]);
  await fixture.close();
});
