import type { FieldChanges } from '../../../source/roster/plan/change-set.ts';
import { number } from '../../../source/roster/text/words.ts';
import { sameValue } from '../../../source/roster/users/field-values.ts';
import type { FieldName, User } from '../../../source/roster/users/user.ts';
import { readUsers } from '../../users/users.ts';
import type { Db } from '../dialect.ts';
import { type Finding, findingsAtMost, type OnChecking } from './check.ts';
import { brokenSets, usersOutOfHistory } from './check-sets.ts';

/** People looked at in one go; memory stays flat. */
const pageSize = 500;

/**
 * Holds the newest change of each person against how that person is now, and each user against the change set that they
 * say was their last. To be run in a snapshot.
 */
export async function checkHistory(db: Db, onChecking: OnChecking): Promise<Finding[]> {
  const wrong = [...(await brokenSets(db)), ...(await usersOutOfHistory(db, onChecking))];
  const withoutHistory = await fieldsWithoutHistory(db);
  for (let after = 0, looked = 0; wrong.length < findingsAtMost; ) {
    const page = await lastChanges(db, after);
    const last = page.at(-1);
    if (!last) break;
    const ids = page.map(change => change.person_id);
    const users = await readUsers(db, ids);
    wrong.push(
      ...page.flatMap(change => disagreement(change, users.get(change.person_id), withoutHistory) ?? []),
    );
    after = last.person_id;
    looked += page.length;
    onChecking(`history of ${number(looked)} people`);
  }
  return wrong.slice(0, findingsAtMost).map(message => ({ check: 'history', damage: 'records', message }));
}

/** Where somebody is right now comes from the account without a change set, once a roster was connected to one. */
async function fieldsWithoutHistory(db: Db): Promise<readonly FieldName[]> {
  const pull = await db
    .selectFrom('change_sets')
    .select('change_set_id')
    .where('kind', '=', 'pull')
    .limit(1)
    .executeTakeFirst();
  return pull ? ['status_name', 'sub_status_name'] : [];
}

interface LastChange {
  person_id: number;
  change_set_id: number;
  user_email: string;
  action: 'add' | 'update' | 'remove';
  fields: string;
}

async function lastChanges(db: Db, after: number): Promise<LastChange[]> {
  return await db
    .selectFrom('changes')
    .innerJoin(
      eb =>
        eb
          .selectFrom('changes')
          .select(({ fn }) => ['person_id', fn.max<number>('change_set_id').as('newest')])
          .where('person_id', '>', after)
          .groupBy('person_id')
          .orderBy('person_id')
          .limit(pageSize)
          .as('last'),
      join =>
        join
          .onRef('last.person_id', '=', 'changes.person_id')
          .onRef('last.newest', '=', 'changes.change_set_id'),
    )
    .select(['changes.person_id', 'changes.change_set_id', 'changes.user_email', 'action', 'fields'])
    .orderBy('changes.person_id')
    .execute();
}

function disagreement(
  change: LastChange,
  user: User | undefined,
  withoutHistory: readonly FieldName[],
): string | null {
  const { user_email, change_set_id, action } = change;
  const set = `change set ${change_set_id}`;
  if (action === 'remove') return user ? `${user_email} was removed by ${set} and has a license.` : null;
  if (!user) return `${user_email} has no license, though ${set} left them one.`;
  if (user.version !== change_set_id)
    return `${user_email} was last written by change set ${user.version}, and history ends with ${set}.`;
  const fields = fieldsOf(change);
  if (!fields) return `What ${set} did to ${user_email} can't be read.`;
  const wrong = (Object.keys(fields) as FieldName[]).filter(
    name => !withoutHistory.includes(name) && !sameValue(user.settings[name], fields[name]?.after),
  );
  return wrong.length > 0 ? `${user_email} is not as ${set} left them: ${wrong.join(', ')}.` : null;
}

function fieldsOf(change: LastChange): FieldChanges | null {
  try {
    return JSON.parse(change.fields) as FieldChanges;
  } catch {
    return null;
  }
}
