import { expect, it, vi } from 'vitest';
import { watchDatabase } from '../../source/session/live.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';

it('tells of what was committed between the reading of the first rows and the first look', async () => {
  const path = await makeRoster();
  const mine = await openFixture(path);
  const theirs = await openFixture(path);
  try {
    const since = mine.roster.dataVersion();
    await theirs.add('ana.silva@acme.example');
    let told = 0;
    const failed = vi.fn();
    const unwatch = watchDatabase(mine.roster.dataVersion, since, () => told++, failed);
    await vi.waitFor(() => expect(told).toBe(1), 5_000);
    unwatch();
    expect(failed).not.toHaveBeenCalled();
  } finally {
    await mine.close();
    await theirs.close();
  }
});
