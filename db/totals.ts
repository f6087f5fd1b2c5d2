import type { Counted } from '../source/roster/row.ts';
import { countInBoth, Gathering, type Selection } from '../source/roster/selection.ts';
import type { Turn } from '../source/roster/turn.ts';
import type { View } from '../source/roster/view.ts';
import { type Conditions, conditionsOf, isNarrowed } from './conditions.ts';
import { count, countWithBefore } from './count.ts';
import type { Db } from './dialect.ts';
import { positionOf, segmentsOf } from './order.ts';
import { countBefore, isBefore } from './row-number.ts';
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
  const { matching, row } = await countMatching(db, view, { users, person_id, turn });
  const selectedMatching = await countSelected(db, conditions, { selected, turn });
  return { totals: { users, matching, selectedMatching }, row };
}

interface Matching {
  matching: number;
  row: number | null;
}

async function countMatching(
  db: Db,
  view: View,
  { users, person_id, turn }: { users: number; person_id: number | null; turn: Turn },
): Promise<Matching> {
  const conditions = conditionsOf(view);
  const segments = await segmentsOf(db, view.sort);
  const position = person_id === null ? null : await positionOf(db, segments, person_id);
  if (!isNarrowed(conditions) || conditions.only) {
    const matching = conditions.only ? await count(db, { conditions, turn }) : users;
    const at = { conditions, segments, position, reverse: view.sort.reverse, turn };
    return { matching, row: position && (await countBefore(db, { ...at, position })) };
  }
  if (!position) return { matching: await count(db, { conditions, turn }), row: null };
  // In one go: where the list begins to match nobody knows, so most of it is looked at anyway.
  const before = isBefore(segments, position, view.sort.reverse);
  const counted = await countWithBefore(db, { conditions, turn }, before);
  return { matching: counted.users, row: counted.before };
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
