import { sql } from 'kysely';
import type { Counted } from '../source/roster/row.ts';
import { countInBoth, Gathering, type Selection } from '../source/roster/selection.ts';
import type { Turn } from '../source/roster/turn.ts';
import type { View } from '../source/roster/view.ts';
import { type Conditions, conditionsOf, isNarrowed } from './conditions.ts';
import { count } from './count.ts';
import type { Db } from './dialect.ts';
import { both, positionOf, segmentsOf } from './order.ts';
import { strides, wholeRange } from './strides.ts';
import { unlessOvertaken } from './turns.ts';

export interface CountRequest {
  selected: Selection;
  /** Whose row number is asked for. */
  person_id: number | null;
}

/** The numbers of the footer, all exact; null if a newer question overtook this one. */
export async function countView(db: Db, view: View, ask: CountRequest, turn: Turn): Promise<Counted | null> {
  return await unlessOvertaken(counted(db, view, ask, turn));
}

async function counted(
  db: Db,
  view: View,
  { selected, person_id }: CountRequest,
  turn: Turn,
): Promise<Counted> {
  const conditions = conditionsOf(view);
  const users = (await wholeRange(db))?.users ?? 0;
  const narrowed = isNarrowed(conditions) || conditions.only !== null;
  const matching = narrowed ? await count(db, { conditions, turn }) : users;
  const selectedMatching = await countSelected(db, conditions, { selected, turn });
  const row = person_id === null ? null : await countBefore(db, view, person_id, turn);
  return { totals: { users, matching, selectedMatching }, row };
}

/** So few are looked up one by one; of more, all who match are read and looked up in the selection. */
const few = 5_000;

async function countSelected(
  db: Db,
  conditions: Conditions,
  { selected, turn }: { selected: Selection; turn: Turn },
): Promise<number> {
  if (selected.size === 0) return 0;
  const { only } = conditions;
  if (selected.size <= few && !only)
    return await count(db, { conditions: { ...conditions, only: selected }, turn });
  // Who is no user any more leaves a selection at the next refresh.
  if (!only && !isNarrowed(conditions)) return selected.size;
  const matching = new Gathering();
  const limit = () => Number.POSITIVE_INFINITY;
  for await (const found of strides(db, { conditions, limit, turn }))
    for (const { person_id } of found) matching.add(person_id);
  return countInBoth(matching.selection(), selected);
}

async function countBefore(db: Db, view: View, person_id: number, turn: Turn): Promise<number | null> {
  const conditions = conditionsOf(view);
  const segments = await segmentsOf(db, view.sort);
  const position = await positionOf(db, segments, person_id);
  if (!position) return null;
  const { reverse } = view.sort;
  if (!segments && !isNarrowed(conditions) && !conditions.only)
    return await countEmails(db, position.email_key, reverse);
  if (!segments) {
    const email = sql`(select email_key from people where people.person_id = s.person_id)`;
    const also = sql<boolean>`${email} ${sql.raw(reverse ? '>' : '<')} ${position.email_key}`;
    return await count(db, { conditions, also, turn });
  }
  let before = 0;
  for (const segment of segments.slice(0, position.segment))
    before += await count(db, { conditions: both(conditions, segment), turn });
  const { name_rank } = position;
  const range = reverse ? { low: name_rank + 1 } : { high: name_rank - 1 };
  const own = both(conditions, segments[position.segment]!);
  return before + (await count(db, { conditions: own, range, turn }));
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
