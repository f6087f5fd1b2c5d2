import type { AppliedChangeSet } from '../roster/plan/change-set.ts';
import { moved, type Way } from './scroll.ts';

/** Change sets below each other, the newest first, with a cursor. */
export interface SetList {
  sets: readonly AppliedChangeSet[];
  /** The set that the cursor is on, by its number: newer ones come above it. Null until one is read. */
  current: number | null;
  /** The set on the first line that is shown. */
  first: number | null;
}

/** The set that the cursor is on; null where there is none. */
export function currentSet({ sets, current }: SetList): AppliedChangeSet | null {
  return sets.find(set => set.id === current) ?? null;
}

/** Where the cursor's set stands among them. */
export function cursorPlace({ sets, current }: SetList): number {
  return placeOf(sets, current);
}

/** Which of the sets is on the first of `height` lines: the one that was, unless the cursor would be out of sight. */
export function firstPlace(list: SetList, height: number): number {
  const cursor = cursorPlace(list);
  return Math.max(0, cursor - height + 1, Math.min(placeOf(list.sets, list.first), cursor));
}

function placeOf(sets: readonly AppliedChangeSet[], id: number | null): number {
  const at = sets.findIndex(set => set.id === id);
  return Math.max(0, at);
}

/** The cursor after a key, and the set that is first then, of `height` that are seen at once. */
export function movedCursor(list: SetList, way: Way, height: number): Pick<SetList, 'current' | 'first'> {
  const { sets } = list;
  const cursor = moved(cursorPlace(list), way, Math.max(0, sets.length - 1), height);
  const current = sets[cursor]?.id ?? null;
  const first = Math.min(firstPlace({ ...list, current }, height), Math.max(0, sets.length - height));
  return { current, first: sets[first]?.id ?? null };
}

/** Cursor and first line of what is read now: on the sets that they were on, else on the newest. */
export function keptCursor(
  sets: readonly AppliedChangeSet[],
  { current, first }: SetList,
): Pick<SetList, 'current' | 'first'> {
  const newest = sets[0]?.id ?? null;
  const kept = (id: number | null) => (sets.some(set => set.id === id) ? id : newest);
  return { current: kept(current), first: kept(first) };
}
