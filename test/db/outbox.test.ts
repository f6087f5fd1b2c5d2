import { describe, expect, it } from 'vitest';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

async function mail({ read }: Fixture) {
  const rows = await read
    .selectFrom('outbox')
    .select(['user_email', 'state'])

    .execute();
  return rows.map(row => `${row.user_email} ${row.state}`).sort();
}

describe('e-mails to added users', () => {
  it('rule 5: each added user gets one', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana, bruno);
    expect(await mail(roster)).toEqual([`${ana} waiting`, `${bruno} waiting`]);
    await roster.close();
  });

  it('rule 5: undoing an addition withdraws what was not sent; redoing it sends nothing', async () => {
    const roster = await openFixture(await makeRoster());
    const { id } = await roster.add(ana, bruno);
    const undo = await roster.undo(id);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`, `${bruno} withdrawn`]);
    await roster.undo(undo.id);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`, `${bruno} withdrawn`]);
    await roster.close();
  });

  it('rule 5: undoing a removal sends nothing', async () => {
    const roster = await openFixture(await makeRoster());
    await roster.add(ana, bruno);
    const { id } = await roster.remove(ana);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`, `${bruno} waiting`]);
    await roster.undo(id);
    expect(await mail(roster)).toEqual([`${ana} withdrawn`, `${bruno} waiting`]);
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
