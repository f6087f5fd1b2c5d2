import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { readAccount } from '../../../db/catalog/account.ts';
import { countChangeSets, listChangeSets } from '../../../db/history/change-sets.ts';
import { saysDamaged } from '../../../db/open.ts';
import { prepareRestore, type Restoring } from '../../../db/sqlite/backup/restore.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { leavingNothing } from '../../../db/sqlite/leave-nothing.ts';
import { countOf } from '../../../db/users/pages.ts';
import { privileges } from '../../roster/access/privileges.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { counted } from '../../roster/text/words.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, progressLine, say } from '../shell/messages.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { printLine } from '../shell/stdout.ts';
import { databaseFile, rosterPath } from './db-path.ts';
import { admit, withRoster } from './with-roster.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag });
type Options = z.infer<typeof schema>;

/** A backup brings its own users, operators, roles and licenses with it (domain rule 1). */
const everything = privileges;

/** `roster restore` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const asks = !options.yes && !options.dryRun;
  if (asks && !canAsk(io))
    throw new Refusal(
      'Restoring asks first, and nobody is there to answer. Say --yes, or look with --dry-run.',
      exits.usage,
    );
  const path = rosterPath(io, options.db);
  const now = await present(io, path, options);
  return await untilLeaving(async (goOn, leaving) => {
    const restoring = await prepared(io, databaseFile(io, call.arguments[0] ?? ''), path, { goOn, options });
    try {
      // Who owns a roster that can't be read any more, only the backup says.
      if (now === null) await admit(io, restoring.copy.read, everything);
      const then = await summary(restoring.copy.read);
      say(io, `Now:    ${now ?? (existsSync(path) ? `${path} is damaged` : `nothing at ${path}`)}`);
      say(io, `Backup: ${then}`);
      for (const { check, message } of restoring.findings.slice(0, 5)) say(io, `${check}: ${message}`);
      if (options.dryRun) {
        note(io, 'Nothing was written (--dry-run).', options);
        return exits.done;
      }
      if (asks && !(await askYesNo(io, 'Go back to the backup?', leaving))) {
        goOn();
        note(io, 'Nothing was changed.', options);
        return exits.refused;
      }
      goOn();
      const aside = await restoring.putInPlace(new Date().toISOString());
      await printLine(io, `Restored ${path}: ${then}`);
      if (aside) note(io, `As it was before: ${aside}`, options);
      return exits.done;
    } finally {
      await restoring.discard();
    }
  });
}

async function prepared(
  io: Io,
  from: string,
  path: string,
  { goOn, options }: { goOn: () => void; options: Options },
): Promise<Restoring> {
  const progress = progressLine(io, options);
  return await prepareRestore(from, path, what => {
    goOn();
    progress.show(what);
  }).finally(progress.clear);
}

/** What is there now; null if nothing is, or nothing that can be read. */
async function present(io: Io, path: string, options: Options): Promise<string | null> {
  if (!existsSync(path)) return null;
  try {
    return await leavingNothing(path, () =>
      withRoster(io, options, everything, ({ roster }) => summary(roster.read)),
    );
  } catch (error) {
    if (saysDamaged(error)) return null;
    throw error;
  }
}

/** `Acme Support, 40 users, 12 change sets, the newest of 2026-11-23 07:41 by maria` */
async function summary(db: Db): Promise<string> {
  const [newest] = await listChangeSets(db, { limit: 1 });
  const parts = [
    (await readAccount(db)).account_name,
    counted(await countOf(db, []), 'user'),
    counted(await countChangeSets(db), 'change set'),
    ...(newest ? [`the newest of ${localTime(newest.at)} by ${newest.operator_name}`] : []),
  ];
  return parts.join(', ');
}
