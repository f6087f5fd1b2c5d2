import { sql } from 'kysely';
import type { CatalogRecord } from '../../source/roster/plan/change-set.ts';
import {
  type RemoteIds,
  type RemoteKind,
  remoteKinds,
  thingKey,
} from '../../source/roster/pull/pulled-catalog.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { keepSettings, readBases } from './bases.ts';

/** By which local id each queue, role … of the account is known. */
export async function readRemoteIds(db: Db): Promise<RemoteIds> {
  const rows = await db.selectFrom('remote_ids').selectAll().execute();
  return new Map(
    remoteKinds.map(kind => [
      kind,
      new Map(rows.filter(row => row.kind === kind).map(row => [row.remote_id, row.local_id])),
    ]),
  );
}

/** What the account said last of each queue, role …, by `thingKey`. */
export async function readRemoteRecords(db: Db): Promise<Map<string, CatalogRecord>> {
  const rows = await db.selectFrom('remote_ids').selectAll().where('record', 'is not', null).execute();
  return new Map(
    rows.map(({ kind, local_id, record }) => [
      thingKey(kind as RemoteKind, local_id),
      JSON.parse(record!) as CatalogRecord,
    ]),
  );
}

/** A thing of the account, and what it says of it. */
export interface RemoteThing {
  of: RemoteKind;
  remote_id: string;
  id: number;
  record: CatalogRecord;
}

/** A thing that was made again at the account has another id there, and the one that it had here. */
export async function keepRemoteIds(trx: Db, things: readonly RemoteThing[]): Promise<void> {
  const rows = things.map(({ of, remote_id, id, record }) => ({
    ...{ kind: of, remote_id, local_id: id },
    record: JSON.stringify(record),
  }));
  await inChunks(rows, chunk =>
    trx
      .insertInto('remote_ids')
      .values(chunk)
      .onConflict(conflict =>
        conflict.columns(['kind', 'remote_id']).doUpdateSet(eb => ({
          local_id: eb.ref('excluded.local_id'),
          record: eb.ref('excluded.record'),
        })),
      )
      .execute(),
  );
}

/** What the account has of a thing by now, in these values. */
export async function keepRecord(
  trx: Db,
  { of, id, record }: Pick<RemoteThing, 'of' | 'id' | 'record'>,
): Promise<void> {
  await trx
    .updateTable('remote_ids')
    .set({ record: sql<string>`json_patch(coalesce(record, '{}'), ${JSON.stringify(record)})` })
    .where('kind', '=', of)
    .where('local_id', '=', id)
    .execute();
}

/** Nobody has a thing at the account any more, for it is gone there. */
export async function dropFromBases(trx: Db, { of, id }: { of: RemoteKind; id: number }): Promise<void> {
  const field = { queue: 'queues', skill: 'skills', team: 'team' }[of as string];
  if (field === undefined) return;
  const held =
    field === 'team'
      ? sql<boolean>`settings ->> '$.team.id' = ${id}`
      : sql<boolean>`exists (select 1 from json_each(settings, ${`$.${field}`}) as held where held.value ->> 'id' = ${id})`;
  const rows = await trx.selectFrom('account_base').select('person_id').where(held).execute();
  const bases = await readBases(
    trx,
    rows.map(row => row.person_id),
  );
  const kept = [...bases].map(([person_id, { settings }]) => ({
    person_id,
    settings: {
      ...settings,
      ...(field === 'team' && { team: null }),
      ...(field === 'queues' && { queues: settings.queues?.filter(queue => queue.id !== id) ?? [] }),
      ...(field === 'skills' && { skills: settings.skills?.filter(skill => skill.id !== id) ?? [] }),
    },
  }));
  await keepSettings(trx, kept);
}

/** The account has these things no more. */
export async function deleteRemoteIds(
  trx: Db,
  things: readonly { of: RemoteKind; id: number }[],
): Promise<void> {
  for (const { of, id } of things)
    await trx.deleteFrom('remote_ids').where('kind', '=', of).where('local_id', '=', id).execute();
}
