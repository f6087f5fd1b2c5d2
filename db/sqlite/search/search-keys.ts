import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { fold } from '../../../source/roster/text/fold.ts';
import { emailKey } from '../../../source/roster/users/email-key.ts';
import { type PackageName, type Presence, presences } from '../../../source/roster/users/vocabulary.ts';
import type { PersonRow } from '../../tables.ts';

type Named = Pick<PersonRow, 'display_name' | 'user_email' | 'department'>;

/** What people without a license are sorted and searched by, folded once when written. */
export function personKeys(
  person: Named,
): Pick<PersonRow, 'name_key' | 'department_key' | 'differing_email_key'> {
  const email = emailKey(person.user_email);
  return {
    name_key: lineOf(person.display_name),
    department_key: lineOf(person.department),
    // Nearly always the same, and then kept once.
    differing_email_key: email === person.user_email ? null : email,
  };
}

/** What a user is sorted by first, and searched in: name, e-mail and department, a line each. */
export function userKeys(
  person: Named,
  display_name: string | null,
): { name_key: string; search_key: string } {
  const name_key = lineOf(display_name || person.display_name);
  const search_key = [name_key, lineOf(person.user_email), lineOf(person.department)].join('\n');
  return { name_key, search_key };
}

/** The name within a search key, in SQL: of the table at hand, or of the one told. The index by name is on just this. */
export function nameOf(table?: string): string {
  const key = table ? `${table}.search_key` : 'search_key';
  return `substr(${key}, 1, instr(${key}, char(10)) - 1)`;
}

/**
 * Whether the e-mail of a row of people is folded to something else than its key, in SQL: letters beyond ASCII lose their
 * accents, which tell addresses apart.
 */
export const isUnfolded = "user_email glob '*[^ -~]*'";

/**
 * What a row of `user_search`, called s, is sorted by e-mail by, in SQL: the e-mail, a line end, and whatever follows. The
 * search key has it, but where it is unfolded.
 */
export const emailInText = `coalesce(
  (select email_key || char(10) from people indexed by unfolded_emails
    where people.person_id = s.person_id and ${isUnfolded}),
  substr(s.search_key, instr(s.search_key, char(10)) + 1))`;

/**
 * Who stands beyond an e-mail, going forward or backward, by what `emailInText` gave. A line end sorts before all that
 * e-mails have, and a tab of lines right behind it.
 */
export function emailBeyond(
  emailText: RawBuilder<unknown>,
  { email, itself, backward }: { email: string; itself: boolean; backward: boolean },
): RawBuilder<SqlBool> {
  const edge = `${email}${itself === backward ? '\v' : '\n'}`;
  return backward ? sql`${emailText} < ${edge}` : sql`${emailText} >= ${edge}`;
}

/** Whether a row of users may get in, in SQL: 1 or 0. */
export function isActive(row: string): string {
  return `(${row}.user_access = 'active')`;
}

/** The number of a row of users' presence among all in their order, in SQL: numbers this small take no room. */
export function presenceOf(row: string): string {
  const cases = presenceOrder.map((presence, number) => `when '${presence}' then ${number}`);
  return `(case ${row}.status_name ${cases.join(' ')} end)`;
}

/** As they are sorted. */
export const presenceOrder: readonly Presence[] = [...presences].sort();

/** What users are until they first sign in, and most of them at any time. */
export const usualPresence: Presence = 'Offline';

/** The package that most users have, and new ones get unless told. */
export const usualPackage: PackageName = 'essentials';

/** Whose rows of user_search the indexes by access and by presence have, in SQL: new users' are in neither. */
export const listedByAccess = 'is_active = 0';
export const listedByPackage = `package_name <> '${usualPackage}'`;
export const listedByStatus = "licensed = 1 and account_status <> 'active'";
export const listedByPresence = `presence <> ${presenceOrder.indexOf(usualPresence)}`;

function lineOf(text: string): string {
  return fold(text).replaceAll('\n', ' ');
}

/** As SQLite compares: by UTF-8, which is by code point and not by UTF-16 unit. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
