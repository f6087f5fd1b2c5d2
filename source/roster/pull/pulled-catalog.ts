import type { Catalog } from '../catalog/catalog.ts';
import {
  type CatalogEntry,
  catalogEntries,
  differences,
  sameCatalogValue,
} from '../catalog/catalog-entries.ts';
import { type CatalogRecords, nameOf } from '../catalog/catalog-records.ts';
import type { CatalogChange, CatalogRecord } from '../plan/change-set.ts';
import { isPushed } from '../push/step.ts';
import { fold } from '../text/fold.ts';

/** What of the catalog the account has. */
export const remoteKinds = ['role', 'region', 'queue', 'skill', 'team', 'template'] as const;
export type RemoteKind = (typeof remoteKinds)[number];

/** A queue, role … as the account has it: the values of its record that the account tells. */
export interface RemoteEntry {
  of: RemoteKind;
  remote_id: string;
  record: Partial<CatalogRecords[RemoteKind]>;
}

/** By which local id each entry of the account is known here. */
export type RemoteIds = ReadonlyMap<RemoteKind, ReadonlyMap<string, number>>;

/** What the account said last of each entry, by `thingKey`. */
export type RemoteRecords = ReadonlyMap<string, CatalogRecord>;

/** `queue 3` */
export function thingKey(of: RemoteKind, id: number): string {
  return `${of} ${id}`;
}

export interface PulledCatalog {
  changes: CatalogChange[];
  /** Entries that are known from now on: by an id here, or by the change that adds them. */
  known: { of: RemoteKind; remote_id: string; id: number | CatalogChange; record: CatalogRecord }[];
}

/** What an entry is where the account does not say. */
const unsaid: { [Kind in RemoteKind]: CatalogRecords[Kind] } = {
  role: { role_name: '', privileges: [] },
  region: { region_name: '', is_main: false },
  queue: { queue_name: '', description: '', channel: 'voice' },
  skill: { skill_name: '', category: '', graded: false },
  team: { team_name: '' },
  template: { template_name: '', description: '', type: 'add', edits: [] },
};

/** What the account had of these kinds and has no more, as removals. */
export function goneFromCatalog(
  kinds: readonly RemoteKind[],
  entries: readonly RemoteEntry[],
  catalog: Catalog,
  ids: RemoteIds,
): { change: CatalogChange; of: RemoteKind; id: number }[] {
  return kinds.flatMap(of => {
    const listed = new Set(entries.filter(entry => entry.of === of).map(({ remote_id }) => remote_id));
    const local = new Map(localEntries(of, catalog).map(entry => [entry.id, entry]));
    return [...(ids.get(of) ?? [])].flatMap(([remote_id, id]) => {
      const entry = local.get(id);
      if (!entry || listed.has(remote_id)) return [];
      const { name, record } = entry;
      return [{ of, id, change: { of, id, name, before: record, after: null } }];
    });
  });
}

function localEntries(of: RemoteKind, catalog: Catalog) {
  return catalogEntries(of, { catalog } as Parameters<typeof catalogEntries>[1]);
}

/**
 * Brings the catalog to what the account has: known by its id, else by its name, else new. What was removed here stays so, and what
 * was changed here alone: that waits to be sent. `records` is what it said last.
 */
export function pulledCatalog(
  entries: readonly RemoteEntry[],
  catalog: Catalog,
  { ids, records }: { ids: RemoteIds; records: RemoteRecords },
): PulledCatalog {
  const changes: CatalogChange[] = [];
  const known: PulledCatalog['known'] = [];
  for (const of of remoteKinds) {
    const local = localEntries(of, catalog);
    const byId = new Map(local.map(entry => [entry.id, entry]));
    const byName = new Map(local.map(entry => [fold(entry.name), entry]));
    const listed = entries.filter(entry => entry.of === of);
    const nameless = of === 'region' ? mainRegionByNoName(local, listed, ids) : undefined;
    for (const { remote_id, record: theirs } of listed) {
      const record = theirs as CatalogRecord;
      const name = nameOf(of, record);
      const local_id = ids.get(of)?.get(remote_id);
      if (local_id !== undefined && !byId.has(local_id)) continue;
      const isMain = record.is_main === true;
      const mine = byId.get(local_id ?? null) ?? byName.get(fold(name)) ?? (isMain ? nameless : undefined);
      const said = isPushed(of) && mine ? records.get(thingKey(of, mine.id!)) : undefined;
      const waits = mine && said ? changedHere(mine.record, said, record) : [];
      const news = Object.fromEntries(Object.entries(record).filter(([key]) => !waits.includes(key)));
      const after: CatalogRecord = { ...(mine?.record ?? unsaid[of]), ...news };
      if (mine && differences(mine.record, after).length === 0) {
        known.push({ of, remote_id, id: mine.id!, record });
        continue;
      }
      const change = {
        of,
        id: mine?.id ?? null,
        name: mine?.name ?? name,
        before: mine?.record ?? null,
        after,
      };
      changes.push(change);
      known.push({ of, remote_id, id: mine?.id ?? change, record });
    }
  }
  return { changes, known };
}

/** What of an entry was changed here, and not at the account, since it said so. */
function changedHere(mine: CatalogRecord, said: CatalogRecord, theirs: CatalogRecord): string[] {
  return Object.keys(said).filter(
    key => !sameCatalogValue(mine[key], said[key]) && sameCatalogValue(theirs[key], said[key]),
  );
}

/**
 * Each side has one main region: the account's is the one here, whatever it is called, unless that is known by an id or a name.
 */
function mainRegionByNoName(
  local: readonly CatalogEntry[],
  listed: readonly RemoteEntry[],
  ids: RemoteIds,
): CatalogEntry | undefined {
  const names = new Set(listed.map(({ of, record }) => fold(nameOf(of, record as CatalogRecord))));
  const known = new Set(ids.get('region')?.values());
  return local.find(({ id, name, record }) => record.is_main && !known.has(id!) && !names.has(fold(name)));
}
