import type { Counted } from '../source/roster/row.ts';
import type { Selection } from '../source/roster/selection.ts';
import type { Turn } from '../source/roster/turn.ts';
import type { View } from '../source/roster/view.ts';
import { fewChosen } from './chosen.ts';
import { type Conditions, conditionsOf, isNarrowed } from './conditions.ts';
import { count, countWithBefore } from './count.ts';
import { countLists } from './count-lists.ts';
import type { Db } from './dialect.ts';
import { type Position, positionOf, segmentsOf } from './order.ts';
import { countBefore, isBefore } from './row-number.ts';
import { strides, wholeRange } from './strides.ts';
import { unhurried, unlessOvertaken } from './turns.ts';

export interface CountRequest {
  selected: Selection;
  /** Whose row number is asked for. */
  person_id: number | null;
}

/** The numbers of the footer, all exact; null if a newer question overtook this one. */
export async function countView(
  db: Db,
  view: View,
  ask: CountRequest,
  turn: Turn = unhurried,
): Promise<Counted | null> {
  return await unlessOvertaken(counted(db, view, ask, turn));
}

async function counted(db: Db, view: View, ask: CountRequest, turn: Turn): Promise<Counted> {
  const conditions = conditionsOf(view);
  const users = (await wholeRange(db))?.users ?? 0;
  const segments = await segmentsOf(db, view.sort);
  const position = ask.person_id === null ? null : await positionOf(db, segments, ask.person_id);
  const place: Place = { conditions, segments, position, reverse: view.sort.reverse, turn };
  if (areMany(conditions, ask.selected)) {
    const before = position && isBefore(segments, position, view.sort.reverse);
    const counts = await countLists(db, { conditions, selected: ask.selected, before, turn });
    const { matching, selectedMatching } = counts;
    return { totals: { users, matching, selectedMatching }, row: position && counts.before };
  }
  const { matching, row } = await countMatching(db, place, users);
  const selectedMatching = await countSelected(db, conditions, { selected: ask.selected, turn });
  return { totals: { users, matching, selectedMatching }, row };
}

/** So few are looked up one by one; of more, all who match are read and looked up in the selection. */
const fewSelected = 5_000;

/** Whether many of those who match have to be looked up in what somebody chose. */
function areMany(conditions: Conditions, selected: Selection): boolean {
  const { only } = conditions;
  return only ? only.size > fewChosen : selected.size > fewSelected && isNarrowed(conditions);
}

interface Place {
  conditions: Conditions;
  segments: readonly Conditions[] | null;
  position: Position | null;
  reverse: boolean;
  turn: Turn;
}

interface Matching {
  matching: number;
  row: number | null;
}

async function countMatching(db: Db, place: Place, users: number): Promise<Matching> {
  const { conditions, segments, position, reverse, turn } = place;
  if (!isNarrowed(conditions) || conditions.only) {
    const matching = conditions.only ? await count(db, { conditions, turn }) : users;
    return { matching, row: position && (await countBefore(db, { ...place, position })) };
  }
  if (!position) return { matching: await count(db, { conditions, turn }), row: null };
  // In one go: where the list begins to match nobody knows, so most of it is looked at anyway.
  const counted = await countWithBefore(db, { conditions, turn }, isBefore(segments, position, reverse));
  return { matching: counted.users, row: counted.before };
}

async function countSelected(
  db: Db,
  conditions: Conditions,
  { selected, turn }: { selected: Selection; turn: Turn },
): Promise<number> {
  if (selected.size === 0) return 0;
  if (!conditions.only) {
    // Many are counted only where some may not be shown: who is no user any more leaves a selection at the next refresh.
    if (selected.size > fewSelected) return selected.size;
    return await count(db, { conditions: { ...conditions, only: selected }, turn });
  }
  let users = 0;
  const limit = () => Number.POSITIVE_INFINITY;
  for await (const found of strides(db, { conditions, limit, turn }))
    for (const { person_id } of found) if (selected.has(person_id)) users++;
  return users;
}
