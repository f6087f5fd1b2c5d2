import type { Change, FieldChanges } from '../../source/roster/plan/change-set.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { readUsers } from '../users/users.ts';
import { updateUsers } from '../users/write-users.ts';

/**
 * Makes these changes a part of the additions by a set, in history too, of whoever is as that set left them; returns who that was.
 */
export async function completeChanges(
  trx: Db,
  change_set_id: number,
  changes: readonly Change[],
): Promise<Set<number>> {
  const people = changes.map(({ person_id }) => person_id);
  const users = await readUsers(trx, people);
  const rows = await trx
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.change_set_id', 'changes.change_set_id')
    .select(['person_id', 'at', 'change_sets.operator_id', 'operator_name', 'via'])
    .where('changes.change_set_id', '=', change_set_id)
    .where('action', '=', 'add')
    .where('person_id', 'in', idList(people))
    .execute();
  const sets = await sameAdditions(trx, change_set_id);
  const completed = new Set<number>();
  for (const { person_id, ...by } of rows) {
    const change = changes.find(one => one.person_id === person_id)!;
    if (users.get(person_id)?.version !== change_set_id) continue;
    await updateUsers(trx, [change], { id: change_set_id, by });
    await addToHistory(trx, sets, change);
    completed.add(person_id);
  }
  return completed;
}

/** The set, and those that it does again: what is redone is in force under the number that it had first. */
async function sameAdditions(trx: Db, change_set_id: number): Promise<number[]> {
  const sets: number[] = [];
  for (let id: number | null = change_set_id; id !== null; ) {
    sets.push(id);
    const set: { undoes: number | null } | undefined = await trx
      .selectFrom('change_sets')
      .select('undoes')
      .where('change_set_id', '=', id)
      .executeTakeFirst();
    id = set?.undoes ?? null;
  }
  return sets;
}

/** In all of the sets: what somebody was added with, they had when that was undone. */
async function addToHistory(
  trx: Db,
  sets: readonly number[],
  { person_id, fields }: Pick<Change, 'person_id' | 'fields'>,
): Promise<void> {
  const rows = await trx
    .selectFrom('changes')
    .select(['change_set_id', 'action', 'fields'])
    .where('change_set_id', 'in', sets)
    .where('person_id', '=', person_id)
    .where('action', 'in', ['add', 'remove'])
    .execute();
  for (const { change_set_id, action, fields: known } of rows) {
    const more = Object.entries(fields).map(([name, { after: value }]) => [
      name,
      action === 'add' ? { before: null, after: value } : { before: value, after: null },
    ]);
    const all = { ...(JSON.parse(known) as FieldChanges), ...Object.fromEntries(more) };
    await trx
      .updateTable('changes')
      .set({ fields: JSON.stringify(all) })
      .where('change_set_id', '=', change_set_id)
      .where('person_id', '=', person_id)
      .execute();
  }
}
