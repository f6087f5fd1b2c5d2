import { sql } from 'kysely';
import type { CatalogChange, Change, ChangeSetKind } from '../../../source/roster/plan/change-set.ts';
import { summaryOf } from '../../../source/roster/plan/summary.ts';
import { fold } from '../../../source/roster/text/fold.ts';
import type { Db } from '../dialect.ts';
import { idList } from '../id-list.ts';

/** Of more users the number that version 1 wrote says enough, and reading what became of each would take long. */
const mostUsers = 100;
const setsAtOnce = 200;

/** Part of version 2: summaries say whom and what. `Edit 1 user` becomes `Edit Ana Silva: role, 2 queues`. */
export async function migrateSummaries(db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const sets = await db
      .selectFrom('change_sets')
      .select(['change_set_id as id', 'kind', 'undoes', 'users', 'catalog'])
      .where('change_set_id', '>', after)
      .where('users', '>', 0)
      .where('users', '<=', mostUsers)
      .where('kind', '<>', 'catalog')
      .orderBy('change_set_id')
      .limit(setsAtOnce)
      .execute();
    const last = sets.at(-1);
    if (!last) return;
    after = last.id;
    const changes = await changesByName(
      db,
      sets.map(({ id }) => id),
    );
    const summaries = sets.flatMap(({ id, kind, undoes, users, catalog }) => {
      const own = changes.get(id) ?? [];
      // Of very large imports history does not have each user.
      if (own.length !== users) return [];
      const set = {
        kind: kind as ChangeSetKind,
        changes: own,
        catalog: JSON.parse(catalog) as CatalogChange[],
      };
      return [[id, summaryOf({ ...set, ...(undoes !== null && { undoes }) })]];
    });
    await sql`update change_sets set summary = told.value ->> 1 from json_each(${JSON.stringify(summaries)}) as told
      where change_set_id = told.value ->> 0`.execute(db);
  }
}

async function changesByName(db: Db, ids: readonly number[]): Promise<Map<number, Change[]>> {
  const rows = await db
    .selectFrom('changes')
    .select(['change_set_id', 'person_id', 'user_email', 'user_name', 'action', 'fields'])
    .where('change_set_id', 'in', idList(ids))
    .execute();
  const keyed = rows.map(row => ({ row, key: fold(row.user_name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.person_id - b.row.person_id));
  const bySet = Map.groupBy(keyed, ({ row }) => row.change_set_id);
  return new Map(
    [...bySet].map(([id, own]) => [
      id,
      own.map(({ row: { change_set_id: _, fields, ...change } }) => ({
        ...change,
        version: null,
        fields: JSON.parse(fields) as Change['fields'],
      })),
    ]),
  );
}
