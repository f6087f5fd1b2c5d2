import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withPushCost } from '../../db/account/planned-push.ts';
import { readSteps } from '../../db/account/pushes.ts';
import { applyAndQueue } from '../../db/account/queue-push.ts';
import { readAccount } from '../../db/catalog/account.ts';
import { readCatalog, readOperators } from '../../db/catalog/catalog.ts';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { readCatalogFacts } from '../../db/changes/catalog-facts.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { readUndoFacts } from '../../db/changes/undo-facts.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { openRoster } from '../../db/open.ts';
import type { CatalogRequest } from '../../source/roster/catalog/plan-catalog.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { type Intent, plan } from '../../source/roster/plan/plan.ts';
import { costOf } from '../../source/roster/push/rate-limits.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { temporaryFolder } from '../after-file.ts';
import { connectedHome } from './connected-home.ts';

const home = await connectedHome({ users: 24, people: 40, queues: 4 });
await home.ok('account connect --later');
await home.ok('pull');
const pulled = readFileSync(home.database);
const folder = temporaryFolder();

/** A copy of the roster as it was pulled, with nothing that waits. */
async function openCopy() {
  const path = join(folder, 'copy.db');
  for (const end of ['-wal', '-shm']) writeFileSync(path + end, '');
  writeFileSync(path, pulled, { mode: 0o600 });
  const roster = await openRoster(path);
  const [owner] = await readOperators(roster.read);
  const operator = (await operatorByLogin(roster.read, owner!.login!))!;
  const by = { operator_id: operator.operator_id, operator_name: 'maria', via: 'local' };
  return { roster, operator, by: { ...by, at: '2026-11-23T07:41:00.000Z' } };
}

type Copy = Awaited<ReturnType<typeof openCopy>>;

const first = await openCopy();
const catalog = await readCatalog(first.roster.read);
const ids = (table: 'users' | 'people') => first.roster.read.selectFrom(table).select('person_id').execute();
const users = (await ids('users')).map(row => row.person_id);
const others = (await ids('people')).map(row => row.person_id).filter(id => !users.includes(id));
await first.roster.close();

const named = (list: readonly { name: string }[]) => fc.constantFrom(...list.map(({ name }) => name));
const as = fc.constantFrom('', ' (supervisor)', ' (both)');
const edit = (field: FieldEdit['field'], texts: fc.Arbitrary<string>, op: FieldEdit['op'] = 'set') =>
  texts.map((text): FieldEdit => ({ field, op, text }));
const clear = (field: FieldEdit['field']) => fc.constant<FieldEdit>({ field, op: 'clear', text: '' });
const queue = named(catalog.queues);
const skill = fc
  .constantFrom(...catalog.skills)
  .chain(({ name, graded }) =>
    graded ? fc.integer({ min: 1, max: 5 }).map(level => `${name}=${level}`) : fc.constant(name),
  );
const edits = fc.array(
  fc.oneof(
    edit('role', named(catalog.roles)),
    edit('user_access', fc.constantFrom('active', 'inactive')),
    edit('package_name', fc.constantFrom('essentials', 'elite')),
    edit('add_ons_plan', fc.constantFrom('epic', 'ai_expert_assist'), 'add'),
    edit('country_iso_code', fc.constantFrom('DE', 'JP')),
    edit('region', named(catalog.regions)),
    edit('client_integration', fc.constantFrom('Salesforce', 'Zendesk')),
    edit('client_integration_name', fc.constantFrom('Sales', 'Service')),
    edit('concurrent_message_capacity', fc.constantFrom('3', '7')),
    edit('multi_channel_engagements', fc.constantFrom('on', 'off')),
    edit('max_agent_load', fc.constantFrom('50', '60')),
    edit('status_name', fc.constantFrom('Ready', 'Offline')),
    edit('team', named(catalog.teams)),
    edit(
      'queues',
      fc.tuple(queue, as).map(parts => parts.join('')),
      'add',
    ),
    edit('queues', queue, 'remove'),
    edit('queues', queue, 'opt-out'),
    edit('skills', skill, 'add'),
    edit('skills', named(catalog.skills), 'remove'),
    ...(['country_iso_code', 'region', 'max_agent_load', 'team', 'queues', 'skills'] as const).map(clear),
  ),
  { minLength: 1, maxLength: 5 },
);
const some = (people: readonly number[]) => fc.subarray([...people], { minLength: 1 });
const role: FieldEdit = { field: 'role', op: 'set', text: 'Agent' };

/** A change of users, or of what the account has besides. */
const wish = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), ids: some(users), edits }),
  fc.record({
    kind: fc.constant('add' as const),
    ids: some(others),
    edits: edits.map(list => [role, ...list]),
  }),
  fc.record({ kind: fc.constant('remove' as const), ids: some(users) }),
  fc
    .oneof(
      fc.constantFrom<CatalogRequest>(
        { action: 'add', of: 'queue', record: { queue_name: 'Nights', channel: 'voice' } },
        { action: 'add', of: 'skill', record: { skill_name: 'Opera', category: 'Arts', graded: true } },
        { action: 'add', of: 'region', record: { region_name: 'Moon', is_main: true } },
        { action: 'add', of: 'team', record: { team_name: 'Nights' } },
        { action: 'add', of: 'role', record: { role_name: 'Clerk', privileges: [] } },
        { action: 'add', of: 'operator', record: { operator_name: 'kim', role: 'Agent', login: 'kim' } },
      ),
      fc
        .constantFrom('queue' as const, 'skill' as const, 'team' as const, 'region' as const, 'role' as const)
        .chain(of =>
          named(catalog[`${of}s`]).chain(name =>
            fc.constantFrom<CatalogRequest>(
              { action: 'edit', of, name, record: { [`${of}_name`]: `New ${name}` } },
              { action: 'remove', of, name, transferTo: 'Agent' },
            ),
          ),
        ),
    )
    .map(request => ({ kind: 'catalog' as const, request })),
);
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

async function planned({ roster, operator }: Copy, wanted: Wish): Promise<ChangeSet> {
  if (wanted.kind === 'catalog')
    return plan(wanted, await readCatalogFacts(roster.read, wanted.request, operator));
  const { ids: people, ...rest } = wanted;
  const intent = { template: null, ...rest } as Intent;
  return plan(intent, await readFacts(roster.read, { ids: people }, operator));
}

/** What was said of a change set before, and what waits with it. */
async function written({ roster, by }: Copy, changeSet: ChangeSet) {
  const said = (await withPushCost(roster.read, changeSet)).account;
  const outcome = await applyAndQueue(roster.write(), changeSet, by);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = outcome.applied;
  const steps = (await readSteps(roster.read, id, ['waiting'])).map(({ step }) => step);
  const { plan: of, rate_share } = await readAccount(roster.read);
  return { id, said, steps, waits: costOf(steps, of, rate_share) };
}

test('what is said of a change set before is what waits with it; taken back unsent, it takes nothing', async () => {
  let [calls, sets] = [0, 0];
  await fc.assert(
    fc.asyncProperty(wish, async wanted => {
      const copy = await openCopy();
      try {
        const changeSet = await planned(copy, wanted);
        if (changeSet.problems.length > 0 || changeSet.changes.length + changeSet.catalog.length === 0)
          return;
        const { id, said, steps, waits } = await written(copy, changeSet);
        expect(said?.calls ?? 0).toBe(steps.length);
        expect(said?.seconds ?? 0).toBeCloseTo(waits.seconds, 6);
        calls += steps.length;
        sets += 1;
        const set = (await readChangeSet(copy.roster.read, id))!;
        const undo = plan(
          { kind: 'undo', set, skipConflicts: true },
          await readUndoFacts(copy.roster.read, set, copy.operator),
        );
        if (undo.problems.length > 0) return;
        const undone = await written(copy, undo);
        expect([undone.said?.calls ?? 0, undone.steps]).toEqual([0, []]);
      } finally {
        await copy.roster.close();
      }
    }),
    { numRuns: 120 },
  );
  expect(calls).toBeGreaterThan(sets);
  expect(sets).toBeGreaterThan(60);
});
