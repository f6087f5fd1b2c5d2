import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { BusyError, type Patience } from '../../db/patience.ts';
import { makeRoster, openFixture } from './fixture.ts';

/** A roster that another connection keeps locked for `ms`, or until it is let go. */
async function lockedRoster(patience: Patience, ms?: number) {
  const path = await makeRoster();
  const fixture = await openFixture(path, patience);
  const other = new Database(path);
  other.exec('begin immediate');
  const release = () => {
    if (other.open) other.exec('rollback').close();
  };
  if (ms !== undefined) setTimeout(release, ms);
  return { ...fixture, release };
}

const ana = 'ana.silva@acme.example';

describe('writing while another program writes', () => {
  it('waits its turn, and gives no sign of a short wait', async () => {
    const signs: boolean[] = [];
    const roster = await lockedRoster({ onWait: waiting => signs.push(waiting) }, 100);
    await roster.add(ana);
    expect(signs).toEqual([]);
    await roster.close();
  });

  it('gives a sign after 200 ms and takes it back; timers and reading go on meanwhile', async () => {
    const signs: [boolean, number][] = [];
    const started = performance.now();
    const roster = await lockedRoster(
      { onWait: waiting => signs.push([waiting, performance.now() - started]) },
      500,
    );
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    const adding = roster.add(ana);
    expect(await roster.read.selectFrom('users').selectAll().execute()).toEqual([]);
    await adding;
    clearInterval(ticking);
    expect(signs.map(([waiting]) => waiting)).toEqual([true, false]);
    expect(signs[0]![1]).toBeGreaterThan(190);
    expect(signs[0]![1]).toBeLessThan(400);
    expect(ticks).toBeGreaterThan(20);
    await roster.close();
  });

  it('gives up when told to, and nothing is written', async () => {
    const giveUp = new AbortController();
    const roster = await lockedRoster({ signal: () => giveUp.signal });
    const adding = roster.add(ana);
    setTimeout(() => giveUp.abort(), 60);
    await expect(adding).rejects.toThrow(new BusyError('Given up waiting; nothing was written.'));
    roster.release();
    expect(await roster.read.selectFrom('change_sets').selectAll().execute()).toEqual([]);
    await roster.close();
  });

  it.each([
    ['while it waits', undefined, 3],
    ['under the lock', 0, 2],
  ])('writes nothing where it is wanted no more: %s', async (_, lockedFor, lastAsked) => {
    let asked = 0;
    const goOn = () => {
      if (++asked === lastAsked) throw new Error('Nobody waits for it.');
    };
    const roster = await lockedRoster({ goOn }, lockedFor);
    if (lockedFor === 0) roster.release();
    await expect(roster.add(ana)).rejects.toThrow('Nobody waits for it.');
    roster.release();
    expect(await roster.read.selectFrom('change_sets').selectAll().execute()).toEqual([]);
    await roster.add(ana);
    await roster.close();
  });

  it('gives up by itself in the end, saying so, and can be tried again', async () => {
    const roster = await lockedRoster({ longest: 100 });
    await expect(roster.add(ana)).rejects.toThrow(
      new BusyError(
        'Another program has kept the roster locked for 0.1 seconds; nothing was written. Try again.',
      ),
    );
    roster.release();
    await roster.add(ana);
    expect(await roster.read.selectFrom('users').selectAll().execute()).toHaveLength(1);
    await roster.close();
  });
});
