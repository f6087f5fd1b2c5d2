import type { ExpressionBuilder } from 'kysely';
import type {
  AppliedChangeSet,
  Change,
  ChangeSet,
  ChangeSetKind,
  Step,
} from '../../source/roster/plan/change-set.ts';
import type { Authorship } from '../authorship.ts';
import { bulkInsert, changeRowColumns } from '../sqlite/bulk-insert.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import type { Tables } from '../tables.ts';
import { withSearch } from './history-search.ts';
import { undoneBy } from './undone-parts.ts';

const insertChanges = bulkInsert('changes', changeRowColumns);

export interface Recording {
  /** How many users it is about is kept, not what changes of each. */
  countsOnly?: boolean;
}

/** Writes a change set as history and returns its id. */
export async function recordChangeSet(
  trx: Db,
  changeSet: ChangeSet,
  by: Authorship,
  { countsOnly = false }: Recording = {},
): Promise<number> {
  const { kind, summary, undoes, step, partial, changes, catalog, licenses, notices } = changeSet;
  const { insertId } = await trx
    .insertInto('change_sets')
    .values({
      at: by.at,
      operator_id: by.operator_id,
      operator_name: by.operator_name,
      via: by.via,
      kind,
      summary,
      users: changes.length,
      undoes: undoes ?? null,
      undone_by: null,
      step: step ?? null,
      partial: partial ?? null,
      licenses: JSON.stringify(licenses),
      notices: JSON.stringify(notices),
      catalog: JSON.stringify(catalog),
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  if (!countsOnly) await recordChanges(trx, id, changes);
  if (undoes !== undefined) await markUndone(trx, undoes);
  return id;
}

/** A change set in history is of more users, and its summary becomes another; returns its id. */
export async function continueChangeSet(
  trx: Db,
  id: number,
  { summary, changes }: Pick<ChangeSet, 'summary' | 'changes'>,
  { countsOnly = false }: Recording = {},
): Promise<number> {
  await trx
    .updateTable('change_sets')
    .set(eb => ({ summary, users: eb('users', '+', changes.length) }))
    .where('change_set_id', '=', id)
    .execute();
  if (!countsOnly) await recordChanges(trx, id, changes);
  return id;
}

async function recordChanges(trx: Db, change_set_id: number, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ fields, version: _, added_at, ...change }) => ({
    ...change,
    added_at: added_at ?? null,
    change_set_id,
    fields: JSON.stringify(fields),
  }));
  await insertChanges(trx, rows);
}

/**
 * A set that is undone, at once or part by part, is out of force; what it had itself undone is in force again, and so on
 * down the chain.
 */
async function markUndone(trx: Db, undone: number): Promise<void> {
  for (let id: number | null = undone; id !== null; ) {
    const set: { undoes: number | null } | undefined = await trx
      .updateTable('change_sets')
      .set({ undone_by: await undoneBy(trx, id) })
      .where('change_set_id', '=', id)
      .returning('undoes')
      .executeTakeFirst();
    id = set?.undoes ?? null;
  }
}

const setColumns = [
  'change_sets.change_set_id as id',
  'at',
  'operator_name',
  'via',
  'kind',
  'summary',
  'users',
  'undoes',
  'undone_by',
  'step',
  'partial',
  'licenses',
  'notices',
  'catalog',
] as const;

/** The newest of the sets that took back a part of it and are in force. */
function partlyUndoneBy(eb: ExpressionBuilder<Tables, 'change_sets'>) {
  return eb
    .selectFrom('change_sets as taking')
    .select(({ fn }) => fn.max<number | null>('taking.change_set_id').as('by'))
    .whereRef('taking.undoes', '=', 'change_sets.change_set_id')
    .where('taking.partial', 'is not', null)
    .where('taking.undone_by', 'is', null)
    .as('partly_undone_by');
}

export interface HistoryQuery {
  /** Only sets that changed this person. */
  person_id?: number;
  /** Only sets that have these words (history-search.ts). */
  search?: string;
  /** Only these sets. */
  ids?: readonly number[];
  /** Only sets older than this one. */
  before?: number;
  /** Only this set and newer ones. */
  since?: number;
  limit?: number;
  offset?: number;
}

/** How many change sets there are, of those that changed a person, or that have these words. */
export async function countChangeSets(
  db: Db,
  { person_id, search = '' }: Pick<HistoryQuery, 'person_id' | 'search'> = {},
): Promise<number> {
  const counting = withSearch(changeSets(db, person_id), search);
  const { count } = await counting
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function changeSets(db: Db, person_id: number | undefined) {
  const all = db.selectFrom('change_sets');
  if (person_id === undefined) return all;
  return all.where('change_sets.change_set_id', 'in', eb =>
    eb.selectFrom('changes').select('changes.change_set_id').where('changes.person_id', '=', person_id),
  );
}

/** Change sets, the newest first, without the changes of each user. */
export async function listChangeSets(
  db: Db,
  { person_id, search = '', ids, before, since, limit, offset }: HistoryQuery,
): Promise<AppliedChangeSet[]> {
  let query = withSearch(changeSets(db, person_id), search)
    .select(setColumns)
    .select(partlyUndoneBy)
    .orderBy('change_sets.change_set_id', 'desc');
  if (ids !== undefined) query = query.where('change_sets.change_set_id', 'in', idList(ids));
  if (before !== undefined) query = query.where('change_sets.change_set_id', '<', before);
  if (since !== undefined) query = query.where('change_sets.change_set_id', '>=', since);
  if (limit !== undefined) query = query.limit(limit);
  if (offset !== undefined) query = query.limit(limit ?? -1).offset(offset);
  return (await query.execute()).map(row => fromRow(row, []));
}

/** One change set with every user's changes, or null. */
export async function readChangeSet(db: Db, id: number): Promise<AppliedChangeSet | null> {
  const row = await db
    .selectFrom('change_sets')
    .select(setColumns)
    .select(partlyUndoneBy)
    .where('change_set_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return fromRow(row, await changesOf(db, id));
}

/** The changes of a set, or only what it did to one person. */
export async function changesOf(db: Db, id: number, person_id?: number): Promise<Change[]> {
  let query = db.selectFrom('changes').selectAll().where('change_set_id', '=', id);
  if (person_id !== undefined) query = query.where('person_id', '=', person_id);
  return (await query.execute()).map(({ change_set_id: _, fields, added_at, ...change }) => ({
    ...change,
    ...(added_at === null ? {} : { added_at }),
    version: null,
    fields: JSON.parse(fields) as Change['fields'],
  }));
}

/** What one person's last change sets did to them, the newest first. */
export async function changesOfPerson(db: Db, person_id: number, limit: number): Promise<AppliedChangeSet[]> {
  const sets = await listChangeSets(db, { person_id, limit });
  return await Promise.all(
    sets.map(async set => ({ ...set, changes: await changesOf(db, set.id, person_id) })),
  );
}

/** By which change set each of these people was removed last; whoever never was is not in the map. */
export async function lastRemovals(
  db: Db,
  people: readonly number[],
): Promise<Map<number, Pick<AppliedChangeSet, 'id' | 'operator_name'>>> {
  const rows = await db
    .selectFrom('changes')
    .innerJoin('change_sets', 'change_sets.change_set_id', 'changes.change_set_id')
    .select(['person_id', 'change_sets.change_set_id as id', 'operator_name'])
    .where('person_id', 'in', idList(people))
    .where('action', '=', 'remove')
    .orderBy('change_sets.change_set_id')
    .execute();
  return new Map(rows.map(({ person_id, ...set }) => [person_id, set]));
}

type SetRow = Pick<
  AppliedChangeSet,
  'id' | 'at' | 'operator_name' | 'via' | 'summary' | 'users' | 'undone_by'
> & {
  kind: string;
  undoes: number | null;
  partly_undone_by: number | null;
  step: Step | null;
  partial: NonNullable<ChangeSet['partial']> | null;
  licenses: string;
  notices: string;
  catalog: string;
};

function fromRow(
  { undoes, partly_undone_by, step, partial, licenses, notices, catalog, kind, ...row }: SetRow,
  changes: Change[],
): AppliedChangeSet {
  return {
    ...row,
    kind: kind as ChangeSetKind,
    ...(undoes === null ? {} : { undoes }),
    ...(partly_undone_by === null ? {} : { partly_undone_by }),
    ...(step === null ? {} : { step }),
    ...(partial === null ? {} : { partial }),
    changes,
    problems: [],
    licenses: JSON.parse(licenses) as AppliedChangeSet['licenses'],
    notices: JSON.parse(notices) as string[],
    catalog: JSON.parse(catalog) as AppliedChangeSet['catalog'],
  };
}
