import type { Change } from '../../source/roster/plan/change-set.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { isUnsaid, withUnsaid } from '../../source/roster/push/own-fields.ts';
import { accountDecides } from '../../source/roster/push/user-changes.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { accountFields } from '../../source/roster/users/fields.ts';
import { type FieldName, newSettings } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readUsers } from '../users/users.ts';
import { keepSettings, readBases } from './bases.ts';

/**
 * What these users had before somebody here said otherwise, of what the account is not known to have said: it is kept until the account
 * has it.
 */
export async function markUnsaid(trx: Db, changes: readonly Change[]): Promise<void> {
  const updates = changes.filter(({ action, fields }) => action === 'update' && isUnsaid(fields));
  const people = updates.map(({ person_id }) => person_id);
  const bases = await readBases(trx, people);
  const users = await readUsers(trx, people);
  const kept = updates.flatMap(({ person_id, fields }) => {
    const [said, user] = [bases.get(person_id)?.settings, users.get(person_id)];
    const settings = said && user ? withUnsaid(said, fields, user.settings) : null;
    return settings ? [{ person_id, settings }] : [];
  });
  await keepSettings(trx, kept);
}

/** What nothing that is sent can say is unset. */
const unsettable: readonly FieldName[] = [...accountDecides, ...accountFields];

/**
 * Whoever is added again before the account took their license away keeps there what nobody said here: that is as good as not known, so
 * that it comes with the next reading.
 */
export async function forgetUnsaid(trx: Db, changes: readonly Change[]): Promise<void> {
  const people = changes.filter(({ action }) => action === 'add').map(({ person_id }) => person_id);
  const users = await readUsers(trx, people);
  const kept = [...(await readBases(trx, people))].map(([person_id, { settings }]) => {
    const mine = users.get(person_id)?.settings;
    const isUnset = (name: FieldName) =>
      mine !== undefined && unsettable.includes(name) && sameValue(mine[name], newSettings(mine.role)[name]);
    const known = Object.entries(settings).filter(([name]) => !isUnset(name as FieldName));
    return { person_id, settings: Object.fromEntries(known) as RemoteSettings };
  });
  await keepSettings(trx, kept);
}

/** Where somebody is, is asked of the account again, where nobody here waits to say otherwise. */
export async function dropPlaces(trx: Db, people: readonly number[]): Promise<void> {
  const users = await readUsers(trx, people);
  const kept = [...(await readBases(trx, people))].flatMap(([person_id, { settings }]) => {
    const { status_name, sub_status_name, ...rest }: RemoteSettings = settings;
    const mine = users.get(person_id)?.settings;
    if (status_name === undefined || mine?.status_name !== status_name) return [];
    if ((mine.sub_status_name ?? null) !== (sub_status_name ?? null)) return [];
    return [{ person_id, settings: rest }];
  });
  await keepSettings(trx, kept);
}
