import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { change } from '../../source/commands/users/change.ts';
import { planFor } from '../../source/commands/users/subjects.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';
import { editing, setting } from '../roster/intents.ts';
import { pretendIo } from './run.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

it('--where concerns whom it found as they were then, whoever commits while it looks', async () => {
  const path = await makeRoster();
  const { roster, operator, add, close } = await openFixture(path);
  const other = await openFixture(path);
  await add(ana, bruno);
  const make = (user_access: string) =>
    other.carryOut(editing(setting({ user_access })), { emails: [bruno] });
  const active = { where: [{ field: 'status' as const, values: ['active'] }] };

  /** Whom a removal would concern, and their status, if somebody commits after that query; null if there is no such one. */
  async function foundWithCommitAfter(query: number): Promise<unknown[] | null> {
    let asked = 0;
    const disturbing: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (++asked === query) await make('inactive');
        return result;
      },
    };
    let seen: ChangeSet | undefined;
    await change(
      {
        roster: { ...roster, read: roster.read.withPlugin(disturbing) },
        who: { operator, proof: { login: 'maria' }, via: 'local' },
        io: pretendIo({}),
      },
      {
        plan: db => planFor(db, operator, active, { kind: 'remove' }),
        async finished(set) {
          seen = set;
        },
      },
      { quiet: true, dryRun: true },
    );
    if (asked < query) return null;
    await make('active');
    return (seen?.changes ?? []).map(({ fields }) => fields.user_access?.before);
  }

  const found: unknown[] = [];
  for (let query = 1; ; query++) {
    const statuses = await foundWithCommitAfter(query);
    if (statuses === null) break;
    found.push(statuses);
  }
  expect(found.length).toBeGreaterThan(5);
  expect(found.flat()).not.toContain('inactive');
  await other.close();
  await close();
});
