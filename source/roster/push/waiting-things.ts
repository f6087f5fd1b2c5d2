import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogFacts, catalogEntries } from '../catalog/catalog-entries.ts';
import { type RemoteIds, type RemoteRecords, thingKey } from '../pull/pulled-catalog.ts';
import { fold } from '../text/fold.ts';
import type { ThingChange } from './catalog-steps.ts';
import type { KnownThings } from './push-steps.ts';
import { pushedKinds } from './step.ts';

/** What of the catalog was added, changed or removed here, and is otherwise at the account; `records` is what that said last. */
export function waitingThings(catalog: Catalog, ids: RemoteIds, records: RemoteRecords): ThingChange[] {
  return pushedKinds.flatMap(of => {
    const entries = catalogEntries(of, { catalog } as CatalogFacts);
    const [local, remote] = [new Set(entries.map(({ id }) => id)), new Set(ids.get(of)?.values())];
    const changed = entries.flatMap(({ id, name, record }): ThingChange[] => {
      if (id === null) return [];
      if (!remote.has(id)) return [{ of, id, name, before: null, after: record }];
      const said = records.get(thingKey(of, id));
      return said ? [{ of, id, name, before: { ...record, ...said }, after: record }] : [];
    });
    const removed = [...remote].filter(id => !local.has(id));
    return [...changed, ...removed.map((id): ThingChange => ({ of, id, name: '', before: {}, after: null }))];
  });
}

/** What of the catalog is at the account. */
export function knownThings(catalog: Catalog, ids: RemoteIds): KnownThings {
  const remote = (of: 'region' | 'skill') => new Set(ids.get(of)?.values());
  const [regions, skills] = [remote('region'), remote('skill')];
  return {
    ids,
    mainRegion: catalog.regions.find(({ id, is_main }) => is_main && regions.has(id))?.id ?? null,
    categories: new Set(
      catalog.skills.filter(({ id }) => skills.has(id)).map(({ category }) => fold(category)),
    ),
  };
}
