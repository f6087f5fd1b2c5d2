import { realpathSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import { type LostPrivileges, readLostPrivileges } from '../../../db/catalog/lost-privileges.ts';
import { makeSureOfRoster } from '../../../db/open.ts';
import type { Finding } from '../../../db/sqlite/check/check.ts';
import { checkFile } from '../../../db/sqlite/check/check-file.ts';
import { checkRecords } from '../../../db/sqlite/check/check-records.ts';
import { schemaVersion } from '../../../db/sqlite/schema/migrations.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { StorageError } from '../../../db/sqlite/storage-error.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { jsonText } from '../shell/json-text.ts';
import { note, progressLine, say } from '../shell/messages.ts';
import { type Common, common, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { remedies } from '../shell/remedies.ts';
import { print } from '../shell/stdout.ts';
import { admitUnlessDamaged } from './admit-unless-damaged.ts';
import { dbOption, rosterPath } from './db-path.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object(common);

/** `roster check` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const path = rosterPath(io, options.db);
  const progress = progressLine(io, options);
  const result = await check(io, path, options, what => progress.show(`Checking ${what} …`)).finally(
    progress.clear,
  );
  const { findings, users, change_sets, lost_privileges } = result;
  const log = statSync(`${realpathSync(path)}-wal`, { throwIfNoEntry: false });
  const help = remedies(findings, path, (log?.size ?? 0) > 0);
  if (options.format && options.format !== 'table')
    await print(io, `${jsonText({ ...result, remedies: help })}\n`);
  else if (findings.length === 0)
    await print(
      io,
      users === null
        ? 'The file is well.\n'
        : `All is well: ${counted(users, 'user')}, ${counted(change_sets ?? 0, 'change set')}.\n`,
    );
  for (const lost of lost_privileges) note(io, lostLine(lost) + dbOption(io, options), options);
  for (const { check, message } of findings.slice(0, toldAtMost)) say(io, `${check}: ${message}`);
  const more = findings.length - toldAtMost;
  if (more > 0) say(io, `… and ${number(more)} more; --format json names them.`);
  if (findings.length === 0) return exits.done;
  say(io, `${counted(findings.length, 'finding')}.`);
  for (const line of help) say(io, line);
  return exits.refused;
}

/** So many findings are told in lines. */
const toldAtMost = 50;

interface CheckResult {
  schema_version: number;
  /** Null where they were not looked at: the file is damaged, or of an older version. */
  users: number | null;
  change_sets: number | null;
  findings: Finding[];
  /** Which operators lost what when privileges of their own came for it; worth knowing, and nothing wrong. */
  lost_privileges: LostPrivileges[];
}

function lostLine({ operator_name, role_name, privileges }: LostPrivileges): string {
  const options = privileges.map(privilege => `--privilege ${privilege}`).join(' ');
  return (
    `${operator_name} (${role_name}) lost what now takes ${listed(privileges)}. Whoever has them gives them back: ` +
    `roster role edit ${shellWord(role_name)} ${options}`
  );
}

/** Damage is looked for before users and history are read. Of an older version nothing else is, not even who may look. */
async function check(
  io: Io,
  path: string,
  options: Common,
  onChecking: (what: string) => void,
): Promise<CheckResult> {
  try {
    if (makeSureOfRoster(path, dbOption(io, options)) === schemaVersion) await admitUnlessDamaged(io, path);
  } catch (error) {
    // What is torn is looked at all the same; what can't be told from something else is not.
    if (!(error instanceof StorageError && error.damaged)) throw error;
  }
  const { schema_version, findings } = await checkFile(path, onChecking);
  if (findings.length > 0)
    return { schema_version, users: null, change_sets: null, findings, lost_privileges: [] };
  if (schema_version < schemaVersion) {
    note(
      io,
      `It is of version ${schema_version}; its users are looked at once roster has brought it up to date.`,
      options,
    );
    return { schema_version, users: null, change_sets: null, findings, lost_privileges: [] };
  }
  return await withRoster(io, options, 'UserManagement:Read', async ({ roster }) => ({
    schema_version,
    ...(await snapshot(roster.read, async db => ({
      ...(await checkRecords(db, onChecking)),
      lost_privileges: await readLostPrivileges(db),
    }))),
  }));
}
