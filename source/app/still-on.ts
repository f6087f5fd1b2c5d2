/**
 * What the cursor is on in a list that was read anew, by id: the same; where that is gone, the next that is left of the
 * list before, or the last; else the first. Null in an empty list.
 */
export function stillOn<Id>(current: Id | null, before: readonly Id[], after: readonly Id[]): Id | null {
  const left = new Set(after);
  if (current !== null && left.has(current)) return current;
  const at = current === null ? -1 : before.indexOf(current);
  const next = before.slice(Math.max(0, at)).find(id => left.has(id)) ?? before.findLast(id => left.has(id));
  return next ?? after[0] ?? null;
}
