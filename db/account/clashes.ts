import type { Resolved } from '../../source/roster/plan/change-set.ts';
import { withTodaysNames } from '../../source/roster/plan/references.ts';
import { shownName } from '../../source/roster/plan/subjects.ts';
import type { ClashingUser } from '../../source/roster/pull/clash-lines.ts';
import { openClashes } from '../../source/roster/pull/open-clashes.ts';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { readCatalog } from '../catalog/catalog.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { readUsers } from '../users/users.ts';
import { clashColumns, readBases } from './bases.ts';

/** Who was changed both here and at the account, in what: of these people, or of all; by person. */
export async function readClashes(db: Db, people?: readonly number[]): Promise<Map<number, ClashingUser>> {
  const rows = await db
    .selectFrom('account_base')
    .select('person_id')
    .where('clashes', 'is not', null)
    .$if(people !== undefined, query => query.where('person_id', 'in', idList(people ?? [])))
    .execute();
  const ids = rows.map(({ person_id }) => person_id);
  const catalog = await readCatalog(db);
  const today = (settings: RemoteSettings) => {
    const found = withTodaysNames(settings, catalog);
    return 'settings' in found ? found.settings : settings;
  };
  const bases = await readBases(db, ids);
  const clashing = new Map<number, ClashingUser>();
  for (const [person_id, user] of await readUsers(db, ids)) {
    const { settings, clashes } = bases.get(person_id)!;
    const own = openClashes(user.settings, { settings: today(settings), clashes: today(clashes) });
    if (own.length > 0)
      clashing.set(person_id, { person_id, name: shownName({ person: user.person, user }), clashes: own });
  }
  return clashing;
}

/** What was decided on was not as the account has it by now: somebody read it meanwhile. */
export class ClashesChanged extends Error {
  readonly people: number[];

  constructor(people: number[]) {
    super('What clashes changed meanwhile.');
    this.people = people;
  }
}

/**
 * What is decided on is known of the account from now on: what differs here waits to be sent over it. Throws ClashesChanged where
 * the account has something else by now; whoever calls it takes everything back then.
 */
export async function settleClashes(trx: Db, resolved: readonly Resolved[]): Promise<void> {
  const byPerson = Map.groupBy(resolved, ({ person_id }) => person_id);
  const bases = await readBases(trx, [...byPerson.keys()]);
  const isAsDecided = ({ person_id, field, theirs }: Resolved) => {
    const clashes = bases.get(person_id)?.clashes ?? {};
    return field in clashes && sameValue(clashes[field], theirs);
  };
  const changed = resolved.filter(one => !isAsDecided(one)).map(({ person_id }) => person_id);
  if (changed.length > 0) throw new ClashesChanged([...new Set(changed)]);
  const catalog = await readCatalog(trx);
  const graded = new Set(catalog.skills.filter(skill => skill.graded).map(({ id }) => id));
  for (const [person_id, own] of byPerson) {
    const base = bases.get(person_id)!;
    const names = own.map(({ field }) => field as string);
    const [decided, open] = [picked(base.clashes, names), picked(base.clashes, names, false)];
    const isLevelDue = decided.skills?.some(({ id, level }) => level === null && graded.has(id)) === true;
    await trx
      .updateTable('account_base')
      .set({ settings: JSON.stringify({ ...base.settings, ...decided }), ...clashColumns(open) })
      .$if(isLevelDue, query => query.set({ levels_due: 1 }))
      .where('person_id', '=', person_id)
      .execute();
  }
}

/** The settings of these names, or all but them. */
function picked(settings: RemoteSettings, names: readonly string[], wanted = true): RemoteSettings {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => names.includes(name) === wanted));
}
