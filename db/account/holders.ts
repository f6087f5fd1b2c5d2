import { sql } from 'kysely';
import type { RemoteKind } from '../../source/roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import type { Reference } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { keepSettings, readBases } from './bases.ts';

interface Thing {
  of: RemoteKind;
  id: number;
}

const fields: Readonly<Partial<Record<RemoteKind, keyof RemoteSettings>>> = {
  ...{ queue: 'queues', skill: 'skills', team: 'team' },
  ...{ role: 'role', region: 'region' },
};

/** Who has a queue, skill, team, role or region, as the account said last. */
export async function holdersOf(db: Db, { of, id }: Thing): Promise<number[]> {
  const field = fields[of];
  if (field === undefined) return [];
  const held =
    field === 'queues' || field === 'skills'
      ? sql<boolean>`exists (select 1 from json_each(settings, ${`$.${field}`}) as held where held.value ->> 'id' = ${id})`
      : sql<boolean>`settings ->> ${`$.${field}.id`} = ${id}`;
  const rows = await db.selectFrom('account_base').select('person_id').where(held).execute();
  return rows.map(({ person_id }) => person_id);
}

/**
 * Nobody has a thing at the account any more, for it is gone there; whoever was in a role or region is in the one that goes
 * `instead` of it.
 */
export async function dropFromBases(trx: Db, thing: Thing, instead: Reference | null): Promise<void> {
  const { of, id } = thing;
  const other = instead && { id: instead.id, name: instead.name };
  const bases = await readBases(trx, await holdersOf(trx, thing));
  const without = [...bases].map(([person_id, { settings }]) => ({
    person_id,
    settings: {
      ...settings,
      ...(of === 'team' && { team: null }),
      ...(of === 'queue' && { queues: settings.queues?.filter(queue => queue.id !== id) ?? [] }),
      ...(of === 'skill' && { skills: settings.skills?.filter(skill => skill.id !== id) ?? [] }),
      ...(of === 'role' && other && { role: other }),
      ...(of === 'region' && { region: other }),
    },
  }));
  await keepSettings(trx, without);
}
