import { afterEach, expect, it, vi } from 'vitest';
import { watchDatabase } from '../../source/session/live.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('tells of what was committed between the reading of the first rows and the first look', async () => {
  const path = await makeRoster();
  const mine = await openFixture(path);
  const theirs = await openFixture(path);
  const since = mine.roster.dataVersion();
  await theirs.add('ana.silva@acme.example');
  const changed = vi.fn();
  const failed = vi.fn();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const unwatch = watchDatabase(mine.roster.dataVersion, since, changed, failed);
  // A look, and a few at which nothing is new.
  vi.advanceTimersByTime(5_000);
  expect(changed).toHaveBeenCalledTimes(1);
  unwatch();
  vi.useRealTimers();
  await theirs.add('bruno@acme.example');
  expect(changed).toHaveBeenCalledTimes(1);
  expect(failed).not.toHaveBeenCalled();
  await mine.close();
  await theirs.close();
});
