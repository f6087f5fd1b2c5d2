import { sql } from 'kysely';
import type { RemoteKind } from '../../source/roster/pull/pulled-catalog.ts';
import type { Db } from '../sqlite/dialect.ts';
import { keepSettings, readBases } from './bases.ts';

interface Thing {
  of: RemoteKind;
  id: number;
}

/** Who has a queue, skill or team, as the account said last. */
export async function holdersOf(db: Db, { of, id }: Thing): Promise<number[]> {
  const field = ({ queue: 'queues', skill: 'skills', team: 'team' } as Record<string, string>)[of];
  if (field === undefined) return [];
  const held =
    field === 'team'
      ? sql<boolean>`settings ->> '$.team.id' = ${id}`
      : sql<boolean>`exists (select 1 from json_each(settings, ${`$.${field}`}) as held where held.value ->> 'id' = ${id})`;
  const rows = await db.selectFrom('account_base').select('person_id').where(held).execute();
  return rows.map(({ person_id }) => person_id);
}

/** Nobody has a thing at the account any more, for it is gone there. */
export async function dropFromBases(trx: Db, thing: Thing): Promise<void> {
  const { of, id } = thing;
  const bases = await readBases(trx, await holdersOf(trx, thing));
  const without = [...bases].map(([person_id, { settings }]) => ({
    person_id,
    settings: {
      ...settings,
      ...(of === 'team' && { team: null }),
      ...(of === 'queue' && { queues: settings.queues?.filter(queue => queue.id !== id) ?? [] }),
      ...(of === 'skill' && { skills: settings.skills?.filter(skill => skill.id !== id) ?? [] }),
    },
  }));
  await keepSettings(trx, without);
}
