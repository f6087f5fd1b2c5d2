import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { countView } from '../../db/users/totals.ts';
import { matchingIds } from '../../db/users/window.ts';
import { nobody } from '../../source/roster/screen/selection.ts';
import { type View, wholeRoster } from '../../source/roster/screen/view.ts';
import type { User } from '../../source/roster/users/user.ts';
import { type Fixture, makeRoster, openFixture } from '../db/fixture.ts';
import { everyUser, listed } from '../db/plain-list.ts';
import { whole } from '../whole.ts';
import { names, someNaughty } from './naughty-strings.ts';

let fixture: Fixture;
let users: User[];

beforeAll(async () => {
  const people = names(128).map((display_name, n) => ({
    user_email: `p${n}@acme.example`,
    display_name,
    department: names(128).at(-n)!,
  }));
  fixture = await openFixture(await makeRoster(people));
  await fixture.add(...people.map(person => person.user_email));
  users = await everyUser(fixture.read);
  return () => fixture.close();
});

async function found(search: string) {
  const view: View = { ...wholeRoster, search };
  const ids = (await Array.fromAsync(matchingIds(fixture.read, view))).flat();
  const counted = await countView(fixture.read, view, { selected: nobody, person_id: null });
  expect(counted?.totals.matching, JSON.stringify(search)).toBe(ids.length);
  return ids.sort((a, b) => a - b);
}

function expected(search: string): number[] {
  return listed(users, { ...wholeRoster, search })
    .map(user => user.person.person_id)
    .sort((a, b) => a - b);
}

describe('a search', () => {
  it('finds by every naughty string whom reading all names finds', async () => {
    for (const text of someNaughty) expect(await found(text), JSON.stringify(text)).toEqual(expected(text));
  });

  it('finds by any piece of any name whom reading all names finds, and their owner', async () => {
    const piece = fc
      .tuple(fc.constantFrom(...names(128)), fc.nat(), fc.nat({ max: 8 }))
      .map(([name, at, length]) => {
        const letters = [...name];
        const start = at % letters.length;
        return letters.slice(start, start + length + 1).join('');
      });
    const pieces = fc.array(piece, { minLength: 1, maxLength: 3 }).map(list => list.join(' '));
    await fc.assert(
      fc.asyncProperty(pieces, async search => {
        expect(await found(search)).toEqual(expected(search));
      }),
      // A letter that the index takes for another one.
      { numRuns: whole ? 300 : 60, examples: [['r\uffff'], ['\uffff'], ['\ufffe\uffff\ufffd']] },
    );
  });

  it('takes thousands of words, and words of thousands of letters', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => `w${n}`).join(' ');
    const letters = Array.from({ length: 1_100 }, (_, n) => String.fromCodePoint(0x4e00 + n)).join(' ');
    const long = Array.from({ length: 30_000 }, (_, n) => (n * 7919).toString(36)).join('');
    for (const search of [many, letters, long, `ana ${long}`]) expect(await found(search)).toEqual([]);
    const [user] = users;
    const email = user!.person.user_email;
    const own = [...email].map((_, at) => `${email.slice(0, at)} ${email.slice(at)}`);
    own.push(...Array.from({ length: 100 }, (_, n) => email.slice(n % 10, 4 + n / 10)));
    expect(await found(own.join(' '))).toContain(user!.person.person_id);
  });
});

it('what a roster of such names is searched by passes its check', async () => {
  expect((await checkRecords(fixture.read)).findings).toEqual([]);
});
