import type { AppliedChangeSet, Change } from '../../source/roster/plan/change-set.ts';
import type { HistoryPlace } from '../../source/roster/screen/page-effects.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { countChangeSets, listChangeSets } from './change-sets.ts';

/**
 * A set's changes in the order of the names, the `limit` ones after a person. Only a page's fields are read:
 * those of 10,000 users are megabytes.
 */
export async function changesAfter(
  db: Db,
  { id, after, limit }: { id: number; after: number | null; limit: number },
): Promise<Change[]> {
  const names = await db
    .selectFrom('changes')
    .select(['person_id', 'user_name'])
    .where('change_set_id', '=', id)
    .execute();
  const keyed = names.map(({ person_id, user_name }) => ({ person_id, key: fold(user_name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.person_id - b.person_id));
  const from = after === null ? 0 : keyed.findIndex(({ person_id }) => person_id === after) + 1;
  const ids = keyed.slice(from, from + limit).map(({ person_id }) => person_id);
  const rows = await db
    .selectFrom('changes')
    .select(['person_id', 'user_email', 'user_name', 'action', 'fields'])
    .where('change_set_id', '=', id)
    .where('person_id', 'in', idList(ids))
    .execute();
  const byId = new Map(rows.map(row => [row.person_id, row]));
  return ids.flatMap(person_id => {
    const row = byId.get(person_id);
    return row ? [{ ...row, version: null, fields: JSON.parse(row.fields) as Change['fields'] }] : [];
  });
}

const setsAtOnce = 100;

interface SetsOfPage {
  person_id: number | null;
  search: string;
  place: HistoryPlace;
}

/** Sets without the changes of each user, and how many there are in all. */
export async function setsOfPage(
  db: Db,
  { person_id, search, place }: SetsOfPage,
): Promise<{ sets: AppliedChangeSet[]; total: number }> {
  const of = { search, ...(person_id === null ? {} : { person_id }) };
  const from =
    'since' in place
      ? { since: place.since }
      : { limit: setsAtOnce, ...(place.before === null ? {} : { before: place.before }) };
  return { sets: await listChangeSets(db, { ...of, ...from }), total: await countChangeSets(db, of) };
}
