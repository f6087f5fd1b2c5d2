import type { View } from '../../source/roster/screen/view.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import type { Row, RowWindow, WindowRequest } from '../../source/roster/users/row.ts';
import type { FieldName } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readUsers } from '../users/users.ts';
import { rosterWindow } from '../users/window.ts';
import { readLink } from './link.ts';
import { readBases } from './remote.ts';

/** The rows asked for; where the roster is connected to an account, with what of them is otherwise there. */
export async function mirroredWindow(db: Db, view: View, request: WindowRequest): Promise<RowWindow> {
  const window = await rosterWindow(db, view, request);
  const link = await readLink(db);
  if (!link?.read_at) return window;
  const pending = await pendingOf(
    db,
    window.rows.map(({ person_id }) => person_id),
  );
  return {
    ...window,
    rows: window.rows.map(row => ({ ...row, pending: pending.get(row.person_id) ?? null })),
  };
}

async function pendingOf(db: Db, ids: readonly number[]): Promise<Map<number, Row['pending']>> {
  const pending = new Map<number, Row['pending']>();
  const bases = await readBases(db, ids);
  for (const [person_id, { settings }] of await readUsers(db, ids)) {
    const base = bases.get(person_id);
    const isSame = ([name, value]: [string, unknown]) => sameValue(settings[name as FieldName], value);
    if (base && base.clashes.length > 0) pending.set(person_id, 'clash');
    else if (!base || !Object.entries(base.settings).every(isSame)) pending.set(person_id, 'waits');
  }
  return pending;
}
