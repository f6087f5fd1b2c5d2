import { type SelectQueryBuilder, sql } from 'kysely';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import { foldInSql } from '../sqlite/functions.ts';
import type { Tables } from '../tables.ts';

/**
 * Change sets that have each word of a search in their summary (whom, which fields), in who made them, in their local day and
 * time, or in the name or e-mail of somebody they changed.
 */
export function withSearch<Row>(
  query: SelectQueryBuilder<Tables, 'change_sets', Row>,
  search: string,
): SelectQueryBuilder<Tables, 'change_sets', Row> {
  const said = sql<string>`${sql.raw(foldInSql)}(summary || ' ' || operator_name)
    || ' ' || strftime('%Y-%m-%d %H:%M', at, 'localtime')`;
  return searchWords(search).reduce(
    (narrowed, word) =>
      narrowed.where(eb =>
        eb.or([
          sql<boolean>`instr(${said}, ${word}) > 0`,
          eb(
            'change_sets.change_set_id',
            'in',
            eb
              .selectFrom('changes')
              .innerJoin('people', 'people.person_id', 'changes.person_id')
              .select('changes.change_set_id')
              .where(sql<boolean>`instr(people.name_key || ' ' || people.email_key, ${word}) > 0`),
          ),
        ]),
      ),
    query,
  );
}
