import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readPools } from '../../db/account.ts';
import { newestToRedo, newestToUndo, readChangeSet } from '../../db/change-sets.ts';
import { checkRecords } from '../../db/check-records.ts';
import { type ClaimedNotice, claimNotice, settleNotice } from '../../db/outbox-sending.ts';
import type { ChangeSet } from '../../source/roster/change-set.ts';
import type { QueueAssignment, UserSettings } from '../../source/roster/user.ts';
import { assignmentTypes, type PackageName, packageNames } from '../../source/roster/vocabulary.ts';
import { temporaryFolder } from '../after-file.ts';
import { adding, editing, joining, leaving, setting } from '../roster/intents.ts';
import { allSettings, type Fixture, makeRoster, openFixture } from './fixture.ts';
import { fresh, type Mail, Model } from './model.ts';

const pools = { essentials: 4, premium: 1 };
const roles = [
  { id: 1, name: 'Admin' },
  { id: 2, name: 'Supervisor' },
  { id: 3, name: 'Agent' },
];
const queues = [
  { id: 1, name: 'Billing', channel: 'voice' as const },
  { id: 3, name: 'Chat', channel: 'messaging' as const },
  { id: 2, name: 'Sales', channel: 'messaging' as const },
];
const size = 6;

const people = fc.uniqueArray(fc.integer({ min: 1, max: size }), { minLength: 1, maxLength: 4 });
const access = fc.constantFrom('active' as const, 'inactive' as const);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const membership = fc.record({
  queue: fc.constantFrom(...queues),
  type: fc.constantFrom(...assignmentTypes),
});

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('add' as const),
      people,
      careless: fc.boolean(),
      role: fc.constantFrom(...roles),
      package_name: fc.constantFrom<PackageName>('essentials', 'essentials', 'premium', 'elite'),
      user_access: access,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      people,
      careless: fc.boolean(),
      role: optional(fc.constantFrom(...roles)),
      user_access: optional(access),
      status_name: optional(fc.constantFrom('Ready' as const, 'Offline' as const)),
      join: optional(membership),
      leave: optional(fc.constantFrom(...queues)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('remove' as const), people, careless: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ type: 'redo' as const }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo set' as const), nth: fc.nat(20) }) },
);

/** What a sender does meanwhile: takes up an e-mail, or hears what became of the one it took up first. */
const sending = fc.oneof(
  fc.constant({ type: 'claim' as const }),
  fc.record({
    type: fc.constant('settle' as const),
    state: fc.constantFrom('sent' as const, 'unknown' as const, 'waiting' as const),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Sending = typeof sending extends fc.Arbitrary<infer T> ? T : never;

/** Who the step is about: mostly those for whom it makes sense, so that enough of it is not refused. */
function meant(step: { people: number[]; careless: boolean }, fits: (person: number) => boolean): number[] {
  const fitting = step.people.filter(fits);
  return step.careless || fitting.length === 0 ? step.people : fitting;
}

function edited(
  before: UserSettings,
  { role, user_access, status_name, join, leave }: Step & { type: 'edit' },
) {
  let mine: QueueAssignment[] = before.queues.filter(queue => queue.id !== leave?.id);
  if (join) {
    const { queue, type } = join;
    const old = mine.find(candidate => candidate.id === queue.id);
    mine = mine.filter(candidate => candidate.id !== queue.id);
    mine.push({ ...queue, user_assignment_type: type, opted_in: old?.opted_in ?? true });
    mine.sort((a, b) => (a.name < b.name ? -1 : 1));
  }
  const given = {
    ...(role && { role }),
    ...(user_access && { user_access }),
    ...(status_name && { status_name }),
  };
  return { ...before, ...given, queues: mine };
}

/** Takes the step on the model and plans it on the roster; null where there is nothing to take. */
async function take(step: Step, model: Model, { planned, planUndo, read, operator }: Fixture) {
  const plan = async (accepted: boolean, changeSet: Promise<ChangeSet>) => ({
    accepted,
    changeSet: await changeSet,
  });
  switch (step.type) {
    case 'add': {
      const { role, package_name, user_access } = step;
      const ids = meant(step, person => !model.users.has(person));
      const intent = adding(setting({ role: role.name, package_name, user_access }));
      return plan(model.add(ids, fresh(role, { package_name, user_access })), planned(intent, { ids }));
    }
    case 'edit': {
      const ids = meant(step, person => model.users.has(person));
      const { role, user_access, status_name, join, leave } = step;
      const intent = editing(
        setting({ role: role?.name, user_access, status_name }),
        leave ? leaving(leave.name) : [],
        join ? joining(`${join.queue.name} (${join.type})`) : [],
      );
      return plan(
        model.edit(ids, before => edited(before, step)),
        planned(intent, { ids }),
      );
    }
    case 'remove': {
      const ids = meant(step, person => model.users.has(person));
      return plan(model.remove(ids), planned({ kind: 'remove' }, { ids }));
    }
    default: {
      const undoing = step.type === 'redo';
      const id = step.type === 'undo set' ? step.nth % (model.sets.length + 1) : model.newest(undoing);
      if (step.type !== 'undo set')
        expect(await (undoing ? newestToRedo : newestToUndo)(read, operator.operator_id)).toBe(id);
      return id ? plan(model.undo(id), planUndo(id)) : null;
    }
  }
}

async function carryOut(step: Step, model: Model, roster: Fixture) {
  const taken = await take(step, model, roster);
  if (!taken) return;
  const { accepted, changeSet } = taken;
  expect(changeSet.problems.length === 0).toBe(accepted);
  if (accepted && changeSet.changes.length > 0)
    expect(await roster.apply(changeSet)).toMatchObject({ ok: true, applied: { id: model.sets.length } });
}

/** Later than all that is to be tried again. */
const farAhead = '2099-01-01T00:00:00.000Z';

/** One sender at work: what it took up is settled in turn. */
class Sender {
  readonly #underWay: { claim: ClaimedNotice; mail: Mail }[] = [];

  async take(step: Sending, model: Model, { roster }: Fixture) {
    if (step.type === 'claim') {
      const claim = await claimNotice(roster.write(), farAhead);
      expect(claim !== null).toBe(model.mail.some(mail => mail.state === 'waiting'));
      const person = Number(/\d+/.exec(claim?.user_email ?? '')?.[0]);
      if (claim) this.#underWay.push({ claim, mail: model.claim(person) });
      return;
    }
    const { claim, mail } = this.#underWay.shift() ?? {};
    if (!claim || !mail) return;
    const outcome = step.state === 'sent' ? { state: step.state } : { state: step.state, error: '' };
    await settleNotice(roster.write(), claim, outcome, farAhead);
    model.settle(mail, step.state);
  }
}

/** Everybody in the roster has exactly one e-mail of their addition that was sent, is being sent, waits or is unknown (domain rule 5). */
async function everybodyHasOneEmail({ read }: Fixture) {
  const users = await read.selectFrom('users').select(['person_id', 'added_at']).execute();
  const mail = await read.selectFrom('outbox').select(['person_id', 'created_at', 'state']).execute();
  for (const { person_id, added_at } of users) {
    const own = mail.filter(row => row.person_id === person_id && Date.parse(row.created_at) === added_at);
    expect(own, `e-mails to person ${person_id}`).toHaveLength(1);
    expect(['sent', 'sending', 'waiting', 'unknown']).toContain(own[0]?.state);
  }
  const waiting = new Set(mail.filter(row => row.state === 'waiting').map(row => row.person_id));
  expect(waiting.size, 'nobody waits for two').toBe(mail.filter(row => row.state === 'waiting').length);
}

async function agree(model: Model, roster: Fixture) {
  const { read } = roster;
  expect(new Map([...(await allSettings(read))].sort())).toEqual(new Map([...model.users].sort()));
  const use = (await readPools(read, 'named')).map(pool => [pool.package_name, pool.used]);
  expect(new Map(use as [PackageName, number][])).toEqual(
    new Map(packageNames.map(name => [name, model.used(name)])),
  );
  for (const [index, { undoes, changes }] of model.sets.entries()) {
    const set = await readChangeSet(read, index + 1);
    expect(set).toMatchObject({ users: changes.length, ...(undoes && { undoes }) });
    expect(set?.undone_by !== null).toBe(model.isUndone(index + 1));
  }
  const mail = await read.selectFrom('outbox').select(['person_id as person', 'state']).execute();
  const sorted = (list: readonly object[]) => list.map(item => JSON.stringify(item)).sort();
  expect(sorted(mail)).toEqual(sorted(model.mail));
  await everybodyHasOneEmail(roster);
  expect((await checkRecords(read)).findings).toEqual([]);
}

/**
 * Takes `runs` random stories of what admins do, undo and redo, and holds users, licenses, history, e-mails and what users
 * are found by against a model after every step.
 */
export async function agreesWithModel(runs: number, onStep: () => void = () => {}): Promise<void> {
  let run = 0;
  const folder = temporaryFolder();
  const emails = Array.from({ length: size }, (_, n) => ({ user_email: `p${n + 1}@acme.example` }));
  const template = await makeRoster(emails, { pools });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: sending }), {
        minLength: 1,
        maxLength: 20,
        size: 'max',
      }),
      async steps => {
        const path = join(folder, `${run++}.db`);
        copyFileSync(template, path);
        const roster = await openFixture(path);
        const model = new Model(pools);
        const sender = new Sender();
        try {
          for (const step of steps) {
            if (step.type === 'claim' || step.type === 'settle') await sender.take(step, model, roster);
            else await carryOut(step, model, roster);
            await agree(model, roster);
            onStep();
          }
        } finally {
          await roster.close();
          rmSync(path, { force: true });
        }
      },
    ),
    { numRuns: runs },
  );
}
