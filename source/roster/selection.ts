/** The people somebody selected, by id: it outlives searching, filtering, sorting and refreshing. */
export type Selection = ReadonlySet<number>;

export const nobody: Selection = new Set();

export function withAll(selection: Selection, ids: Iterable<number>): Selection {
  const next = new Set(selection);
  for (const id of ids) next.add(id);
  return next;
}

export function withoutAll(selection: Selection, ids: Iterable<number>): Selection {
  const next = new Set(selection);
  for (const id of ids) next.delete(id);
  return next;
}

/** Selects those who are not, and unselects those who are. */
export function inverted(selection: Selection, ids: Iterable<number>): Selection {
  const next = new Set(selection);
  for (const id of ids) if (!next.delete(id)) next.add(id);
  return next;
}
