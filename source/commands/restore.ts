import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { readAccount } from '../../db/account.ts';
import { listChangeSets } from '../../db/change-sets.ts';
import type { Db } from '../../db/dialect.ts';
import { countChangeSets } from '../../db/history-pages.ts';
import { saysDamaged } from '../../db/open.ts';
import { countOf } from '../../db/pages.ts';
import { prepareRestore, type Restoring } from '../../db/restore.ts';
import { localTime } from '../roster/local-time.ts';
import { counted } from '../roster/words.ts';
import type { Call } from './command.ts';
import { rosterPath } from './db-path.ts';
import { untilLeaving } from './leaving.ts';
import { note, progressLine, say } from './messages.ts';
import { common, flag, readOptions } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { askYesNo, canAsk } from './standard-input.ts';
import { printLine } from './stdout.ts';
import { admit, withRoster } from './with-roster.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag });
type Options = z.infer<typeof schema>;

/** `roster restore` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const asks = !options.yes && !options.dryRun;
  if (asks && !canAsk())
    throw new Refusal(
      'Restoring asks first, and nobody is there to answer. Say --yes, or look with --dry-run.',
      exits.usage,
    );
  const path = rosterPath(options.db, process.env);
  const now = await present(path, options);
  return await untilLeaving(async (goOn, leaving) => {
    const restoring = await prepared(resolve(call.arguments[0] ?? ''), path, { goOn, options });
    try {
      // Who owns a roster that can't be read any more, only the backup says.
      if (now === null) await admit(restoring.copy.read, 'UserManagement:Edit');
      const then = await summary(restoring.copy.read);
      say(`Now:    ${now ?? (existsSync(path) ? `${path} is damaged` : `nothing at ${path}`)}`);
      say(`Backup: ${then}`);
      for (const { check, message } of restoring.findings.slice(0, 5)) say(`${check}: ${message}`);
      if (options.dryRun) {
        note('Nothing was written (--dry-run).', options);
        return exits.done;
      }
      if (asks && !(await askYesNo('Go back to the backup?', leaving))) {
        goOn();
        note('Nothing was changed.', options);
        return exits.refused;
      }
      goOn();
      const aside = await restoring.putInPlace(new Date().toISOString());
      await printLine(`Restored ${path}: ${then}`);
      if (aside) note(`As it was before: ${aside}`, options);
      return exits.done;
    } finally {
      await restoring.discard();
    }
  });
}

async function prepared(
  from: string,
  path: string,
  { goOn, options }: { goOn: () => void; options: Options },
): Promise<Restoring> {
  const progress = progressLine(options);
  return await prepareRestore(from, path, what => {
    goOn();
    progress.show(what);
  }).finally(progress.clear);
}

/** What is there now; null if nothing is, or nothing that can be read. */
async function present(path: string, options: Options): Promise<string | null> {
  if (!existsSync(path)) return null;
  try {
    return await withRoster(options, 'UserManagement:Edit', ({ roster }) => summary(roster.read));
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
    counted(await countChangeSets(db, null), 'change set'),
    ...(newest ? [`the newest of ${localTime(newest.at)} by ${newest.operator_name}`] : []),
  ];
  return parts.join(', ');
}
