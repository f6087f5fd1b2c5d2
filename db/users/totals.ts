import type { Selection } from '../../source/roster/screen/selection.ts';
import type { View } from '../../source/roster/screen/view.ts';
import type { Counted } from '../../source/roster/users/row.ts';
import type { Db } from '../sqlite/dialect.ts';
import { type Conditions, conditionsOf, isNarrowed } from '../sqlite/search/conditions.ts';
import { count, countWithBefore } from '../sqlite/search/count.ts';
import { byName } from '../sqlite/search/list-by-name.ts';
import { type Position, positionOf, segmentsOf } from '../sqlite/search/order.ts';
import { countBefore, isBefore } from '../sqlite/search/row-number.ts';
import { isFilteredHere } from '../sqlite/search/sources.ts';

export interface CountRequest {
  selected: Selection;
  /** Whose row number is asked for. */
  person_id: number | null;
}

/** How many users there are; known without counting. */
export async function totalOf(db: Db): Promise<number> {
  const { users } = await db
    .selectFrom('license_use')
    .select(eb => eb.fn.sum<number | null>('users').as('users'))
    .executeTakeFirstOrThrow();
  return users ?? 0;
}

/** The numbers of the footer, all exact. */
export async function countView(db: Db, view: View, { selected, person_id }: CountRequest): Promise<Counted> {
  const conditions = conditionsOf(view);
  const users = await totalOf(db);
  const segments = await segmentsOf(db, view.sort);
  const position = person_id === null ? null : await positionOf(db, segments, person_id);
  const place: Place = { conditions, segments, position, reverse: view.sort.reverse };
  const { matching, row } = await countMatching(db, place, users);
  return {
    totals: { users, matching, selectedMatching: await countSelected(db, conditions, selected) },
    row,
  };
}

interface Place {
  conditions: Conditions;
  segments: readonly Conditions[] | null;
  position: Position | null;
  reverse: boolean;
}

async function countMatching(
  db: Db,
  { conditions, segments, position, reverse }: Place,
  users: number,
): Promise<{ matching: number; row: number | null }> {
  const isEverybody = !conditions.only && !isNarrowed(conditions);
  if (!position) return { matching: isEverybody ? users : await count(db, conditions), row: null };
  if (isEverybody && segments) {
    const row = await countBefore(db, { conditions, segments, position, reverse });
    return { matching: users, row };
  }
  const counted = await countWithBefore(db, conditions, isBefore(segments, position, reverse));
  return { matching: counted.users, row: counted.before };
}

async function countSelected(db: Db, conditions: Conditions, selected: Selection): Promise<number> {
  if (selected.size === 0) return 0;
  const isNarrow = conditions.only !== null || isNarrowed(conditions);
  // Many are counted only where some may not be shown: who is no user any more leaves a selection at the next refresh.
  if (!isNarrow && isFilteredHere({ ...conditions, only: selected })) return selected.size;
  if (!conditions.only) return await count(db, { ...conditions, only: selected });
  let users = 0;
  for await (const page of byName(db, conditions))
    for (const { person_id } of page) if (selected.has(person_id)) users++;
  return users;
}
