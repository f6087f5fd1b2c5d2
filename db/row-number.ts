import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import { type Conditions, holds } from './conditions.ts';
import { type Before, count, countWithBefore } from './count.ts';
import type { Db } from './dialect.ts';
import { both, type Position } from './order.ts';
import { emailOn, isUnfolded } from './search-keys.ts';
import { strides } from './strides.ts';

interface Place {
  conditions: Conditions;
  segments: readonly Conditions[] | null;
  position: Position;
  reverse: boolean;
  turn: Turn;
}

/** How many come before a position in a view that no word or filter narrows. Throws Overtaken. */
export async function countBefore(
  db: Db,
  { conditions, segments, position, reverse, turn }: Place,
): Promise<number> {
  if (!segments) {
    if (conditions.only) return await countChosenEmails(db, conditions, { position, reverse, turn });
    return (await countWithBefore(db, { conditions, turn }, isBefore(segments, position, reverse))).before;
  }
  let before = 0;
  for (const segment of segments.slice(0, position.segment))
    before += await count(db, { conditions: both(conditions, segment), turn });
  const { name_rank } = position;
  const range = reverse ? { low: name_rank + 1 } : { high: name_rank - 1 };
  const own = both(conditions, segments[position.segment]!);
  return before + (await count(db, { conditions: own, range, turn }));
}

/** Tells who comes before a position: in a segment before it, or in its own one before its rank. */
export function isBefore(
  segments: readonly Conditions[] | null,
  { segment, name_rank, email_key }: Position,
  reverse: boolean,
): Before {
  const sooner = sql.raw(reverse ? '>' : '<');
  if (!segments) return { of: () => isBeforeEmail(email_key, reverse), needsRow: true };
  const earlier = segments.slice(0, segment).map(each => sql`(${holds(each)})`);
  const own = segments[segment]!;
  return {
    of: rank =>
      sql`(${sql.join([...earlier, sql`(${holds(own)} and ${rank} ${sooner} ${name_rank})`], sql` or `)})`,
    needsRow: segments.length > 1,
  };
}

/**
 * Tells who comes before an e-mail. It stands in the second line of what is searched, right where one looks: looking it up
 * among the people takes ten times as long. Line ends sort before, and what follows them behind, all that e-mails have.
 */
function isBeforeEmail(email_key: string, reverse: boolean): RawBuilder<SqlBool> {
  const sooner = sql.raw(reverse ? '>' : '<');
  const unfolded = sql`(select email_key from people indexed by unfolded_emails
    where people.person_id = s.person_id and ${sql.raw(isUnfolded)})`;
  const folded = sql.raw(emailOn('s'));
  const inSearchKey = reverse ? sql`${folded} >= ${`${email_key}\v`}` : sql`${folded} < ${`${email_key}\n`}`;
  return sql<SqlBool>`coalesce(${unfolded} ${sooner} ${email_key}, ${inSearchKey})`;
}

async function countChosenEmails(
  db: Db,
  conditions: Conditions,
  { position, reverse, turn }: Pick<Place, 'position' | 'reverse' | 'turn'>,
): Promise<number> {
  let users = 0;
  const limit = () => Number.POSITIVE_INFINITY;
  const also = isBeforeEmail(position.email_key, reverse);
  for await (const found of strides(db, { conditions, also, limit, turn })) users += found.length;
  return users;
}
