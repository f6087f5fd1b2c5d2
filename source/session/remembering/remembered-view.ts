import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Remembered } from '../../roster/screen/effects.ts';
import type { View } from '../../roster/screen/view.ts';

/** The view of last time, as far as its queue and role still exist; `missing` says which does not. */
export async function rememberedView(
  db: Db,
  screen: Remembered | null,
): Promise<{ view: Partial<View>; missing: string | null }> {
  if (!screen) return { view: {}, missing: null };
  const named = <T extends { name: string }>(list: readonly T[], name: string | null) =>
    list.find(candidate => candidate.name === name) ?? null;
  const queue = screen.queue === null ? null : named(await readQueues(db), screen.queue);
  const role = screen.role === null ? null : named(await readRoles(db), screen.role);
  const { search, status, package: name, sort } = screen;
  const lost =
    screen.queue && !queue
      ? `The queue ${screen.queue}`
      : screen.role && !role
        ? `The role ${screen.role}`
        : null;
  return {
    view: {
      search,
      status,
      package: name,
      sort,
      queue: queue && { id: queue.id, name: queue.name },
      role: role && { id: role.id, name: role.name },
    },
    missing: lost && `${lost} no longer exists; its filter is off.`,
  };
}
