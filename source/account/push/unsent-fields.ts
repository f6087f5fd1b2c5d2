import { type PushRefusal, scopeOf } from '../../../db/account/pushes.ts';
import { readBases } from '../../../db/account/remote.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import { changesOf } from '../../../db/history/change-sets.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { openClashes } from '../../roster/pull/open-clashes.ts';
import { fields, portalPlace } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';

/** What of a change set the account can't be told, of the fields that it changed. */
export async function unsendable(db: Db, change_set_id: number): Promise<PushRefusal[]> {
  const changed = await changedFields(db, change_set_id);
  const { notSent } = await readWaiting(db, await scopeOf(db, change_set_id));
  const own = notSent.filter(({ person_id, field }) => changed.get(person_id)?.has(field));
  return own.map(({ person_id, field }) =>
    ofField(
      person_id,
      field,
      'refused',
      `${fields[field].label} can’t be sent so; it can be set ${portalPlace}.`,
    ),
  );
}

/** What of a change set clashes: the account changed the same fields meanwhile. */
export async function clashesOf(db: Db, change_set_id: number): Promise<PushRefusal[]> {
  const changed = await changedFields(db, change_set_id);
  const people = [...changed.keys()];
  const [bases, users] = [await readBases(db, people), await readUsers(db, people)];
  return [...users].flatMap(([person_id, { settings }]) => {
    const base = bases.get(person_id);
    return (base ? openClashes(settings, base) : [])
      .filter(({ field }) => changed.get(person_id)?.has(field))
      .map(({ field }) =>
        ofField(person_id, field, 'conflict', `${fields[field].label} was changed at the account, too.`),
      );
  });
}

async function changedFields(db: Db, change_set_id: number): Promise<Map<number, Set<string>>> {
  const changes = await changesOf(db, change_set_id);
  return new Map(
    changes
      .filter(({ action }) => action !== 'remove')
      .map(change => [change.person_id, new Set(Object.keys(change.fields))]),
  );
}

function ofField(
  person_id: number,
  field: FieldName,
  state: PushRefusal['state'],
  reason: string,
): PushRefusal {
  const fields = [field];
  return {
    person_id,
    kind: null,
    local_id: null,
    operation: 'updateUser',
    state,
    fields,
    code: null,
    reason,
  };
}
