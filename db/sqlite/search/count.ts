import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { type Conditions, holds, isNarrowed } from './conditions.ts';
import { byName, type Range, within } from './list-by-name.ts';
import { isFilteredHere, sourcesFor } from './sources.ts';

/** How many users meet the conditions, in a part of the order of names or in all of it. */
export async function count(db: Db, conditions: Conditions, range: Range = {}): Promise<number> {
  if (isFilteredHere(conditions)) {
    let users = 0;
    for await (const page of byName(db, conditions, { range })) users += page.length;
    return users;
  }
  const { rows } = await sql<{ users: number }>`
    select count(*) as users from (${await everyone(db, conditions, { range })})`.execute(db);
  return rows[0]!.users;
}

/** The same, counted no further than `most`. */
export async function countUpTo(db: Db, conditions: Conditions, most: number): Promise<number> {
  const { rows } = await sql<{ users: number }>`
    select count(*) as users from (${await everyone(db, conditions)} limit ${most})`.execute(db);
  return rows[0]!.users;
}

/** Counts in groups of a column of `user_search`; those of a selection that is too long for SQL are not told apart. */
export async function countBy<Value>(
  db: Db,
  conditions: Conditions,
  column: 'role_id' | 'queue_ids',
): Promise<{ value: Value; users: number }[]> {
  const value = sql.ref(`s.${column}`);
  const { rows } = await sql<{ value: Value; users: number }>`
    select value, count(*) as users from (${await everyone(db, conditions, { value })}) group by value`.execute(
    db,
  );
  return rows;
}

/** How many users meet the conditions, and how many of these come before somebody. */
export async function countWithBefore(
  db: Db,
  conditions: Conditions,
  before: RawBuilder<SqlBool>,
): Promise<{ users: number; before: number }> {
  if (isFilteredHere(conditions)) {
    const counts = { users: 0, before: 0 };
    for await (const page of byName(db, conditions, { value: before })) {
      counts.users += page.length;
      counts.before += page.filter(user => user.value === 1).length;
    }
    return counts;
  }
  const { rows } = await sql<{ users: number; before: number }>`
    select count(*) as users, count(*) filter (where value) as before
    from (${await everyone(db, conditions, { value: before })})`.execute(db);
  return rows[0]!;
}

interface Everyone {
  range?: Range;
  /** What is told of each, of a row of `user_search` called s; of nobody more than that they are there unless given. */
  value?: RawBuilder<unknown>;
}

/** A line for everybody who meets the conditions. */
async function everyone(
  db: Db,
  conditions: Conditions,
  { range = {}, value }: Everyone = {},
): Promise<RawBuilder<unknown>> {
  const lists = (await sourcesFor(db, conditions)).map(source => {
    const rest = source.rest(conditions);
    const from = value || isNarrowed(rest) ? source.from : source.list;
    return sql`select ${value ?? 1} as value from ${from} and ${within(source.rank, range)} and ${holds(rest)}`;
  });
  return sql.join(lists, sql` union all `);
}
