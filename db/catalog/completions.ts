import Database from 'better-sqlite3';
import { fold } from '../../source/roster/text/fold.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import { applicationId } from '../open.ts';
import { type Db, kyselyOver } from '../sqlite/dialect.ts';
import { schemaVersion } from '../sqlite/schema/migrations.ts';
import { readCatalog, readOperators } from './catalog.ts';

/** Milliseconds: whoever pressed Tab would rather have no names than wait for them. */
const timeout = 200;

/** Opens a roster only to look; null where that takes more than opening: it is another program's, or of another version. */
export function openToComplete(path: string): Db | null {
  const connection = new Database(path, { readonly: true, fileMustExist: true, timeout });
  const ours = connection.pragma('application_id', { simple: true }) === applicationId;
  const current = connection.pragma('user_version', { simple: true }) === schemaVersion;
  if (ours && current) return kyselyOver(connection);
  connection.close();
  return null;
}

export const namedKinds = [
  ...(['queue', 'role', 'team', 'region', 'skill', 'template', 'operator'] as const),
  // Not names, but words that accounts have more of than others.
  ...(['reason', 'add-on'] as const),
] as const;
export type NamedKind = (typeof namedKinds)[number];

/** The names of this kind that begin as typed, in their order; case and accents make no difference. */
export async function namesLike(db: Db, kind: NamedKind, typed: string): Promise<string[]> {
  const key = fold(typed);
  return (await namesOf(db, kind)).filter(name => fold(name).startsWith(key));
}

async function namesOf(db: Db, kind: NamedKind): Promise<readonly string[]> {
  if (kind === 'operator') return (await readOperators(db)).map(({ operator_name }) => operator_name);
  const catalog = await readCatalog(db);
  if (kind === 'reason') return catalog.words.reason;
  if (kind === 'add-on') return catalog.words.add_on;
  return catalog[`${kind}s`].map(({ name }) => name);
}

/** Whose e-mails: people with a license, without one, or both. */
export type Whose = 'users' | 'addable' | 'people';

/** So many addresses that begin as typed are looked at; a million people must not make Tab slow. */
const lookedAt = 1_000;
const offered = 100;

/** E-mail addresses that begin as typed. */
export async function emailsLike(db: Db, whose: Whose, typed: string): Promise<string[]> {
  const key = emailKey(typed);
  const rows = await db
    .selectFrom('people')
    .leftJoin('users', 'users.person_id', 'people.person_id')
    .select(['people.user_email', 'people.account_status', 'users.version'])
    .where('people.email_key', '>=', key)
    .where('people.email_key', '<', `${key}\u{10ffff}`)
    .orderBy('people.email_key')
    .limit(lookedAt)
    .execute();
  return rows
    .filter(({ version, account_status }) => {
      if (whose === 'people') return true;
      return whose === 'users' ? version !== null : version === null && account_status === 'active';
    })
    .slice(0, offered)
    .map(row => row.user_email);
}
