import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { deleteLink, writeLink } from '../../db/account/link.ts';
import { readPools } from '../../db/catalog/account.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { fold } from '../../source/roster/text/fold.ts';
import { type PackageName, packageNames } from '../../source/roster/users/vocabulary.ts';
import { temporaryFolder } from '../after-file.ts';
import { account, allSettings, type Fixture, makeRoster, openFixture } from './fixture.ts';
import { Model } from './model.ts';
import { everybodyHasOneEmail, Sender, sending } from './model-mail.ts';
import { logins, Screen } from './model-screen.ts';
import {
  added,
  addingIntent,
  edited,
  editingIntent,
  meant,
  type Step,
  size,
  skills,
  step,
  teams,
} from './model-steps.ts';

const pools = { essentials: 4, premium: 1 };
const anyStep = fc.oneof(
  { weight: 8, arbitrary: step },
  { weight: 2, arbitrary: sending },
  { weight: 1, arbitrary: fc.constant({ type: 'connect' as const }) },
);
const emailOf = (person: number) => `p${person}@acme.example`;

/** Takes the step on the model and plans it on the roster; null where there is nothing to take. */
async function take(step: Step, model: Model, { planned, planUndo }: Fixture, screen: Screen) {
  const plan = async (accepted: boolean, changeSet: Promise<ChangeSet>) => ({
    accepted,
    changeSet: await changeSet,
  });
  switch (step.type) {
    case 'add': {
      const ids = meant(step, person => !model.users.has(person));
      return plan(model.add(ids, added(step)), planned(addingIntent(step), { ids }));
    }
    case 'edit': {
      const ids = meant(step, person => model.users.has(person));
      return plan(
        model.edit(ids, before => edited(before, step)),
        planned(editingIntent(step), { ids }),
      );
    }
    case 'remove': {
      const ids = meant(step, person => model.users.has(person));
      return plan(model.remove(ids), planned({ kind: 'remove' }, { ids }));
    }
    case 'undo set': {
      const id = step.nth % (model.sets.length + 1);
      const known = new Set(model.sets[id - 1]?.changes.map(change => change.person));
      const some = step.only?.filter(person => known.has(person));
      const only = some?.length ? some : undefined;
      const part = { skipConflicts: step.skip, ...(only && { only: only.map(emailOf) }) };
      return id ? plan(model.undo(id, { skip: step.skip, ...(only && { only }) }), planUndo(id, part)) : null;
    }
    default: {
      const id = model.top(screen.operator, step.type);
      const set = await screen.press(step.type, id);
      return id && set ? plan(model.undo(id, { skip: true }), Promise.resolve(set)) : null;
    }
  }
}

async function carryOut(step: Step, model: Model, roster: Fixture, screen: Screen) {
  model.operator = screen.operator;
  const taken = await take(step, model, roster, screen);
  if (!taken) return;
  const { accepted, changeSet } = taken;
  expect(changeSet.problems.length === 0).toBe(accepted);
  if (!accepted || changeSet.changes.length === 0) return;
  const { operator_id } = await screen.who();
  const applied = await roster.apply(changeSet, { operator_id, operator_name: logins[screen.operator]! });
  expect(applied).toMatchObject({ ok: true, applied: { id: model.sets.length } });
  if (applied.ok) await screen.made(applied.applied);
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
  await everybodyHasOneEmail(model, roster);
  expect((await checkRecords(read)).findings).toEqual([]);
}

/** Connects the roster, which then leaves e-mails to the account, or disconnects it. */
async function connect(model: Model, { roster }: Fixture) {
  model.isConnected = !model.isConnected;
  const link = { remote_account_id: 'acme', connected_at: account.created_at, connected_by: 'maria' };
  if (model.isConnected) await writeLink(roster.write(), link);
  else await deleteLink(roster.write());
}

/** The second operator, and what users can have besides queues. */
async function prepare(path: string) {
  const { roster, close } = await openFixture(path);
  const kim = { operator_name: 'kim', login: 'kim', role_id: 1, is_owner: 0, user_email_key: null };
  await roster.write().insertInto('operators').values(kim).execute();
  for (const { name, level } of skills) {
    const skill = {
      skill_name: name,
      skill_key: fold(name),
      category: 'All',
      graded: level === null ? 0 : 1,
    };
    await roster.write().insertInto('skills').values(skill).execute();
  }
  for (const { name } of teams)
    await roster
      .write()
      .insertInto('teams')
      .values({ team_name: name, team_key: fold(name) })
      .execute();
  await close();
}

/**
 * Takes `runs` random stories of what two admins with two screens each do, undo and redo, and holds users, licenses, history,
 * e-mails, stacks and what users are found by against a model after every step.
 */
export async function agreesWithModel(runs: number, onStep: () => void = () => {}): Promise<void> {
  let run = 0;
  const folder = temporaryFolder();
  const emails = Array.from({ length: size }, (_, n) => ({ user_email: emailOf(n + 1) }));
  const template = await makeRoster(emails, { pools });
  await prepare(template);
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.record({ step: anyStep, screen: fc.nat(3) }), {
        minLength: 1,
        maxLength: 20,
        size: 'max',
      }),
      async (alone, steps) => {
        const path = join(folder, `${run++}.db`);
        copyFileSync(template, path);
        const roster = await openFixture(path);
        const model = new Model(pools);
        const sender = new Sender();
        const screens = [0, 0, 1, 1].map(operator => new Screen({ operator, alone }, roster));
        try {
          for (const { step, screen } of steps) {
            if (step.type === 'connect') await connect(model, roster);
            else if (step.type === 'claim' || step.type === 'settle') await sender.take(step, model, roster);
            else await carryOut(step, model, roster, screens[alone ? 0 : screen]!);
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
