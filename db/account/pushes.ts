import type { CatalogChange, FieldChanges } from '../../source/roster/plan/change-set.ts';
import { type RemoteKind, thingKey } from '../../source/roster/pull/pulled-catalog.ts';
import { ownFields } from '../../source/roster/push/own-fields.ts';
import type { PushState, RefusalState, StepState } from '../../source/roster/push/push-state.ts';
import { type PushedKind, type PushStep, pushedKinds } from '../../source/roster/push/step.ts';
import type { FieldName } from '../../source/roster/users/user.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readLink } from './link.ts';
import type { Scope } from './waiting.ts';

/** A change set that is for the account too. */
export interface Push {
  change_set_id: number;
  state: PushState;
  changed_at: string;
  refused_set_id: number | null;
}

/** A call, as it is kept. */
export interface KeptStep {
  push_step_id: number;
  step: PushStep;
  state: StepState;
}

/** Something that the account did not take; a user, or a thing of the catalog. */
export interface PushRefusal {
  person_id: number | null;
  kind: PushedKind | null;
  local_id: number | null;
  operation: PushStep['operation'];
  state: RefusalState;
  /** What was to be set; none: all of the user or thing. */
  fields: FieldName[];
  code: number | null;
  /** A sentence for people. */
  reason: string;
}

/** Null where it is for the roster alone, or was made before there was an account. */
export async function readPush(db: Db, change_set_id: number): Promise<Push | null> {
  const row = await db
    .selectFrom('pushes')
    .selectAll()
    .where('change_set_id', '=', change_set_id)
    .executeTakeFirst();
  return row ?? null;
}

/** The sets that wait to be sent, oldest first; up to one of them where that is given. */
export async function waitingPushes(db: Db, upTo?: number): Promise<number[]> {
  const rows = await db
    .selectFrom('pushes')
    .select('change_set_id')
    .where('state', '=', 'waiting')
    .$if(upTo !== undefined, query => query.where('change_set_id', '<=', upTo!))
    .orderBy('change_set_id')
    .execute();
  return rows.map(row => row.change_set_id);
}

/** Begins to wait with these calls; what it waited with before and was not sent goes. */
export async function writeSteps(
  trx: Db,
  change_set_id: number,
  steps: readonly PushStep[],
  changed_at: string,
): Promise<void> {
  await trx
    .deleteFrom('push_steps')
    .where('change_set_id', '=', change_set_id)
    .where('state', '=', 'waiting')
    .execute();
  const rows = steps.map(step => ({
    ...{ change_set_id, ...columnsOf(step) },
    ...{ state: 'waiting' as const, changed_at },
  }));
  await inChunks(rows, chunk => trx.insertInto('push_steps').values(chunk).execute());
}

function columnsOf(step: PushStep): { operation: PushStep['operation']; step: string } {
  return { operation: step.operation, step: JSON.stringify(step) };
}

/** A call that comes of another: a part of its users. Returns its number. */
export async function addStep(
  trx: Db,
  change_set_id: number,
  { step, state }: Pick<KeptStep, 'step' | 'state'>,
  changed_at: string,
): Promise<number> {
  const { insertId } = await trx
    .insertInto('push_steps')
    .values({ change_set_id, ...columnsOf(step), state, changed_at })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** A call is so far, with what it was about in the end; false where it is none any more, as its set was planned anew meanwhile. */
export async function setStepState(
  trx: Db,
  { push_step_id, step }: Pick<KeptStep, 'push_step_id' | 'step'>,
  state: StepState,
  changed_at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('push_steps')
    .set({ state, changed_at, step: JSON.stringify(step) })
    .where('push_step_id', '=', push_step_id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Nothing is left of a call: what it was about was refused before, or is sent in parts. */
export async function deleteStep(trx: Db, push_step_id: number): Promise<void> {
  await trx.deleteFrom('push_steps').where('push_step_id', '=', push_step_id).execute();
}

/** The calls of a set in these states, in their order; so many at most. */
export async function readSteps(
  db: Db,
  change_set_id: number,
  states: readonly StepState[],
  limit = -1,
): Promise<KeptStep[]> {
  const rows = await db
    .selectFrom('push_steps')
    .select(['push_step_id', 'step', 'state'])
    .where('change_set_id', '=', change_set_id)
    .where('state', 'in', states)
    .orderBy('push_step_id')
    .limit(limit)
    .execute();
  return rows.map(({ step, ...row }) => ({ ...row, step: JSON.parse(step) as PushStep }));
}

/** How many calls of a set are done, how many were refused, and how many there are. */
export async function countSteps(
  db: Db,
  change_set_id: number,
): Promise<{ done: number; refused: number; total: number }> {
  const rows = await db
    .selectFrom('push_steps')
    .select(['state', eb => eb.fn.countAll<number>().as('steps')])
    .where('change_set_id', '=', change_set_id)
    .groupBy('state')
    .execute();
  const of = (state: StepState) => rows.find(row => row.state === state)?.steps ?? 0;
  return { done: of('done'), refused: of('refused'), total: rows.reduce((sum, { steps }) => sum + steps, 0) };
}

/** Calls of which nobody knows whether the account has them, with their sets. */
export async function readUnsure(db: Db): Promise<(KeptStep & { change_set_id: number })[]> {
  const rows = await db
    .selectFrom('push_steps')
    .innerJoin('pushes', 'pushes.change_set_id', 'push_steps.change_set_id')
    .select(['push_step_id', 'push_steps.change_set_id', 'step', 'push_steps.state'])
    .where('pushes.state', '=', 'waiting')
    .where('push_steps.state', 'in', ['sending', 'unknown'])
    .orderBy('push_step_id')
    .execute();
  return rows.map(({ step, ...row }) => ({ ...row, step: JSON.parse(step) as PushStep }));
}

/** What the account did not take of a change set, or of one person in it, in the order in which it was written down. */
export async function readRefusals(
  db: Db,
  change_set_id: number,
  person_id?: number,
): Promise<PushRefusal[]> {
  const rows = await db
    .selectFrom('push_refusals')
    .selectAll()
    .where('change_set_id', '=', change_set_id)
    .$if(person_id !== undefined, query => query.where('person_id', '=', person_id!))
    .orderBy('push_refusal_id')
    .execute();
  return rows.map(({ push_refusal_id: _, change_set_id: __, fields, ...row }) => ({
    ...row,
    fields: JSON.parse(fields) as FieldName[],
  }));
}

/** A set is at its end, or waits again. */
export async function setPushState(
  trx: Db,
  change_set_id: number,
  push: Partial<Omit<Push, 'change_set_id'>>,
): Promise<void> {
  await trx.updateTable('pushes').set(push).where('change_set_id', '=', change_set_id).execute();
}

/** Whether what a set did was not taken back, and all whom it added and changed are users at the account as they are here. */
export async function isInForce(db: Db, change_set_id: number): Promise<boolean> {
  const set = await db
    .selectFrom('change_sets')
    .select('undone_by')
    .where('change_set_id', '=', change_set_id)
    .executeTakeFirst();
  if (set?.undone_by !== null) return false;
  const other = await db
    .selectFrom('changes')
    .leftJoin('users', 'users.person_id', 'changes.person_id')
    .leftJoin('account_base', 'account_base.person_id', 'changes.person_id')
    .select('changes.person_id')
    .where('change_set_id', '=', change_set_id)
    .where(eb =>
      eb.or([
        eb.and([eb('action', '<>', 'remove'), eb('users.person_id', 'is', null)]),
        eb.and([eb('action', '=', 'remove'), eb('account_base.person_id', 'is not', null)]),
      ]),
    )
    .executeTakeFirst();
  return other === undefined;
}

/** All that differs is to be sent: it waits with the first reading, which is when the two began to be compared. */
export async function sendAll(trx: Db): Promise<void> {
  const change_set_id = (await readLink(trx))?.first_set_id;
  const changed_at = new Date().toISOString();
  if (change_set_id == null) return;
  await trx
    .insertInto('pushes')
    .values({ change_set_id, state: 'waiting', changed_at })
    .onConflict(conflict => conflict.column('change_set_id').doUpdateSet({ state: 'waiting', changed_at }))
    .execute();
}

/** Whom and what of the catalog a change set changed; undefined for all that differs. */
export async function scopeOf(db: Db, change_set_id: number): Promise<Scope | undefined> {
  if ((await readLink(db))?.first_set_id === change_set_id) return undefined;
  const rows = await db
    .selectFrom('changes')
    .select(['person_id', 'action', 'fields'])
    .where('change_set_id', '=', change_set_id)
    .execute();
  const { catalog } = await db
    .selectFrom('change_sets')
    .select('catalog')
    .where('change_set_id', '=', change_set_id)
    .executeTakeFirstOrThrow();
  return {
    users: new Map(
      rows.map(({ person_id, action, fields }) => [
        person_id,
        ownFields({ action, fields: JSON.parse(fields) as FieldChanges }),
      ]),
    ),
    things: thingsOf(JSON.parse(catalog) as CatalogChange[]),
  };
}

function thingsOf(catalog: readonly CatalogChange[]): Set<string> {
  return new Set(
    catalog.flatMap(({ of, id }) =>
      id !== null && (pushedKinds as readonly string[]).includes(of) ? [thingKey(of as RemoteKind, id)] : [],
    ),
  );
}
