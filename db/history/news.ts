import type { ChangeSetKind } from '../../source/roster/plan/change-set.ts';
import type { News } from '../../source/roster/screen/news.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';

/** So many sets and people are read: whoever was away for longer has the history. */
const mostSets = 50;
const mostPeople = 20_000;

/** More names than this are a number. */
const mostNames = 3;

/** The newest change set; null where there is none. */
export async function lastChangeSetId(db: Db): Promise<number | null> {
  const { latest } = await db
    .selectFrom('change_sets')
    .select(eb => eb.fn.max<number | null>('change_set_id').as('latest'))
    .executeTakeFirstOrThrow();
  return latest;
}

/** What was done after a change set, but for the sets that are one's own; nothing where it is null, as on a first look. */
export async function newsSince(db: Db, since: number | null, own: ReadonlySet<number>): Promise<News> {
  const latest = await lastChangeSetId(db);
  const none: News = { latest: latest ?? 0, sets: [], added: [], changed: [] };
  if (since === null || latest === null || latest <= since) return none;
  const sets = await db
    .selectFrom('change_sets')
    .select(['change_set_id as id', 'operator_name', 'kind', 'summary', 'users'])
    .where('change_set_id', '>', since)
    .where('change_set_id', 'not in', idList([...own]))
    .orderBy('change_set_id', 'desc')
    .limit(mostSets)
    .execute();
  if (sets.length === 0) return none;
  const changes = await db
    .selectFrom('changes')
    .select(['change_set_id', 'person_id', 'action', 'user_name'])
    .where('change_set_id', 'in', idList(sets.map(({ id }) => id)))
    .orderBy('change_set_id', 'desc')
    .limit(mostPeople)
    .execute();
  // Of several changes to one person the newest counts, but whoever was added is new however they are by now.
  const actions = new Map<number, string>();
  for (const { person_id, action } of changes) {
    const later = actions.get(person_id);
    if (later === undefined || (later === 'update' && action === 'add')) actions.set(person_id, action);
  }
  const those = (action: string) => [...actions].flatMap(([id, did]) => (did === action ? [id] : []));
  const named = sets.reverse().map(set => ({
    ...set,
    kind: set.kind as ChangeSetKind,
    names: set.users > mostNames ? [] : namesIn(changes, set.id),
  }));
  return { ...none, sets: named, added: those('add'), changed: those('update') };
}

function namesIn(changes: readonly { change_set_id: number; user_name: string }[], id: number): string[] {
  return changes.filter(change => change.change_set_id === id).map(change => change.user_name);
}
