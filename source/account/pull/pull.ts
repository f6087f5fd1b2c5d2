import { usersWithoutBase } from '../../../db/account/bases.ts';
import { noteRead, readLink } from '../../../db/account/link.ts';
import { addRows, stageInMemory } from '../../../db/account/staging.ts';
import { keepWords } from '../../../db/users/account-words.ts';
import { notReadyReasons, type StagedAccount } from '../reads/read-account.ts';
import { readUser } from '../reads/read-user.ts';
import * as reads from '../reads/reads.ts';
import { type Differences, differencesOf } from './differences.ts';
import { pullCatalog, removeFromCatalog } from './pull-catalog.ts';
import { pullPeople } from './pull-people.ts';
import type { Pulled, Pulling } from './pulling.ts';
import { removeMissing, writeNews } from './write-pulled.ts';

/**
 * Brings a roster to what was read of its account; what was changed here stays, and waits. Null where that was not agreed to:
 * then no user was changed. Throws AccountError and BusyError.
 */
export async function pullAll(account: StagedAccount, pulling: Pulling): Promise<Pulled | null> {
  const { roster } = pulling;
  const left_out = await pullPeople(roster, account);
  const pulled: Pulled = { added: 0, changed: 0, removed: 0, clashes: 0, catalog: 0, left_out };
  pulled.catalog = await pullCatalog(roster, account);
  const isFirst = (await readLink(roster.read))?.read_at === null;
  const differences = await differencesOf(roster.read, account);
  if (isFirst && !(await isAgreed(pulling, differences))) return null;
  const ids = (await Array.fromAsync(differences.ids('new'))).flat();
  await writeNews(pulling, differences, { ids, isFirst, pulled });
  pulled.removed = await removeMissing(pulling, await differences.missing(), differences.known);
  pulled.catalog += await removeFromCatalog(roster, account);
  const memberships = account.ring === 'everything';
  const reasons = (await notReadyReasons(account)).map(sub_status_name => ({ sub_status_name }));
  await roster
    .write()
    .transaction()
    .execute(async trx => {
      await keepWords(trx, reasons);
      await noteRead(trx, new Date().toISOString(), { memberships });
    });
  return pulled;
}

/** Brings the roster to what the account says of these users alone. Throws AccountError and BusyError. */
export async function pullSome(ids: readonly string[], pulling: Pulling): Promise<Pulled> {
  const { roster, client } = pulling;
  const staging = await stageInMemory();
  try {
    const rows: { row_id: string; row: string }[] = [];
    const missing: string[] = [];
    for (const id of ids) {
      const found = await readUser(client, id);
      if (found) rows.push({ row_id: id, row: JSON.stringify(found) });
      else missing.push(id);
    }
    await addRows(staging, { list: reads.users.path, of: '' }, rows);
    const account: StagedAccount = { staging, ring: 'some users' };
    const left_out = await pullPeople(roster, account);
    const differences = await differencesOf(roster.read, account);
    const pulled: Pulled = { added: 0, changed: 0, removed: 0, clashes: 0, catalog: 0, left_out };
    await writeNews(pulling, differences, { ids: rows.map(({ row_id }) => row_id), isFirst: false, pulled });
    pulled.removed = await removeMissing(pulling, await differences.missingOf(missing), differences.known);
    return pulled;
  } finally {
    await staging.destroy();
  }
}

/** What the roster has of its own is not overwritten without a word. */
async function isAgreed({ roster, mayChange }: Pulling, differences: Differences): Promise<boolean> {
  if ((await usersWithoutBase(roster.read)).length === 0) return true;
  let others = 0;
  for await (const ids of differences.ids('new')) {
    const found = await differences.of(ids);
    others += found.filter(({ change, isKnown }) => change?.action === 'update' && !isKnown).length;
  }
  return others === 0 || (await mayChange(others));
}
