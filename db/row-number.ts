import { sql } from 'kysely';
import type { Turn } from '../source/roster/turn.ts';
import { type Conditions, holds } from './conditions.ts';
import { type Before, count } from './count.ts';
import type { Db } from './dialect.ts';
import { both, type Position } from './order.ts';
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
  if (!segments)
    return conditions.only
      ? await countChosenEmails(db, conditions, { position, reverse, turn })
      : await countEmails(db, position.email_key, reverse);
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
  if (!segments) return { of: () => sql`${emailOfRow} ${sooner} ${email_key}`, needsRow: true };
  const earlier = segments.slice(0, segment).map(each => sql`(${holds(each)})`);
  const own = segments[segment]!;
  return {
    of: rank =>
      sql`(${sql.join([...earlier, sql`(${holds(own)} and ${rank} ${sooner} ${name_rank})`], sql` or `)})`,
    needsRow: segments.length > 1,
  };
}

const emailOfRow = sql`(select email_key from people where people.person_id = s.person_id)`;

async function countChosenEmails(
  db: Db,
  conditions: Conditions,
  { position, reverse, turn }: Pick<Place, 'position' | 'reverse' | 'turn'>,
): Promise<number> {
  let users = 0;
  const limit = () => Number.POSITIVE_INFINITY;
  const also = sql<boolean>`${emailOfRow} ${sql.raw(reverse ? '>' : '<')} ${position.email_key}`;
  for await (const found of strides(db, { conditions, also, limit, turn })) users += found.length;
  return users;
}

/** How many users come before an e-mail: the people who do, without those who are no users. */
async function countEmails(db: Db, email_key: string, reverse: boolean): Promise<number> {
  const before = sql<boolean>`email_key ${sql.raw(reverse ? '>' : '<')} ${email_key}`;
  const { rows } = await sql<{ row: number }>`
    select (select count(*) from people where ${before})
      - (select count(*) from people indexed by unlicensed_by_name where licensed = 0 and ${before}) as row`.execute(
    db,
  );
  return rows[0]?.row ?? 0;
}
