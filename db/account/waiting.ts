import { openClashes, settledSettings } from '../../source/roster/pull/open-clashes.ts';
import { thingKey } from '../../source/roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { type OwnFields, onlyIn } from '../../source/roster/push/own-fields.ts';
import { type Push, pushSteps, type Wanted } from '../../source/roster/push/push-steps.ts';
import { knownThings, waitingThings } from '../../source/roster/push/waiting-things.ts';
import { readCatalog } from '../catalog/catalog.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { peopleRows, readUsers } from '../users/users.ts';
import { basesInParts, readBases, usersWithoutBase } from './bases.ts';
import { changedHere } from './pending.ts';
import { readRemoteIds, readRemoteRecords } from './remote-things.ts';

/** Users that are compared at once. */
const usersAtOnce = 500;

export interface Waiting extends Push {
  /** The addresses of all who are named in it, by person. */
  emails: ReadonlyMap<number, string>;
  /** Of how many users something is left out, because it was changed both here and there. */
  clashing: number;
}

export interface Scope {
  /** By person, which fields; `all` also says whether they are users. */
  users: ReadonlyMap<number, OwnFields>;
  /** By `thingKey`. */
  things: ReadonlySet<string>;
}

/** What was changed here and is not at the account, as calls: all of it, or of these alone; asked of the roster alone. */
export async function readWaiting(read: Db, scope?: Scope): Promise<Waiting> {
  const ids = await readRemoteIds(read);
  const catalog = await readCatalog(read);
  const users: Wanted['users'][number][] = [];
  const base = new Map<number, RemoteSettings>();
  const emails = new Map<number, string>();
  let clashing = 0;
  const inScope = scope && [...scope.users.keys()];
  const added = await usersWithoutBase(read, inScope);
  for (const { person_id, user_email } of added) emails.set(person_id, user_email);
  await inChunks(added, async chunk => {
    const people = chunk.map(({ person_id }) => person_id);
    for (const [person_id, { settings }] of await readUsers(read, people))
      users.push({ person_id, settings });
  });
  for await (const people of basesInParts(read, { size: usersAtOnce, people: inScope })) {
    const here = await readUsers(read, people);
    for (const [person_id, said] of await readBases(read, people)) {
      const fields = scope?.users.get(person_id) ?? 'all';
      const user = here.get(person_id);
      // Whether they are to go, another change set says.
      if (!user && fields !== 'all') continue;
      const settled = settledSettings(said);
      if (user && openClashes(user.settings, said).length > 0) clashing++;
      const settings = user ? onlyIn(fields, user.settings, settled) : null;
      if (settings && changedHere(settings, settled).length === 0) continue;
      users.push({ person_id, settings });
      base.set(person_id, settled);
    }
  }
  const nameless = users.map(({ person_id }) => person_id).filter(id => !emails.has(id));
  for (const { person_id, user_email } of await peopleRows(read, nameless)) emails.set(person_id, user_email);
  const things = waitingThings(catalog, ids, await readRemoteRecords(read));
  const catalogInScope = things.filter(({ of, id }) => !scope || scope.things.has(thingKey(of, id)));
  const wanted = { users, catalog: catalogInScope };
  return { ...pushSteps(wanted, base, knownThings(catalog, ids)), emails, clashing };
}
