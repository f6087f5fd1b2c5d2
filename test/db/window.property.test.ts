import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { queueCounts, roleCounts } from '../../db/users/choice-counts.ts';
import { countView } from '../../db/users/totals.ts';
import { idsBetween, matchingIds, rosterWindow } from '../../db/users/window.ts';
import { inBoth, nobody, withAll } from '../../source/roster/screen/selection.ts';
import { sortColumns, type View, wholeRoster } from '../../source/roster/screen/view.ts';
import type { WindowRequest } from '../../source/roster/users/row.ts';
import type { User } from '../../source/roster/users/user.ts';
import { packageNames } from '../../source/roster/users/vocabulary.ts';
import { editing, setting } from '../roster/intents.ts';
import { whole } from '../whole.ts';
import { crowd, license } from './crowd.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';
import { everyUser, listed, windowOf } from './plain-list.ts';

const size = 150;
/** So many rounds in the long run, a quarter of them usually. */
const rounds = (many: number) => (whole ? many : many / 4);

let fixture: Fixture;
let users: User[];

beforeAll(async () => {
  const people = crowd(size);
  fixture = await openFixture(await makeRoster(people, { pools: { essentials: size, elite: size } }));
  await license(fixture, people);
  const elite = people.map(person => person.user_email).filter((_, n) => n % 7 === 2);
  await fixture.carryOut(editing(setting({ package_name: 'elite' })), { emails: elite });
  users = await everyUser(fixture.read);
  return () => fixture.close();
});

const personId = fc.integer({ min: 1, max: size + 3 });
const named = (id: number) => ({ id, name: '' });

/** Nobody, and more than are looked up in one way or another: with them among the chosen, others are read instead. */
const strangers = [0, 6_001, 150_001].map(length =>
  withAll(
    nobody,
    Array.from({ length }, (_, n) => size + 1_000 + n),
  ),
);

const chosen = (maxLength: number) =>
  fc
    .tuple(fc.constantFrom(...strangers), fc.array(personId, { maxLength }))
    .map(([others, ids]) => withAll(others, ids));

const views: fc.Arbitrary<View> = fc.record({
  search: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc.constantFrom(
      'a',
      'silva',
      'MUL',
      'lodz',
      '席',
      'bill',
      'a s',
      'p1',
      'p1 jose',
      '😀',
      'ß',
      '%',
      '*',
      'b*C',
      '?',
      '[d',
      'c*',
      ']',
      '_',
      'nobody',
    ),
  ),
  queue: fc.option(fc.constantFrom(1, 2, 3, 99).map(named), { freq: 3 }),
  status: fc.option(fc.constantFrom('active' as const, 'inactive' as const)),
  role: fc.option(fc.constantFrom(1, 2, 3).map(named), { freq: 3 }),
  package: fc.option(fc.constantFrom(...packageNames), { freq: 3 }),
  only: fc.option(chosen(40), { freq: 5 }),
  sort: fc.record({ column: fc.constantFrom(...sortColumns), reverse: fc.boolean() }),
});

const requests: fc.Arbitrary<WindowRequest> = fc.record({
  anchor: fc.oneof({ weight: 4, arbitrary: personId }, fc.constantFrom('first' as const, 'last' as const)),
  delta: fc.oneof(fc.constant(0), fc.integer({ min: -3, max: 3 }), fc.integer({ min: -200, max: 200 })),
  cursorLine: fc.integer({ min: -1, max: 60 }),
  height: fc.integer({ min: 0, max: 50 }),
  ifGone: fc.constantFrom('first' as const, 'next' as const),
  anchorRow: fc.constant(null),
});

async function collected(pieces: AsyncIterable<number[]>): Promise<number[]> {
  const all: number[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}

describe('any view of the roster', () => {
  it('shows the rows that the whole sorted list has there', async () => {
    await fc.assert(
      fc.asyncProperty(views, requests, async (view, request) => {
        const { rows, cursor, before } = (await rosterWindow(fixture.read, view, request))!;
        const expected = windowOf(users, view, request);
        expect({ ids: rows.map(row => row.person_id), cursor }).toEqual({
          ids: expected.ids,
          cursor: expected.cursor,
        });
        expect([null, expected.before]).toContain(before);
      }),
      { numRuns: rounds(600) },
    );
  });

  it('knows where its rows stand from where the anchor stood, and counts to the same', async () => {
    await fc.assert(
      fc.asyncProperty(views, requests, async (view, request) => {
        const list = listed(users, view).map(user => user.person.person_id);
        const { anchor } = request;
        const row = anchor === 'first' ? 0 : anchor === 'last' ? list.length - 1 : list.indexOf(anchor);
        const anchorRow = row < 0 ? null : row;
        const { rows, cursor, before } = (await rosterWindow(fixture.read, view, { ...request, anchorRow }))!;
        if (anchorRow !== null) expect(before).toBe(rows.length === 0 ? 0 : list.indexOf(rows[0]!.person_id));
        const person_id = rows[cursor]?.person_id ?? null;
        const counted = await countView(fixture.read, view, { selected: nobody, person_id });
        expect(counted?.row).toBe(person_id === null ? null : list.indexOf(person_id));
      }),
      { numRuns: rounds(300) },
    );
  });

  it('rule 6: search, queue, status and role all combine', async () => {
    await fc.assert(
      fc.asyncProperty(views, async view => {
        const expected = listed(users, view).map(user => user.person.person_id);
        const found = (await Array.fromAsync(matchingIds(fixture.read, view))).flat();
        expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
      }),
      { numRuns: rounds(200) },
    );
  });

  it('finds who stands between two people, whichever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(views, personId, personId, async (view, one, other) => {
        const everybody = listed(users, { ...wholeRoster, sort: view.sort });
        const places = [one, other].map(id => everybody.findIndex(user => user.person.person_id === id));
        const [from, to] = [Math.min(...places), Math.max(...places)];
        const stretch = from < 0 ? [] : everybody.slice(from, to + 1);
        const expected = listed(stretch, view).map(user => user.person.person_id);
        expect(await collected(idsBetween(fixture.read, view, [one, other]))).toEqual(expected);
      }),
      { numRuns: rounds(200) },
    );
  });

  it('counts what matches, is selected, and each queue or role would show', async () => {
    const count = (view: View) => listed(users, view).length;
    await fc.assert(
      fc.asyncProperty(views, chosen(20), async (view, selected) => {
        const all = { ...wholeRoster, only: view.only };
        // Where all are shown, all who are selected are counted, whether they are users or not.
        fc.pre(selected.size <= size || view.only !== null || count(view) < count(all));
        const only = view.only ? inBoth(selected, view.only) : selected;
        const ask = { selected, person_id: null };
        expect((await countView(fixture.read, view, ask))?.totals).toEqual({
          users: users.length,
          matching: count(view),
          selectedMatching: count({ ...view, only }),
        });
        for (const { id, name, users } of (await queueCounts(fixture.read, view))!)
          expect([name, users]).toEqual([name, count({ ...view, queue: { id, name } })]);
        for (const { id, name, users } of (await roleCounts(fixture.read, view))!)
          expect([name, users]).toEqual([name, count({ ...view, role: { id, name } })]);
      }),
      // Of few selected those are counted who are users, even where all are shown: every seventh is none.
      { numRuns: rounds(200), examples: [[wholeRoster, withAll(nobody, [6, 7])]] },
    );
  });
});
