import * as z from 'zod/mini';
import { type Differing, differingUsers } from '../../account/pull/differing-users.ts';
import { emailKey } from '../../roster/users/email-key.ts';
import { fields } from '../../roster/users/fields.ts';
import { valueText } from '../../roster/users/user-cells.ts';
import { marks } from '../../theme/marks.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { type Common, common, flag, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { type Connection, withConnection, withReading } from './with-account.ts';

const schema = z.object({ ...common, exitCode: flag });

const signs = { theirs: marks.arrowBack, waits: marks.arrow, clash: marks.changed };

const lines: Listing<Differing> = {
  titles: ['Email', 'Field', 'Here', '', 'Account'],
  row: ({ user_email, field, here, side, there }) => [
    user_email,
    field === null ? 'User' : fields[field].label,
    shown(field, here),
    signs[side],
    shown(field, there),
  ],
  columns: ['user_email', 'field', 'here', 'side', 'account'],
  cells: line => Object.values(jsonOf(line)).map(value => String(value ?? '')),
  json: jsonOf,
};

function shown(field: Differing['field'], value: unknown): string {
  return text(field, value) || '–';
}

function text(field: Differing['field'], value: unknown): string {
  if (field === null) return value ? 'has a license' : '';
  return valueText(field, value as never);
}

function jsonOf({ user_email, field, here, side, there }: Differing) {
  return {
    user_email,
    field: field === null ? null : fields[field].jsonName,
    here: text(field, here),
    side,
    account: text(field, there),
  };
}

/** `roster diff [EMAIL]` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const { io } = call;
  const [email] = call.arguments;
  return await withRoster(io, options, 'UserManagement:Read', async work => {
    const all = await readDifferences(work, options);
    const found = all.filter(line => email === undefined || emailKey(line.user_email) === emailKey(email));
    await printDifferences(io, found, options);
    if (found.length === 0) note(io, 'Roster and account are alike.', options);
    if (found.some(({ side }) => side === 'clash'))
      note(io, `What ${marks.changed} marks is decided by: roster resolve --help`, options);
    return found.length > 0 && options.exitCode ? exits.refused : exits.done;
  });
}

/** Reads the account, and changes nothing. */
export async function readDifferences(work: Work, options: Common): Promise<Differing[]> {
  const read = (connection: Connection) =>
    withReading(work, connection, { ...options, ring: 'everything' }, account =>
      differingUsers(work.roster.read, account),
    );
  return await withConnection(work, options, read);
}

export async function printDifferences(io: Io, found: readonly Differing[], options: Common): Promise<void> {
  await printListing(io, lines, found, options);
}
