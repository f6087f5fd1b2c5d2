import type { AppliedChangeSet } from '../../source/roster/plan/change-set.ts';
import { listChangeSets } from '../history/change-sets.ts';
import { setsOfPage } from '../history/history-pages.ts';
import type { Db } from '../sqlite/dialect.ts';
import { listPushes } from './push-list.ts';

type Asked = Parameters<typeof setsOfPage>[1];

/** A page of history, with how far each set is at the account. */
export async function historyPage(
  db: Db,
  asked: Asked,
): Promise<{ sets: AppliedChangeSet[]; total: number }> {
  const { sets, total } = await setsOfPage(db, asked);
  return { sets: await withPushes(db, sets), total };
}

/** The same change sets with how far each is at the account that is for it. */
export async function withPushes(db: Db, sets: readonly AppliedChangeSet[]): Promise<AppliedChangeSet[]> {
  const ids = sets.map(({ id }) => id);
  const pushes = await listPushes(db, { ids, limit: Math.max(1, ids.length) });
  const bySet = new Map(pushes.map(push => [push.id, push]));
  return sets.map(set => {
    const push = bySet.get(set.id);
    return push ? { ...set, push } : set;
  });
}

/** The change sets that are for the account, the newest first, and how many there are. */
export async function pushedSets(
  db: Db,
  limit: number,
): Promise<{ sets: AppliedChangeSet[]; total: number }> {
  const pushes = await listPushes(db, { limit });
  const ids = pushes.map(({ id }) => id);
  const { total } = await db
    .selectFrom('pushes')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { sets: await withPushes(db, await listChangeSets(db, { ids })), total };
}
