import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BusyError, type LockRetry } from '../../db/sqlite/lock-retry.ts';
import { makeRoster, openFixture } from './fixture.ts';

/** A roster that another connection keeps locked until it is let go. */
async function lockedRoster(lockRetry: LockRetry) {
  const path = await makeRoster();
  const fixture = await openFixture(path, lockRetry);
  const other = new Database(path);
  other.exec('begin immediate');
  const release = () => {
    if (other.open) other.exec('rollback').close();
  };
  return { ...fixture, release };
}

const ana = 'ana.silva@acme.example';

/** From now on the clock stands still unless it is put forward: no machine is too slow, and nobody has to wait. */
function stopTheClock() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
}

/** Resolves once a try was in vain and the next one waits for its time. */
async function waits() {
  while (vi.getTimerCount() === 0) await setImmediate();
}

/** Puts the clock forward from one try to the next. */
async function putForward(ms: number) {
  for (let passed = 0; passed < ms; passed += 25) {
    await waits();
    vi.advanceTimersByTime(25);
  }
}

/** Puts it forward until something has ended; returns how long that took by this clock. */
async function durationOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  while (!ended) {
    if (vi.getTimerCount() > 0) vi.advanceTimersByTime(25);
    await setImmediate();
  }
  return performance.now() - began;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('writing while another program writes', () => {
  it('waits its turn, and gives no sign of a wait of 200 ms', async () => {
    const signs: boolean[] = [];
    const roster = await lockedRoster({ onWait: waiting => signs.push(waiting) });
    stopTheClock();
    const adding = roster.add(ana);
    await putForward(200);
    await waits();
    expect(await roster.read.selectFrom('users').selectAll().execute()).toEqual([]);
    roster.release();
    await putForward(25);
    await adding;
    expect(signs).toEqual([]);
    expect(await roster.read.selectFrom('users').selectAll().execute()).toHaveLength(1);
    await roster.close();
  });

  it('gives a sign of a longer one and takes it back; reading goes on meanwhile', async () => {
    const signs: boolean[] = [];
    const roster = await lockedRoster({ onWait: waiting => signs.push(waiting) });
    stopTheClock();
    const adding = roster.add(ana);
    await putForward(225);
    await waits();
    expect(signs).toEqual([true]);
    await putForward(5_000);
    await waits();
    expect(await roster.read.selectFrom('users').selectAll().execute()).toEqual([]);
    expect(signs).toEqual([true]);
    roster.release();
    await putForward(25);
    await adding;
    expect(signs).toEqual([true, false]);
    await roster.close();
  });

  it('lets others have their turn meanwhile: who keeps it locked can end it', async () => {
    let tries = 0;
    const roster = await lockedRoster({ goOn: () => tries++ });
    const adding = roster.add(ana);
    // Waiting inside SQLite would hold up the whole process, and this with it.
    while (tries < 3) await setImmediate();
    roster.release();
    await adding;
    await roster.close();
  });

  it('gives up when told to, and nothing is written', async () => {
    const giveUp = new AbortController();
    const roster = await lockedRoster({ signal: () => giveUp.signal });
    stopTheClock();
    const refused = expect(roster.add(ana)).rejects.toThrow(
      new BusyError('Given up waiting; nothing was written.'),
    );
    await waits();
    giveUp.abort();
    await putForward(25);
    await refused;
    roster.release();
    expect(await roster.read.selectFrom('change_sets').selectAll().execute()).toEqual([]);
    await roster.close();
  });

  it.each([
    ['while it waits', true, 3],
    ['under the lock', false, 2],
  ])('writes nothing where it is wanted no more: %s', async (_, isLocked, lastAsked) => {
    let asked = 0;
    const goOn = () => {
      if (++asked === lastAsked) throw new Error('Nobody waits for it.');
    };
    const roster = await lockedRoster({ goOn });
    if (!isLocked) roster.release();
    await expect(roster.add(ana)).rejects.toThrow('Nobody waits for it.');
    roster.release();
    expect(await roster.read.selectFrom('change_sets').selectAll().execute()).toEqual([]);
    await roster.add(ana);
    await roster.close();
  });

  it('gives up by itself after 10 seconds, saying so, and can be tried again', async () => {
    const roster = await lockedRoster({});
    stopTheClock();
    const adding = roster.add(ana);
    expect(await durationOf(adding)).toBe(10_025);
    await expect(adding).rejects.toThrow(
      new BusyError(
        'Another program has kept the roster locked for 10 seconds; nothing was written. Try again.',
      ),
    );
    roster.release();
    vi.useRealTimers();
    await roster.add(ana);
    expect(await roster.read.selectFrom('users').selectAll().execute()).toHaveLength(1);
    await roster.close();
  });
});
