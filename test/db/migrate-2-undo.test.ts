import { expect, it } from 'vitest';
import { readStacks } from '../../db/changes/undo-stacks.ts';
import { decideNotices } from '../../db/outbox/outbox-decide.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { type Fixture, makeRoster, openFixture, somePeople } from './fixture.ts';
import { makeVersionOne } from './version-one.ts';

const [ana, bruno, meiling, jurgen] = somePeople.map(person => person.user_email) as [
  string,
  string,
  string,
  string,
];

async function mail({ read }: Fixture) {
  const rows = await read.selectFrom('outbox').select(['user_email', 'state']).execute();
  return Object.fromEntries(rows.map(row => [row.user_email, row.state]));
}

/** What the first release left when it brought somebody back. */
async function forgetMail({ roster }: Fixture, user_email: string, changed_at: string) {
  const values = { state: 'withdrawn' as const, changed_at };
  await roster.write().updateTable('outbox').set(values).where('user_email', '=', user_email).execute();
}

it('rule 5: gives whom version 1 brought back without an e-mail theirs, and nobody else', async () => {
  const path = await makeRoster();
  const before = await openFixture(path);
  await before.add(ana, bruno, meiling, jurgen);
  const now = new Date(Date.now() + 60_000).toISOString();
  const { outbox_id } = await before.read
    .selectFrom('outbox')
    .select('outbox_id')
    .where('user_email', '=', bruno)
    .executeTakeFirstOrThrow();
  await decideNotices(before.roster.write(), [outbox_id], { state: 'withdrawn', write: true, now });
  const { id, at } = await before.remove(ana, meiling);
  await before.undo(id);
  await before.remove(meiling);
  await forgetMail(before, ana, at);
  await before.close();
  await makeVersionOne(path);

  const after = await openFixture(path);
  expect(await mail(after)).toEqual({
    [ana]: 'waiting',
    [bruno]: 'withdrawn',
    [meiling]: 'withdrawn',
    [jurgen]: 'waiting',
  });
  expect((await checkRecords(after.read)).findings).toEqual([]);
  await after.undo((await after.remove(bruno)).id);
  expect((await mail(after))[bruno]).toBe('withdrawn');
  await after.close();
});

it('rule 9: takes what version 1 did for the two stacks that it would have made', async () => {
  const path = await makeRoster();
  const before = await openFixture(path);
  const { operator_id } = before.operator;
  const one = await before.add(ana);
  const two = await before.add(bruno);
  const undo = await before.undo(two.id);
  await before.undo(undo.id);
  const undone = await before.undo(two.id);
  const stacks = await readStacks(before.read, operator_id);
  expect(stacks).toMatchObject({ undo: one.id, redo: undone.id });
  await before.close();
  await makeVersionOne(path);

  const after = await openFixture(path);
  expect(await readStacks(after.read, operator_id)).toEqual(stacks);
  await after.close();
});
