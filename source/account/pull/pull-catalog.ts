import {
  deleteRemoteIds,
  keepRemoteIds,
  readRemoteIds,
  readRemoteRecords,
} from '../../../db/account/remote-things.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import { usersOf } from '../../../db/catalog/catalog-users.ts';
import { catalogNow } from '../../../db/changes/catalog-facts.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { retarget } from '../../roster/catalog/catalog-consequences.ts';
import { isUsedKind } from '../../roster/catalog/catalog-users.ts';
import type { CatalogChange } from '../../roster/plan/change-set.ts';
import {
  goneFromCatalog,
  pulledCatalog,
  type RemoteEntry,
  type RemoteKind,
  thingKey,
} from '../../roster/pull/pulled-catalog.ts';
import { kindsRead, type StagedAccount } from '../reads/read-account.ts';
import { untilWritten, writePulledCatalog } from './pulled-sets.ts';
import { remoteEntries } from './remote-catalog.ts';
import { remoteTemplates } from './remote-templates.ts';

/** Takes over the queues, roles … that the account has; returns how many are new or otherwise than before. */
export async function pullCatalog(roster: RosterDatabase, account: StagedAccount): Promise<number> {
  const { read } = roster;
  const things = await pullEntries(roster, () => remoteEntries(account));
  const templates = async () => remoteTemplates(account, await readCatalog(read), await readRemoteIds(read));
  return things + (await pullEntries(roster, templates));
}

async function pullEntries(
  roster: RosterDatabase,
  entriesNow: () => Promise<RemoteEntry[]>,
): Promise<number> {
  const { read, write } = roster;
  return await untilWritten(async () => {
    const entries = await entriesNow();
    const records = await readRemoteRecords(read);
    const before = await readRemoteIds(read);
    const { changes, known } = pulledCatalog(entries, await readCatalog(read), { ids: before, records });
    const keep = (trx: Db, written: readonly CatalogChange[]) =>
      keepRemoteIds(
        trx,
        known.map(({ of, remote_id, id, record }) => ({
          ...{ of, remote_id, record },
          id: typeof id === 'number' ? id : written[changes.indexOf(id)]!.id!,
        })),
      );
    if (changes.length > 0)
      return (await writePulledCatalog(roster, changes, (trx, { catalog }) => keep(trx, catalog)))
        ? changes.length
        : null;
    const isNews = ({ of, remote_id, id, record }: (typeof known)[number]) =>
      before.get(of)?.get(remote_id) !== id ||
      JSON.stringify(records.get(thingKey(of, id as number))) !== JSON.stringify(record);
    if (known.some(isNews))
      await write()
        .transaction()
        .execute(trx => keep(trx, []));
    return 0;
  });
}

/**
 * Removes what the account has no more; returns how much that was. What users here still have stays: it was given to them here.
 * So do built-in roles and the main region.
 */
export async function removeFromCatalog(roster: RosterDatabase, account: StagedAccount): Promise<number> {
  const { read } = roster;
  const catalog = await readCatalog(read);
  const ids = await readRemoteIds(read);
  const entries = [...(await remoteEntries(account)), ...(await remoteTemplates(account, catalog, ids))];
  const gone: CatalogChange[] = [];
  for (const { of, id, change } of goneFromCatalog(await kindsRead(account), entries, catalog, ids)) {
    const isKept =
      catalog.roles.some(role => of === 'role' && role.id === id && role.built_in) ||
      catalog.regions.some(region => of === 'region' && region.id === id && region.is_main);
    const isUsed = isUsedKind(of) && (await usersOf(read, of, id, 1)).length > 0;
    if (!isKept && !isUsed) gone.push(change);
  }
  const facts = await catalogNow(read);
  const isNamed = ({ of, id }: CatalogChange) => retarget(of, id!, null, facts).length > 0;
  let removed = await removeThings(
    roster,
    gone.filter(change => !isNamed(change)),
  );
  for (const change of gone.filter(isNamed)) removed += await removeThings(roster, [change]);
  return removed;
}

/** Templates that name what goes do so no more. */
async function removeThings(roster: RosterDatabase, gone: readonly CatalogChange[]): Promise<number> {
  if (gone.length === 0) return 0;
  const facts = await catalogNow(roster.read);
  const templates = gone.flatMap(({ of, id }) => retarget(of, id!, null, facts));
  const things = gone.map(({ of, id }) => ({ of: of as RemoteKind, id: id! }));
  const forget = (trx: Db) => deleteRemoteIds(trx, things);
  // What somebody got meanwhile is looked at by the next pull.
  return (await writePulledCatalog(roster, [...gone, ...templates], forget)) ? gone.length : 0;
}
