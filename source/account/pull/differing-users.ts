import { usersWithoutBase } from '../../../db/account/bases.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { type StagedAccount, stagedProfiles } from '../reads/read-account.ts';
import { differencesOf } from './differences.ts';
import type { UserDifference } from './user-difference.ts';

/** A field in which roster and account differ; null: whether they are a user at all. */
export interface Differing {
  user_email: string;
  field: FieldName | null;
  here: unknown;
  there: unknown;
  /** Changed at the account, changed here and waiting, or changed on both sides. */
  side: 'theirs' | 'waits' | 'clash';
}

/** In what roster and account differ, by e-mail; nothing is changed. */
export async function differingUsers(read: Db, account: StagedAccount): Promise<Differing[]> {
  const differences = await differencesOf(read, account);
  const lines: Differing[] = [];
  const listed = new Set<number>();
  for await (const ids of differences.ids('all')) {
    const found = await differences.of(ids);
    lines.push(...found.flatMap(linesOf));
    for (const { person_id } of found) listed.add(person_id);
    const known = new Set(found.map(({ user_email }) => user_email));
    for (const { user } of await stagedProfiles(account, ids))
      if (!known.has(user.user_email))
        lines.push(licenseLine(user.user_email, { here: false, side: 'theirs' }));
  }
  for (const { removal } of await differences.missing())
    if (removal) lines.push(licenseLine(removal.user_email, { here: true, side: 'theirs' }));
  for (const { person_id, user_email } of await usersWithoutBase(read))
    if (!listed.has(person_id)) lines.push(licenseLine(user_email, { here: true, side: 'waits' }));
  return lines.sort((a, b) => (a.user_email < b.user_email ? -1 : a.user_email > b.user_email ? 1 : 0));
}

function linesOf({ user_email, mine, theirs, change, clashes, waits, isKnown }: UserDifference): Differing[] {
  if (!mine) return [licenseLine(user_email, { here: false, side: isKnown ? 'waits' : 'theirs' })];
  const line = (side: Differing['side']) => (field: FieldName) => ({
    ...{ user_email, field, side },
    ...{ here: mine[field], there: theirs[field] },
  });
  return [
    ...(Object.keys(change?.fields ?? {}) as FieldName[]).map(line('theirs')),
    ...waits.map(line('waits')),
    ...clashes.map(line('clash')),
  ];
}

/** Whoever has a license on one side alone. */
function licenseLine(
  user_email: string,
  { here, side }: { here: boolean; side: Differing['side'] },
): Differing {
  return { user_email, field: null, here, there: !here, side };
}
