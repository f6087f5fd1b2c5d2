import { sql } from 'kysely';

/** The rows of `json_each`, as numbers: a list of any length as one parameter. */
export function idList(ids: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** The same for texts. */
export function textList(texts: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(texts)}))`;
}
