import Database from 'better-sqlite3';
import type { CatalogChange, FieldChanges } from '../../source/roster/plan/change-set.ts';
import type { PushState, StepState } from '../../source/roster/push/push-state.ts';
import { type PushStep, peopleOf } from '../../source/roster/push/step.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { accountFields } from '../../source/roster/users/fields.ts';
import type { FieldName, QueueAssignment } from '../../source/roster/users/user.ts';

interface ChangeRow {
  change_set_id: number;
  person_id: number;
  user_email: string;
  action: 'add' | 'update' | 'remove';
  kind: string;
  fields: string;
}

interface RefusalRow {
  change_set_id: number;
  person_id: number | null;
  kind: string | null;
  local_id: number | null;
  operation: string;
  state: string;
  fields: string;
  reason: string;
}

interface Tables {
  changes: ChangeRow[];
  refusals: RefusalRow[];
  pushes: { change_set_id: number; state: PushState; at: string }[];
  steps: { change_set_id: number; state: StepState; changed_at: string; step: PushStep }[];
}

function readTables(database: string): Tables {
  const connection = new Database(database, { readonly: true });
  const all = <T>(query: string) => connection.prepare(query).all() as T[];
  const tables = {
    changes: all<ChangeRow>(
      'select changes.*, kind from changes join change_sets using (change_set_id) order by change_set_id',
    ),
    refusals: all<RefusalRow>('select * from push_refusals'),
    pushes: all<Tables['pushes'][number]>('select * from pushes join change_sets using (change_set_id)'),
    steps: all<{ change_set_id: number; state: StepState; changed_at: string; step: string }>(
      'select * from push_steps',
    ).map(row => ({ ...row, step: JSON.parse(row.step) as PushStep })),
  };
  connection.close();
  return tables;
}

/** What is wrong in what a roster tells of its pushes, once nothing is on its way. */
export function wrongFates(database: string): string[] {
  const tables = readTables(database);
  return [...unfinished(tables), ...wrongRefusals(tables), ...untold(tables)];
}

function unfinished({ pushes, steps }: Tables): string[] {
  return [
    ...pushes.filter(({ state }) => state === 'waiting').map(({ change_set_id }) => `${change_set_id} waits`),
    ...steps
      .filter(({ state }) => state !== 'done' && state !== 'refused')
      .map(({ change_set_id, state, step }) => `${change_set_id}: ${step.operation} is ${state}`),
  ];
}

function wrongRefusals({ refusals }: Tables): string[] {
  const keyOf = ({ change_set_id, person_id, kind, local_id, operation }: RefusalRow) =>
    [change_set_id, person_id, kind, local_id, operation].join(' ');
  const groups = Map.groupBy(refusals, keyOf);
  return [
    ...[...groups].filter(([, some]) => some.length > 1).map(([key]) => `told twice: ${key}`),
    ...refusals.filter(({ reason }) => !/^\w.*\w/s.test(reason)).map(row => `no reason: ${keyOf(row)}`),
  ];
}

/** Whether any operation takes it: a name is set in the portal alone, and a supervisor has nothing to opt out of. */
function canBeSent([name, { before, after }]: [string, FieldChanges[FieldName] & {}]): boolean {
  if (name !== 'queues') return name !== 'display_name';
  const asPushed = (queues: unknown) =>
    ((queues ?? []) as QueueAssignment[]).map(queue =>
      queue.user_assignment_type === 'supervisor' ? { ...queue, opted_in: true } : queue,
    );
  return !sameValue(asPushed(before), asPushed(after));
}

/** Users of change sets of whom nothing was sent, nor refused, and whom nobody changed since. */
function untold({ changes, refusals, pushes, steps }: Tables): string[] {
  const wrong: string[] = [];
  for (const { change_set_id, state, at } of pushes) {
    // A set that waited before it takes with it what was changed of the same users.
    const own = steps.filter(
      step =>
        step.state === 'done' &&
        (step.change_set_id === change_set_id ||
          (step.change_set_id < change_set_id && step.changed_at >= at)),
    );
    const refused = refusals.filter(row => row.change_set_id === change_set_id);
    const told = new Set([
      ...own.flatMap(({ step }) => peopleOf(step)),
      ...refused.map(({ person_id }) => person_id),
    ]);
    const ofThing =
      own.some(({ step }) => 'name' in step) || refused.some(({ person_id }) => person_id === null);
    for (const { person_id, fields, user_email, action, kind } of changes.filter(
      row => row.change_set_id === change_set_id,
    )) {
      const isChangedSince = changes.some(
        row => row.person_id === person_id && row.change_set_id > change_set_id,
      );
      const isSent = Object.entries(JSON.parse(fields) as FieldChanges).some(canBeSent);
      // What was undone before it was sent is as it was, and whom the account never had, it needs not be told to remove.
      const isBack = kind === 'undo' || kind === 'redo';
      const before = changes.findLast(
        row => row.person_id === person_id && row.change_set_id < change_set_id,
      );
      const wasNeverThere = action === 'remove' && before?.action === 'add' && !wasAdded(person_id, steps);
      if (!told.has(person_id) && !ofThing && !isChangedSince && isSent && !wasNeverThere && !isBack)
        wrong.push(`${change_set_id} is ${state}, and does not tell of ${user_email}`);
    }
    if (own.length === 0 && state === 'in_part')
      wrong.push(`${change_set_id} is ${state}, and nothing of it was sent`);
    if (refused.length > 0 !== ['refused', 'in_part', 'given_up'].includes(state))
      wrong.push(`${change_set_id} is ${state}, and ${refused.length} are refused`);
  }
  return wrong;
}

function wasAdded(person_id: number, steps: Tables['steps']): boolean {
  return steps.some(
    ({ step, state }) =>
      state === 'done' && step.operation === 'batchCreateUsers' && peopleOf(step).includes(person_id),
  );
}

/** Additions that somebody decided, by e-mail. */
export function decidedAdditions(database: string): Record<string, number> {
  const decided: Record<string, number> = {};
  for (const { action, kind, user_email } of readTables(database).changes)
    if (action === 'add' && kind !== 'pull') decided[user_email] = (decided[user_email] ?? 0) + 1;
  return decided;
}

/**
 * What somebody here wanted and a later reading of the account undid, without a refusal that tells: only where nobody else changes the
 * account. `since` is the last change set of before.
 */
export function silentLosses(database: string, since: number): string[] {
  const { changes, refusals } = readTables(database);
  const parsed = changes.map(row => ({ ...row, fields: JSON.parse(row.fields) as FieldChanges }));
  return parsed.flatMap(({ change_set_id, person_id, user_email, kind, action, fields }) => {
    if (kind !== 'pull' || change_set_id <= since) return [];
    const told = refusals.filter(row => row.person_id === person_id);
    if (action !== 'update')
      return told.length > 0 ? [] : [`${change_set_id}: ${action} ${user_email} by the account`];
    const decided = parsed.filter(
      row => row.person_id === person_id && row.change_set_id < change_set_id && row.kind !== 'pull',
    );
    const lost = (Object.keys(fields) as FieldName[]).filter(name => {
      // Nobody can give that back.
      if ((accountFields as readonly FieldName[]).includes(name)) return false;
      const last = decided.findLast(row => name in row.fields && row.action !== 'remove')?.fields[name];
      const isTold = told.some(row => {
        const names = JSON.parse(row.fields) as string[];
        return names.length === 0 || names.includes(name);
      });
      return last && sameValue(last.after, fields[name]!.before) && last.after !== null && !isTold;
    });
    return lost.length > 0 ? [`${change_set_id}: ${user_email} has ${lost.join(', ')} otherwise`] : [];
  });
}

/** The same of what the catalog has. */
export function silentCatalogLosses(database: string, since: number): string[] {
  const connection = new Database(database, { readonly: true });
  const sets = connection
    .prepare("select change_set_id, catalog from change_sets where kind = 'pull' and change_set_id > ?")
    .all(since) as { change_set_id: number; catalog: string }[];
  connection.close();
  const { refusals } = readTables(database);
  return sets.flatMap(({ change_set_id, catalog }) =>
    (JSON.parse(catalog) as CatalogChange[])
      .filter(({ of, id }) => !refusals.some(row => row.kind === of && row.local_id === id))
      .filter(({ of }) => of !== 'template')
      .map(
        ({ of, name, before, after }) => `${change_set_id}: ${of} ${name} ${JSON.stringify([before, after])}`,
      ),
  );
}

/** The number of the newest change set. */
export function newestSet(database: string): number {
  const connection = new Database(database, { readonly: true });
  const { newest } = connection.prepare('select max(change_set_id) as newest from change_sets').get() as {
    newest: number;
  };
  connection.close();
  return newest;
}
