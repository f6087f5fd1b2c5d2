import { type ExpressionBuilder, sql } from 'kysely';
import {
  type Candidate,
  type CandidatePage,
  type CandidatePlace,
  countedTo,
} from '../../source/roster/screen/form-effects.ts';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { allWords } from '../sqlite/search/all-words.ts';
import type { Tables } from '../tables.ts';
import { hasWord } from './people-list.ts';

export interface CandidateQuery {
  search: string;
  after: CandidatePlace;
  limit: number;
}

/** The people of the account without a license, by name: `limit` of them behind a place, and how many match. */
export async function unlicensedPeople(
  db: Db,
  { search, after, limit }: CandidateQuery,
): Promise<CandidatePage> {
  let query = db
    .selectFrom('people')
    .select(columns)
    .where(eb => unlicensed(eb, search))
    .orderBy('name_key')
    .orderBy('person_id')
    .limit(limit + 1);
  if (after)
    query = query.where(
      sql<boolean>`(people.name_key, people.person_id) > (${after.name_key}, ${after.person_id})`,
    );
  const rows: Candidate[] = await query.execute();
  const more = rows.length > limit;
  const matching = after ? null : more ? await countUnlicensed(db, search) : rows.length;
  return { candidates: rows.slice(0, limit), more, matching };
}

/** These people as candidates, by name. */
export async function candidatesNamed(db: Db, ids: readonly number[]): Promise<Candidate[]> {
  return await db
    .selectFrom('people')
    .select(columns)
    .where('person_id', 'in', idList(ids))
    .orderBy('name_key')
    .orderBy('person_id')
    .execute();
}

const columns = [
  'people.person_id',
  'people.display_name as name',
  'people.user_email as email',
  'people.department',
  'people.account_status',
  'people.name_key',
] as const;

/** Exact up to `countedTo`, one more where there are more: nobody waits for an account's million to be counted. */
async function countUnlicensed(db: Db, search: string): Promise<number> {
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('people')
        .select('people.person_id')
        .where(eb => unlicensed(eb, search))
        .limit(countedTo + 1)
        .as('matching'),
    )
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function unlicensed(eb: ExpressionBuilder<Tables, 'people'>, search: string) {
  // Written out, or SQLite would not see that the index of just these people serves.
  return eb.and([...allWords(searchWords(search), hasWord), sql<boolean>`people.licensed = 0`]);
}
