import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** More words than these are given to the database as one list: it takes only so many conditions. */
const wordsApart = 50;

/** The conditions that say that all `words` are there, each of them as `isThere` says it of one. */
export function allWords(
  words: readonly string[],
  isThere: (word: RawBuilder<string>) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool>[] {
  const conditions = words.slice(0, wordsApart).map(word => isThere(sql<string>`${word}`));
  const rest = words.slice(wordsApart);
  if (rest.length > 0)
    conditions.push(sql`not exists (
      select 1 from json_each(${JSON.stringify(rest)}) as word where not ${isThere(sql`word.value`)})`);
  return conditions;
}
