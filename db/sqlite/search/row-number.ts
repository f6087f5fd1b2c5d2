import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { type Conditions, holds } from './conditions.ts';
import { count } from './count.ts';
import { both, type Position } from './order.ts';
import { emailBeyond, emailInText } from './search-keys.ts';

interface Place {
  conditions: Conditions;
  segments: readonly Conditions[];
  position: Position;
  reverse: boolean;
}

/** How many come before a position in an order of names: those of the segments before its own, and of that as far as its rank. */
export async function countBefore(
  db: Db,
  { conditions, segments, position, reverse }: Place,
): Promise<number> {
  let before = 0;
  for (const segment of segments.slice(0, position.segment))
    before += await count(db, both(conditions, segment));
  const { name_rank } = position;
  const range = reverse ? { low: name_rank + 1 } : { high: name_rank - 1 };
  return before + (await count(db, both(conditions, segments[position.segment]!), range));
}

/** Tells who comes before a position: in a segment before it, or in its own one before its rank. */
export function isBefore(
  segments: readonly Conditions[] | null,
  { segment, name_rank, email_key }: Position,
  reverse: boolean,
): RawBuilder<SqlBool> {
  if (!segments)
    return emailBeyond(sql.raw(emailInText), { email: email_key, itself: false, backward: !reverse });
  const sooner = sql.raw(reverse ? '>' : '<');
  const earlier = segments.slice(0, segment).map(each => sql`(${holds(each)})`);
  const own = sql`(${holds(segments[segment]!)} and s.name_rank ${sooner} ${name_rank})`;
  return sql`(${sql.join([...earlier, own], sql` or `)})`;
}
