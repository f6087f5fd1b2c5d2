import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { queueCounts, roleCounts } from '../../db/users/choice-counts.ts';
import { rosterWindow } from '../../db/users/window.ts';
import { type Sort, sortColumns, wholeRoster } from '../../source/roster/screen/view.ts';
import type { WindowRequest } from '../../source/roster/users/row.ts';
import { editing, joining, setting } from '../roster/intents.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const people = ['Ana', 'Bea', 'Cem', 'Dora', 'Eva'];
const emails = people.map(name => `${name.toLowerCase()}@acme.example`);

async function fiveUsers(): Promise<Fixture> {
  const fixture = await openFixture(
    await makeRoster(emails.map((user_email, n) => ({ user_email, display_name: people[n]! }))),
  );
  await fixture.add(...emails);
  return fixture;
}

/** Whom the cursor is on after looking for person `anchor`. */
async function cursorOn(
  { read }: Fixture,
  anchor: number,
  more: Partial<WindowRequest> = {},
  sort: Partial<Sort> = {},
) {
  const request: WindowRequest = {
    anchor,
    delta: 0,
    cursorLine: 1,
    height: 3,
    ifGone: 'next',
    anchorRow: null,
    ...more,
  };
  const view = { ...wholeRoster, sort: { ...wholeRoster.sort, ...sort } };
  const { rows, cursor } = (await rosterWindow(read, view, request))!;
  return rows[cursor]?.name;
}

describe('the cursor', () => {
  it('goes to whoever comes next when its user is removed, in every order', async () => {
    const fixture = await fiveUsers();
    await fixture.remove(emails[1]!, emails[2]!);
    for (const column of sortColumns) {
      expect(await cursorOn(fixture, 2, {}, { column })).toBe('Dora');
      expect(await cursorOn(fixture, 2, {}, { column, reverse: true })).toBe('Ana');
    }
    expect(await cursorOn(fixture, 2, { delta: -1 })).toBe('Ana');
    await fixture.close();
  });

  it('goes to the last when the last is removed, and to the top where the top is asked for', async () => {
    const fixture = await fiveUsers();
    await fixture.remove(emails[4]!);
    expect(await cursorOn(fixture, 5)).toBe('Dora');
    expect(await cursorOn(fixture, 5, { ifGone: 'first' })).toBe('Ana');
    await fixture.close();
  });

  it('goes to the top by role when the role of its user is gone, too', async () => {
    const fixture = await fiveUsers();
    await sql`insert into roles (role_name, role_key, built_in) values ('Coach', 'coach', 0)`.execute(
      fixture.roster.write(),
    );
    await fixture.carryOut(editing(setting({ role: 'Coach' })), { emails: [emails[2]!] });
    await fixture.remove(emails[2]!);
    await sql`delete from roles where role_key = 'coach'`.execute(fixture.roster.write());
    expect(await cursorOn(fixture, 3, {}, { column: 'role' })).toBe('Ana');
    await fixture.close();
  });

  it('returns to its user when the removal is undone', async () => {
    const fixture = await fiveUsers();
    const { id } = await fixture.remove(emails[1]!);
    await fixture.undo(id);
    expect(await cursorOn(fixture, 2)).toBe('Bea');
    await fixture.close();
  });

  it('goes to the top when nobody knows where it was', async () => {
    const fixture = await fiveUsers();
    expect(await cursorOn(fixture, 99)).toBe('Ana');
    await fixture.close();
  });

  it('is nowhere in an empty roster', async () => {
    const { read, close } = await openFixture(await makeRoster());
    for (const anchor of ['first', 'last', 1] as const)
      expect(
        await rosterWindow(read, wholeRoster, {
          anchor,
          anchorRow: null,
          delta: 1,
          cursorLine: 0,
          height: 5,
          ifGone: 'next',
        }),
      ).toEqual({ rows: [], cursor: -1, before: 0 });
    await close();
  });
});

describe('a row', () => {
  it('shows name, e-mail, role, queues in name order, presence and status', async () => {
    const fixture = await fiveUsers();
    const intent = editing(joining('Sales', 'Billing (both)'), setting({ status_name: 'Ready' }));
    await fixture.carryOut(intent, { emails: [emails[0]!] });
    const request = {
      anchor: 'first' as const,
      anchorRow: null,
      delta: 0,
      cursorLine: 0,
      height: 1,
      ifGone: 'first' as const,
    };
    expect((await rosterWindow(fixture.read, wholeRoster, request))?.rows).toEqual([
      {
        person_id: 1,
        name: 'Ana',
        email: 'ana@acme.example',
        department: '',
        role: 'Agent',
        queues: ['Billing', 'Sales'],
        presence: 'Ready',
        presenceReason: null,
        status: 'active',
        pending: null,
      },
    ]);
    expect(await queueCounts(fixture.read, wholeRoster)).toMatchObject([
      { name: 'Billing', users: 1 },
      { name: 'Chat', users: 0 },
      { name: 'Sales', users: 1 },
    ]);
    expect(await roleCounts(fixture.read, wholeRoster)).toMatchObject([
      { name: 'Admin', users: 0 },
      { name: 'Agent', users: 5 },
      { name: 'Supervisor', users: 0 },
    ]);
    await fixture.close();
  });
});
