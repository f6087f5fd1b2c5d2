import type { CatalogChange, FieldChanges } from '../../source/roster/plan/change-set.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { type PushRefusal, readRefusals } from './pushes.ts';

/**
 * Writes down what was refused while a set was sent: for that set, and for later ones that wait and changed the same, as what is sent
 * is what the roster has by then. What was written down before, by a process that died after that, stays as it is.
 */
export async function addRefusals(
  trx: Db,
  change_set_id: number,
  refusals: readonly PushRefusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  await insertNew(trx, change_set_id, refusals);
  const later = await trx
    .selectFrom('pushes')
    .innerJoin('change_sets', 'change_sets.change_set_id', 'pushes.change_set_id')
    .select(['pushes.change_set_id', 'catalog'])
    .where('state', '=', 'waiting')
    .where('pushes.change_set_id', '>', change_set_id)
    .execute();
  for (const set of later) await insertNew(trx, set.change_set_id, await alsoOf(trx, set, refusals));
}

async function alsoOf(
  trx: Db,
  { change_set_id, catalog }: { change_set_id: number; catalog: string },
  refusals: readonly PushRefusal[],
): Promise<PushRefusal[]> {
  const people = refusals.flatMap(({ person_id }) => person_id ?? []);
  const rows = await trx
    .selectFrom('changes')
    .select(['person_id', 'action', 'fields'])
    .where('change_set_id', '=', change_set_id)
    .where('person_id', 'in', idList(people))
    .execute();
  const changes = new Map(rows.map(row => [row.person_id, row]));
  const things = JSON.parse(catalog) as CatalogChange[];
  return refusals.filter(({ person_id, kind, local_id, operation, fields }) => {
    if (person_id === null) return things.some(({ of, id }) => of === kind && id === local_id);
    const change = changes.get(person_id);
    if (!change || operation === 'batchDeleteUsers') return change?.action === 'remove';
    const changed = Object.keys(JSON.parse(change.fields) as FieldChanges);
    return fields.length === 0 || fields.some(name => changed.includes(name));
  });
}

async function insertNew(trx: Db, change_set_id: number, refusals: readonly PushRefusal[]): Promise<void> {
  const keyOf = ({ person_id, kind, local_id, operation, fields }: PushRefusal) =>
    [person_id, kind, local_id, operation, ...fields].join(' ');
  const known = new Set((await readRefusals(trx, change_set_id)).map(keyOf));
  const rows = refusals.flatMap(refusal => {
    const key = keyOf(refusal);
    if (known.has(key)) return [];
    known.add(key);
    return [{ change_set_id, ...refusal, fields: JSON.stringify(refusal.fields) }];
  });
  await inChunks(rows, chunk => trx.insertInto('push_refusals').values(chunk).execute());
}
