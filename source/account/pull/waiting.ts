import { changedHere } from '../../../db/account/pending.ts';
import { partsWithBase, readBases, readRemoteIds, usersWithoutBase } from '../../../db/account/remote.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import { inChunks } from '../../../db/sqlite/chunks.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { peopleRows, readUsers } from '../../../db/users/users.ts';
import type { RemoteSettings } from '../../roster/pull/pulled-change.ts';
import { type Push, pushSteps, type Wanted } from '../../roster/push/push-steps.ts';
import { knownThings, waitingThings } from '../../roster/push/waiting-things.ts';

/** Users that are compared at once. */
const usersAtOnce = 500;

export interface Waiting extends Push {
  /** The addresses of all who are named in it, by person. */
  emails: ReadonlyMap<number, string>;
  /** Of how many users something is left out, because it was changed both here and there. */
  clashing: number;
}

/** All that was changed here and is not at the account, as calls; asked of the roster alone. */
export async function readWaiting(read: Db): Promise<Waiting> {
  const ids = await readRemoteIds(read);
  const catalog = await readCatalog(read);
  const users: Wanted['users'][number][] = [];
  const base = new Map<number, RemoteSettings>();
  const emails = new Map<number, string>();
  let clashing = 0;
  const added = await usersWithoutBase(read);
  for (const { person_id, user_email } of added) emails.set(person_id, user_email);
  await inChunks(added, async chunk => {
    const people = chunk.map(({ person_id }) => person_id);
    for (const [person_id, { settings }] of await readUsers(read, people))
      users.push({ person_id, settings });
  });
  for await (const part of partsWithBase(read, { size: usersAtOnce })) {
    const people = [...part.keys()];
    const here = await readUsers(read, people);
    for (const [person_id, { settings: said, clashes }] of await readBases(read, people)) {
      const user = here.get(person_id);
      const settled = Object.fromEntries(
        Object.entries(said).filter(([name]) => !(clashes as string[]).includes(name)),
      ) as RemoteSettings;
      if (user && clashes.length > 0) clashing++;
      if (user && changedHere(user.settings, { settings: settled }).length === 0) continue;
      users.push({ person_id, settings: user?.settings ?? null });
      base.set(person_id, settled);
    }
  }
  const nameless = users.map(({ person_id }) => person_id).filter(id => !emails.has(id));
  for (const { person_id, user_email } of await peopleRows(read, nameless)) emails.set(person_id, user_email);
  const wanted = { users, catalog: waitingThings(catalog, ids) };
  return { ...pushSteps(wanted, base, knownThings(catalog, ids)), emails, clashing };
}
