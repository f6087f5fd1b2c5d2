import { describe, expect, it } from 'vitest';
import { changesOfPerson, listChangeSets, readChangeSet } from '../../db/history/change-sets.ts';
import { editing, setting } from '../roster/intents.ts';
import { makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

async function withHistory() {
  const roster = await openFixture(await makeRoster());
  await roster.add(ana, bruno);
  await roster.carryOut(editing(setting({ user_access: 'inactive' })), { emails: [ana] });
  await roster.remove(bruno);
  return roster;
}

describe('history', () => {
  it('lists change sets, the newest first, a part at a time', async () => {
    const { read, close } = await withHistory();
    const all = await listChangeSets(read, {});
    expect(all.map(({ summary, users }) => `${summary} (${users})`)).toEqual([
      'Remove Bruno da Silva (1)',
      'Make Ana Silva inactive (1)',
      'Add Ana Silva and Bruno da Silva as Agent (2)',
    ]);
    expect(await listChangeSets(read, { limit: 1, offset: 1 })).toEqual(all.slice(1, 2));
    expect(await listChangeSets(read, { offset: 2 })).toEqual(all.slice(2));
    await close();
  });

  it('tells every field before and after, of all or of one person', async () => {
    const { read, close } = await withHistory();
    expect((await readChangeSet(read, 2))?.changes).toMatchObject([
      { user_email: ana, action: 'update', fields: { user_access: { before: 'active', after: 'inactive' } } },
    ]);
    expect(await readChangeSet(read, 99)).toBeNull();
    const own = await changesOfPerson(read, 2, 10);
    expect(own.map(set => [set.id, set.changes.map(change => change.action)])).toEqual([
      [3, ['remove']],
      [1, ['add']],
    ]);
    expect(await changesOfPerson(read, 2, 1)).toHaveLength(1);
    await close();
  });
});
