import { readBases } from '../../../db/account/bases.ts';
import { type PushRefusal, scopeOf } from '../../../db/account/pushes.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import { changesOf } from '../../../db/history/change-sets.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { openClashes } from '../../roster/pull/open-clashes.ts';
import { listed } from '../../roster/text/words.ts';
import { fields, portalPlace } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';

/** What of a change set the account can't be told, of the fields that it changed. */
export async function unsendable(db: Db, change_set_id: number): Promise<PushRefusal[]> {
  const changed = await changedFields(db, change_set_id);
  const { notSent } = await readWaiting(db, await scopeOf(db, change_set_id));
  const own = notSent.filter(({ person_id, field }) => changed.get(person_id)?.has(field));
  const byPerson = Map.groupBy(own, ({ person_id }) => person_id);
  return [...byPerson].map(([person_id, all]) => {
    const names = all.map(({ field }) => field);
    const reason = `${labelsOf(names)} can’t be sent; set it ${portalPlace}.`;
    return ofFields(person_id, names, { state: 'refused', reason });
  });
}

/** What of a change set clashes: the account changed the same fields meanwhile. */
export async function clashesOf(db: Db, change_set_id: number): Promise<PushRefusal[]> {
  const changed = await changedFields(db, change_set_id);
  const people = [...changed.keys()];
  const [bases, users] = [await readBases(db, people), await readUsers(db, people)];
  return [...users].flatMap(([person_id, { settings }]) => {
    const base = bases.get(person_id);
    const names = (base ? openClashes(settings, base) : [])
      .map(({ field }) => field)
      .filter(field => changed.get(person_id)?.has(field));
    const reason = `${labelsOf(names)} ${names.length > 1 ? 'were' : 'was'} changed at the account, too. Decide: d on the screen, or roster resolve --help`;
    return names.length > 0 ? [ofFields(person_id, names, { state: 'conflict', reason })] : [];
  });
}

function labelsOf(names: readonly FieldName[]): string {
  return listed(
    names.map(name => fields[name].label),
    names.length,
  );
}

async function changedFields(db: Db, change_set_id: number): Promise<Map<number, Set<string>>> {
  const changes = await changesOf(db, change_set_id);
  return new Map(
    changes
      .filter(({ action }) => action !== 'remove')
      .map(change => [change.person_id, new Set(Object.keys(change.fields))]),
  );
}

function ofFields(
  person_id: number,
  names: FieldName[],
  refusal: Pick<PushRefusal, 'state' | 'reason'>,
): PushRefusal {
  const none = { kind: null, local_id: null, code: null };
  return { person_id, ...none, operation: 'updateUser', fields: names, ...refusal };
}
