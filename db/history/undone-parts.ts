import type { CatalogChange, Change, FieldChanges } from '../../source/roster/plan/change-set.ts';
import { partOf } from '../../source/roster/undo/plan-undo.ts';
import { isWhollyBack } from '../../source/roster/undo/refused-part.ts';
import type { Db } from '../sqlite/dialect.ts';

/**
 * What of a set is taken back, user by user and thing by thing (`partOf`), and by which set. What was done again of that
 * does not count.
 */
export async function undoneParts(db: Db, id: number): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const by of await undoing(db, id)) {
    if (by.undone_by !== null) continue;
    const again = await undoneParts(db, by.id);
    const partly = new Set([...(await refusedPartsBy(db, id, by)).keys()].map(id => `user ${id}`));
    for (const part of await partsOf(db, by.id))
      if (!again.has(part) && !partly.has(part)) found.set(part, by.id);
  }
  return found;
}

/** Of whom the account refused a part of what a set did, and took the rest: what was taken back of them, by person. */
export async function refusedParts(db: Db, id: number): Promise<Map<number, FieldChanges>> {
  const inForce = (await undoing(db, id)).filter(({ undone_by }) => undone_by === null);
  const parts = await Promise.all(inForce.map(by => refusedPartsBy(db, id, by)));
  return new Map(parts.flatMap(part => [...part]));
}

async function refusedPartsBy(
  db: Db,
  id: number,
  by: { id: number; kind: string },
): Promise<Map<number, FieldChanges>> {
  if (by.kind !== 'refused') return new Map();
  const decided = new Map((await changesOf(db, id)).map(change => [change.person_id, change]));
  return new Map(
    (await changesOf(db, by.id)).flatMap((back): [number, FieldChanges][] => {
      const change = decided.get(back.person_id);
      return change && !isWhollyBack(change, back) ? [[back.person_id, back.fields]] : [];
    }),
  );
}

async function changesOf(db: Db, id: number): Promise<Pick<Change, 'person_id' | 'action' | 'fields'>[]> {
  const rows = await db
    .selectFrom('changes')
    .select(['person_id', 'action', 'fields'])
    .where('change_set_id', '=', id)
    .execute();
  return rows.map(({ fields, ...row }) => ({ ...row, fields: JSON.parse(fields) as FieldChanges }));
}

/** By which set all of a set is taken back, at once or in parts: the last one of them; null while a part is in force. */
export async function undoneBy(db: Db, id: number): Promise<number | null> {
  const sets = await undoing(db, id);
  const inForce = sets.filter(set => set.undone_by === null);
  const last = inForce.at(-1);
  if (!last) return null;
  const undone = await undoneParts(db, id);
  const left = (await partsOf(db, id)).filter(part => !undone.has(part));
  if (left.length === 0) return last.id;
  // What takes back all of a set leaves out whatever is as before anyway.
  if (inForce.every(set => set.partial !== null)) return null;
  const touched = new Set<string>();
  for (const set of sets) for (const part of await partsOf(db, set.id)) touched.add(part);
  return left.some(part => touched.has(part)) ? null : last.id;
}

/** The sets that undo a set, oldest first, in force or not. */
async function undoing(db: Db, id: number) {
  return await db
    .selectFrom('change_sets')
    .select(['change_set_id as id', 'kind', 'partial', 'undone_by'])
    .where('undoes', '=', id)
    .orderBy('change_set_id')
    .execute();
}

async function partsOf(db: Db, id: number): Promise<string[]> {
  const { catalog } = await db
    .selectFrom('change_sets')
    .select('catalog')
    .where('change_set_id', '=', id)
    .executeTakeFirstOrThrow();
  const changes = await db
    .selectFrom('changes')
    .select('person_id')
    .where('change_set_id', '=', id)
    .execute();
  return [...(JSON.parse(catalog) as CatalogChange[]), ...changes].map(partOf);
}
