import { describe, expect, it } from 'vitest';
import { decideNotices } from '../../db/outbox/outbox-decide.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import type { OutboxState } from '../../source/roster/plan/notice.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';
const meiling = 'meiling@acme.example';

async function mail({ read }: Fixture) {
  const rows = await read.selectFrom('outbox').select(['user_email', 'state']).execute();
  return rows.map(row => `${row.user_email} ${row.state}`).sort();
}

async function becomes({ roster }: Fixture, user_email: string, state: OutboxState) {
  await roster.write().updateTable('outbox').set({ state }).where('user_email', '=', user_email).execute();
}

describe('e-mails to added users', () => {
  it('rule 5: each added user gets one', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana, bruno);
    expect(await mail(roster)).toEqual([`${ana} waiting`, `${bruno} waiting`]);
    await roster.close();
  });

  it('rule 5: undoing an addition withdraws what was not sent; redoing it queues it again', async () => {
    const roster = await openFixture(await makeRoster());
    const { id } = await roster.add(ana, bruno);
    const undo = await roster.undo(id);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`, `${bruno} withdrawn`]);
    await roster.undo(undo.id);
    expect(await mail(roster)).toEqual([`${ana} waiting`, `${bruno} waiting`]);
    await roster.close();
  });

  it('rule 5: undoing a removal queues what it withdrew unsent, and nothing else', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana, bruno, meiling);
    await becomes(roster, ana, 'sent');
    await becomes(roster, bruno, 'unknown');
    const { id } = await roster.remove(ana, bruno, meiling);
    expect(await mail(roster)).toEqual([`${ana} sent`, `${bruno} unknown`, `${meiling} withdrawn`]);
    await roster.undo(id);
    expect(await mail(roster)).toEqual([`${ana} sent`, `${bruno} unknown`, `${meiling} waiting`]);
    await roster.close();
  });

  it('rule 5: what comes back is the e-mail of the addition that comes back', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    await becomes(roster, ana, 'sent');
    const removal = await roster.remove(ana);
    const again = await roster.add(ana);
    await roster.undo(again.id);
    await roster.undo(removal.id);
    expect(await mail(roster)).toEqual([`${ana} sent`, `${ana} withdrawn`]);
    await roster.close();
  });

  it('what somebody decided is never sent does not come back with its user', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    const { outbox_id } = await roster.read
      .selectFrom('outbox')
      .select('outbox_id')
      .executeTakeFirstOrThrow();
    const now = new Date().toISOString();
    await decideNotices(roster.roster.write(), [outbox_id], { state: 'withdrawn', write: true, now });
    const { id } = await roster.remove(ana);
    await roster.undo(id);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`]);
    expect((await checkRecords(roster.read)).findings).toEqual([]);
    await roster.close();
  });

  it('rule 5: whoever is added anew later gets one anew', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana);
    await roster.remove(ana);
    await roster.add(ana);
    expect(await mail(roster)).toEqual([`${ana} waiting`, `${ana} withdrawn`]);
    await roster.close();
  });
});
