import { sql } from 'kysely';
import type { Operator } from '../../source/roster/access/privileges.ts';
import { isUsedKind } from '../../source/roster/catalog/catalog-users.ts';
import { type AppliedChangeSet, changeSetLimit } from '../../source/roster/plan/change-set.ts';
import type { Facts, LaterSet } from '../../source/roster/plan/facts.ts';
import { laterKey, lostReferences, undoChange } from '../../source/roster/undo/undo-user.ts';
import type { FieldName } from '../../source/roster/users/user.ts';
import { usersOf } from '../catalog/catalog-users.ts';
import { lastRemovals } from '../history/change-sets.ts';
import { refusedParts, undoneParts } from '../history/undone-parts.ts';
import { withdrawnUnsent } from '../outbox/outbox.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { readFacts } from './facts.ts';
import { removedThere } from './removed-there.ts';
import { readStacks } from './undo-stacks.ts';

/** What undoing a change set needs: the subjects are its people, and those who have what would go with it. */
export async function readUndoFacts(db: Db, set: AppliedChangeSet, operator: Operator): Promise<Facts> {
  const ids = new Set(set.changes.map(change => change.person_id));
  // One more than a change set holds: enough to know that it is too many.
  for (const { of, id, before } of set.catalog)
    if (before === null && id !== null && isUsedKind(of))
      for (const user of await usersOf(db, of, id, changeSetLimit + 1)) ids.add(user);
  const facts = await readFacts(db, { ids: [...ids] }, operator);
  const gone = facts.subjects.flatMap(({ person, user }) => (person && !user ? person.person_id : []));
  const removals = set.changes.filter(change => change.action === 'remove');
  const unsent = await withdrawnUnsent(db, removals);
  const undo = {
    stacks: await readStacks(db, operator.operator_id),
    takenBack: await undoneParts(db, set.id),
    refusedParts: await refusedParts(db, set.id),
    later: await laterSets(db, set.id, clashing(set, facts)),
    lost: await removalsOfThings(db, lostReferences(set.changes, facts.catalog)),
    unsent: new Set(unsent.map(row => row.person_id)),
    removedThere: await removedThere(db, set.id),
  };
  return { ...facts, removed: await lastRemovals(db, gone), undo };
}

function clashing({ changes }: AppliedChangeSet, facts: Facts): number[] {
  const subjects = new Map(facts.subjects.map(subject => [subject.person?.person_id, subject]));
  return changes
    .filter(change => 'problem' in undoChange(change, subjects.get(change.person_id), facts))
    .map(change => change.person_id);
}

/**
 * Which set changed each field of these people last, after a set, and which added them. A set that is undone is none of
 * them, nor is the undo: to take that back would be no way to what was before.
 */
async function laterSets(db: Db, after: number, people: readonly number[]): Promise<Map<string, LaterSet>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<LaterSet & { person_id: number; what: FieldName | 'add' }>`
    select person_id, touched.key as what, max(later.change_set_id) as id, operator_name
    from changes as later join change_sets as own using (change_set_id),
      json_each(json_set(fields, '$.' || action, 1)) as touched
    where person_id in ${idList(people)} and later.change_set_id > ${after}
      and undone_by is null and (undoes is null or undoes < ${after})
      and not exists (
        select 1 from change_sets as undoing
        cross join changes as part on part.change_set_id = undoing.change_set_id and part.person_id = later.person_id
        where undoing.undoes = later.change_set_id and undoing.undone_by is null
      )
    group by person_id, touched.key`.execute(db);
  return new Map(
    rows.map(({ person_id, what, id, operator_name }) => [laterKey(person_id, what), { id, operator_name }]),
  );
}

/** By which change set each of these things was removed last: `queue 3`, `role 7`. */
async function removalsOfThings(db: Db, things: ReadonlySet<string>): Promise<Map<string, LaterSet>> {
  if (things.size === 0) return new Map();
  const { rows } = await sql<LaterSet & { thing: string }>`
    select change_set_id as id, operator_name, thing from (
      select change_set_id, operator_name,
        json_extract(change.value, '$.of') || ' ' || json_extract(change.value, '$.id') as thing
      from change_sets, json_each(catalog) as change
      where catalog <> '[]' and json_extract(change.value, '$.after') is null
    )
    where thing in (select value from json_each(${JSON.stringify([...things])}))
    order by change_set_id`.execute(db);
  return new Map(rows.map(({ thing, ...set }) => [thing, set]));
}
