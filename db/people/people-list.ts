import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import type { AccountStatus } from '../../source/roster/users/vocabulary.ts';
import type { Db } from '../sqlite/dialect.ts';
import { foldInSql } from '../sqlite/functions.ts';
import { idList } from '../sqlite/id-list.ts';
import { allWords } from '../sqlite/search/all-words.ts';
import { isUnfolded } from '../sqlite/search/search-keys.ts';
import type { PersonRow } from '../tables.ts';

export interface PeopleQuery {
  search?: string | undefined;
  /** Only those with a license, or only those without. */
  licensed?: boolean | undefined;
  status?: AccountStatus | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface ListedPerson
  extends Pick<
    PersonRow,
    'user_id' | 'user_email' | 'first_name' | 'last_name' | 'display_name' | 'department'
  > {
  account_status: AccountStatus;
  licensed: boolean;
}

/** So few that what was made of a page is garbage before it would be moved to where garbage is collected late. */
const pageLength = 50;

/** Account users by name, with or without a license, page by page; run it in a snapshot. */
export async function* peoplePages(
  db: Db,
  { search = '', licensed, status, limit, offset = 0 }: PeopleQuery,
): AsyncGenerator<ListedPerson[]> {
  const words = searchWords(search);
  const inOrder = db
    .selectFrom('people')
    .select(['person_id', 'name_key'])
    .where(eb => eb.and(allWords(words, hasWord)))
    // Written out, or SQLite would not see that the index of just the people without one serves.
    .$if(licensed !== undefined, query =>
      query.where(licensed ? sql<boolean>`licensed = 1` : sql<boolean>`licensed = 0`),
    )
    .$if(status !== undefined, query => query.where('account_status', '=', status!))
    .orderBy('name_key')
    .orderBy('person_id')
    .$if(limit !== undefined || offset > 0, query => query.limit(limit ?? -1).offset(offset));
  // One text for all of them: a million rows handed over one by one take ten times the room.
  const { found } = await db
    .selectFrom(inOrder.as('listed'))
    .select(sql<string>`json_group_array(person_id order by name_key, person_id)`.as('found'))
    .executeTakeFirstOrThrow();
  const all = JSON.parse(found) as number[];
  for (let at = 0; at < all.length; at += pageLength) {
    const ids = all.slice(at, at + pageLength);
    const rows = await db.selectFrom('people').select(listed).where('person_id', 'in', idList(ids)).execute();
    const byId = new Map(rows.map(row => [row.person_id, row]));
    yield ids.flatMap(id => {
      const row = byId.get(id);
      if (!row) return [];
      const { person_id: _, licensed, ...person } = row;
      return { ...person, licensed: licensed === 1 };
    });
  }
}

const listed = [
  'person_id',
  'user_id',
  'user_email',
  'first_name',
  'last_name',
  'display_name',
  'department',
  'account_status',
  'licensed',
] as const;

/** Whether a person's name, e-mail or department contains a folded word. */
export function hasWord(word: RawBuilder<string>): RawBuilder<SqlBool> {
  return sql`(instr(people.name_key, ${word}) or instr(people.email_key, ${word}) or instr(people.department_key, ${word})
    or (${sql.raw(isUnfolded)} and instr(${sql.raw(foldInSql)}(people.user_email), ${word})))`;
}
