import { setTimeout } from 'node:timers/promises';
import { keepSettings, readBases } from '../../../db/account/bases.ts';
import { dropFromBases } from '../../../db/account/holders.ts';
import { readLink } from '../../../db/account/link.ts';
import {
  addStep,
  deleteStep,
  type KeptStep,
  type PushRefusal,
  readRefusals,
  readSteps,
  setStepState,
} from '../../../db/account/pushes.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import { deleteRemoteIds, keepRecord, keepRemoteIds } from '../../../db/account/remote-things.ts';
import { keepUserIds } from '../../../db/account/user-ids.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { operations } from '../../roster/push/operations.ts';
import type { StepState } from '../../roster/push/push-state.ts';
import { baseAfter, hadAtAccount } from '../../roster/push/settled.ts';
import { type PushStep, peopleOf, type ThingStep, thingOf, type UserRow } from '../../roster/push/step.ts';
import { halvesOf, partWhere, sizeOf } from '../../roster/push/step-parts.ts';
import { withoutRefused } from '../../roster/push/without-refused.ts';
import { AccountError } from '../client/account-error.ts';
import type { Written } from '../client/answers.ts';
import { noteSettled } from './note-settled.ts';
import { inTransaction, now, type Pushing } from './pushing.ts';
import { readBack, surroundings, whatIsLeft } from './read-back.ts';
import { conflictsOf, isOfAll, mayBeSo, noLicenseLeft, refusalsOf } from './refusals.ts';
import { NotThere, requestOf } from './requests.ts';
import { addedUsers, createdId, saidOf } from './written-ids.ts';

type Refused = Extract<Written, { kind: 'refused' }>;

type Attempted =
  | Written
  | { kind: 'unanswered'; error: AccountError }
  /** It is no call any more, and was not sent. */
  | { kind: 'gone' };

/** So often in a row a call may have no answer, before the rest waits for another time. */
const mostUnanswered = 4;
/** Milliseconds before what had no answer is read; then twice as long each time. */
const firstWait = 500;

/**
 * Sends one call and writes down what became of it, before and after. What had no answer is read and decided: nothing is sent again
 * blindly. A batch that is refused is halved, down to the user who is the reason. A call that was taken back meanwhile is not sent. Throws
 * AccountError; then the rest waits.
 */
export async function sendStep(pushing: Pushing, change_set_id: number, kept: KeptStep): Promise<void> {
  const { roster, signal } = pushing;
  let unanswered = 0;
  const [wanted] = withoutRefused([kept.step], await readRefusals(roster.read, change_set_id));
  if (!wanted) return await inTransaction(roster, trx => deleteStep(trx, kept.push_step_id));
  let step = await noteSettled(
    pushing,
    change_set_id,
    { ...kept, step: wanted },
    await whatIsLeft(roster.read, wanted),
  );
  while (step) {
    signal.throwIfAborted();
    const sent: PushStep = step;
    const outcome = await attempt(pushing, { ...kept, step: sent });
    switch (outcome.kind) {
      case 'gone':
        return;
      case 'taken':
        return await finish(pushing, change_set_id, { ...kept, step: sent }, outcome.body);
      case 'later':
        await setTimeout(outcome.wait, undefined, { signal });
        break;
      case 'unanswered':
        if (++unanswered === mostUnanswered) throw outcome.error;
        await setTimeout(firstWait * 2 ** (unanswered - 1), undefined, { signal });
        step = await noteSettled(
          pushing,
          change_set_id,
          { ...kept, step: sent },
          await readBack(pushing, sent, change_set_id),
        );
        break;
      case 'refused':
        return await refused(pushing, change_set_id, { ...kept, step: sent }, outcome);
    }
  }
}

async function attempt(pushing: Pushing, kept: KeptStep): Promise<Attempted> {
  const { roster, client, naming } = pushing;
  const { step } = kept;
  const note = (state: StepState) => inTransaction(roster, trx => setStepState(trx, kept, state, now()));
  try {
    const request = requestOf(step, await naming.of(step));
    // Somebody may have taken its set back just now: nothing goes out that is not written down.
    if (!(await note('sending'))) return { kind: 'gone' };
    return await client.write(operations[step.operation], request);
  } catch (error) {
    if (error instanceof NotThere) return { kind: 'refused', code: null, message: error.message };
    if (!(error instanceof AccountError)) throw error;
    const isUnsure = error.code === 'unreachable';
    await note(isUnsure && !error.isUnsent ? 'unknown' : 'waiting');
    if (!isUnsure) throw error;
    return { kind: 'unanswered', error };
  }
}

/** The account took a call: what it has by then is kept. */
async function finish(pushing: Pushing, change_set_id: number, kept: KeptStep, body: unknown): Promise<void> {
  const { roster, naming } = pushing;
  const { step } = kept;
  if (step.operation === 'createSkillCategory') naming.forgetCategories();
  if ('thing_id' in step && 'name' in step)
    return await finishThing(pushing, change_set_id, { ...kept, step }, body);
  if (step.operation === 'batchCreateUsers') return await finishAdditions(pushing, change_set_id, kept, body);
  const people = peopleOf(step);
  const bases = await readBases(roster.read, people);
  const around = await surroundings(roster.read);
  const after = people.map(person_id => ({
    person_id,
    settings: baseAfter(step, person_id, bases.get(person_id)?.settings ?? null, around),
  }));
  await inTransaction(roster, async trx => {
    await keepSettings(trx, after);
    await setStepState(trx, kept, 'done', now());
  });
}

async function finishAdditions(
  pushing: Pushing,
  change_set_id: number,
  kept: KeptStep,
  body: unknown,
): Promise<void> {
  const { roster } = pushing;
  const { step } = kept;
  const added = await addedUsers(pushing, step, body);
  const around = await surroundings(roster.read);
  const users = await readUsers(roster.read, [...added.keys()]);
  const after = [...added].map(([person_id, remote_id]) => ({
    ...{ person_id, remote_id },
    settings: {
      ...baseAfter(step, person_id, null, around),
      ...hadAtAccount(users.get(person_id)?.settings),
    },
  }));
  const done = partWhere(step, (_, person_id) => added.has(person_id));
  const silent = partWhere(step, (_, person_id) => !added.has(person_id));
  await inTransaction(roster, async trx => {
    await keepUserIds(
      trx,
      [...added].map(([person_id, user_id]) => ({ person_id, user_id })),
    );
    await keepSettings(trx, after);
    if (done && silent) await addStep(trx, change_set_id, { step: done, state: 'done' }, now());
    await setStepState(trx, { ...kept, step: silent ?? step }, silent ? 'unknown' : 'done', now());
  });
  if (!silent) return;
  // Of some it said nothing: nobody is added twice, so that is read.
  const unsure = { ...kept, step: silent };
  const left = await noteSettled(
    pushing,
    change_set_id,
    unsure,
    await readBack(pushing, silent, change_set_id),
  );
  if (!left) return;
  const isLess = done !== null || sizeOf(left) < sizeOf(silent);
  if (isLess) return await sendStep(pushing, change_set_id, { ...kept, step: left });
  if (sizeOf(left) > 1) return await sendHalves(pushing, change_set_id, { ...kept, step: left });
  await inTransaction(roster, async trx => {
    await setStepState(trx, { ...kept, step: left }, 'refused', now());
    await addRefusals(
      trx,
      change_set_id,
      conflictsOf(left, 'The account took it, and does not have the user.'),
    );
  });
}

async function finishThing(
  pushing: Pushing,
  change_set_id: number,
  kept: KeptStep & { step: ThingStep },
  body: unknown,
): Promise<void> {
  const { roster } = pushing;
  const { step } = kept;
  const { of, does } = thingOf(step);
  const { thing_id: id } = step;
  const remote_id = does === 'create' ? createdId(of, body) : null;
  const names = await pushing.naming.of(step);
  const instead = names.instead(of, id);
  // Its answer does not say under which id: that is read.
  if (does === 'create' && remote_id === null) await readBack(pushing, step, change_set_id);
  await inTransaction(roster, async trx => {
    if (remote_id !== null)
      await keepRemoteIds(trx, [{ of, remote_id, id, record: saidOf(of, step.values) }]);
    if (does === 'update') await keepRecord(trx, { of, id, record: step.values });
    if (does === 'delete') {
      await deleteRemoteIds(trx, [{ of, id }]);
      await dropFromBases(trx, { of, id }, instead);
    }
    await setStepState(trx, kept, 'done', now());
  });
}

async function refused(
  pushing: Pushing,
  change_set_id: number,
  kept: KeptStep,
  answer: Refused,
): Promise<void> {
  const { roster } = pushing;
  const { step } = kept;
  const isOfSeveral = sizeOf(step) > 1;
  // Where batches are known to be all or nothing, none has gone through. If one has all the same, it is taken again, or refused as being so
  // already, and that is read of whoever is sent alone.
  const isWhole = isOfSeveral && (await readLink(roster.read))?.probed?.batches === 'whole';
  if (isWhole && !isOfAll(step, answer.code)) return await sendHalves(pushing, change_set_id, kept);
  if (isOfSeveral || mayBeSo(answer.code)) {
    // Of a batch, some may have gone through.
    const read = await readBack(pushing, step, change_set_id);
    const left = await noteSettled(pushing, change_set_id, kept, read);
    if (!left) return;
    if (sizeOf(left) < sizeOf(step)) return await sendStep(pushing, change_set_id, { ...kept, step: left });
    if (isOfSeveral && !isOfAll(step, answer.code)) return await sendHalves(pushing, change_set_id, kept);
  }
  await inTransaction(roster, async trx => {
    await setStepState(trx, kept, 'refused', now());
    await addRefusals(trx, change_set_id, refusalsOf(step, answer));
    if (answer.code === noLicenseLeft)
      await addRefusals(trx, change_set_id, await alike(trx, change_set_id, kept, answer));
  });
}

/** Sends a call in two, one after the other. */
async function sendHalves(
  { roster, ...pushing }: Pushing,
  change_set_id: number,
  { step, push_step_id }: KeptStep,
): Promise<void> {
  const kept: KeptStep[] = [];
  await inTransaction(roster, async trx => {
    await deleteStep(trx, push_step_id);
    for (const half of halvesOf(step)) {
      const id = await addStep(trx, change_set_id, { step: half, state: 'waiting' }, now());
      kept.push({ push_step_id: id, step: half, state: 'waiting' });
    }
  });
  for (const half of kept) await sendStep({ roster, ...pushing }, change_set_id, half);
}

/** All others who wait for the same package and add-ons: there are no more. */
async function alike(
  trx: Db,
  change_set_id: number,
  { step, push_step_id }: KeptStep,
  answer: Refused,
): Promise<PushRefusal[]> {
  const wanted = ({ settings }: UserRow) =>
    JSON.stringify([settings.package_name, settings.add_ons_plan ?? []]);
  const [row] = 'rows' in step ? step.rows : [];
  if (!row) return [];
  const waiting = await readSteps(trx, change_set_id, ['waiting']);
  return waiting.flatMap(other => {
    if (!('rows' in other.step) || other.push_step_id === push_step_id) return [];
    if (other.step.operation !== step.operation) return [];
    const rows = other.step.rows.filter(same => wanted(same) === wanted(row));
    return rows.length > 0 ? refusalsOf({ ...other.step, rows }, answer) : [];
  });
}
