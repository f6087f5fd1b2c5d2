import { openClashes, settledSettings } from '../../source/roster/pull/open-clashes.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import type { AtAccount } from '../../source/roster/screen/page-effects.ts';
import type { View } from '../../source/roster/screen/view.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import type { Row, RowWindow, WindowRequest } from '../../source/roster/users/row.ts';
import type { FieldName, User, UserSettings } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { readUsers } from '../users/users.ts';
import { rosterWindow } from '../users/window.ts';
import { readBases } from './bases.ts';
import { readLink } from './link.ts';
import { readRefusals } from './pushes.ts';
import { refusedLast } from './refused.ts';

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
  for (const person_id of (await refusedLast(db, ids)).keys()) pending.set(person_id, 'refused');
  const bases = await readBases(db, ids);
  for (const [person_id, { settings }] of await readUsers(db, ids)) {
    const base = bases.get(person_id);
    if (base && openClashes(settings, base).length > 0) pending.set(person_id, 'clash');
    else if (!base || changedHere(settings, settledSettings(base)).length > 0)
      pending.set(person_id, 'waits');
  }
  return pending;
}

/** Fields that are not as the account said. */
export function changedHere(settings: UserSettings, said: RemoteSettings): FieldName[] {
  const names = Object.keys(said) as FieldName[];
  return names.filter(name => !sameValue(settings[name], said[name]));
}

/** What of a user is otherwise at the account, or not known of them; null where the roster is connected to none. */
export async function atAccount(db: Db, user: User): Promise<AtAccount | null> {
  const link = await readLink(db);
  if (!link?.read_at) return null;
  const { person_id } = user.person;
  const base = (await readBases(db, [person_id])).get(person_id);
  if (!base) return { isNew: true, waits: [], clashes: [], unread: [], refused: null };
  const unread = await db
    .selectFrom('user_skills')
    .innerJoin('skills', 'skills.skill_id', 'user_skills.skill_id')
    .select('skills.skill_id')
    .where('person_id', '=', person_id)
    .where('level', 'is', null)
    .where('graded', '=', 1)
    .execute();
  const refused = await refusedReasons(db, person_id);
  const clashes = openClashes(user.settings, base).map(({ field }) => field);
  const waits = changedHere(user.settings, settledSettings(base));
  return { isNew: false, waits, clashes, refused, unread: unread.map(({ skill_id }) => skill_id) };
}

/** Why the account refused somebody last, where nothing was changed about them since. */
async function refusedReasons(db: Db, person_id: number): Promise<AtAccount['refused']> {
  const id = (await refusedLast(db, [person_id])).get(person_id);
  if (id === undefined) return null;
  const own = await readRefusals(db, id, person_id);
  return { change_set_id: id, reasons: [...new Set(own.map(({ reason }) => reason))] };
}
