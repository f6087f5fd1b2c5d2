import * as z from 'zod/mini';
import { noteFullReading } from '../../../db/account/link.ts';
import type { Call } from '../shell/command.ts';
import { note } from '../shell/messages.ts';
import { type Common, common, flag, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { printDifferences, readDifferences } from './diff.ts';
import { pull } from './pull-once.ts';
import { watchAccount } from './watch-account.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag, full: flag, watch: flag });

/** `roster pull` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', async work => {
    if (options.dryRun) return await show(work, options);
    if (options.full) await work.roster.write().transaction().execute(noteFullReading);
    if (options.watch) return await watchAccount(work, options, { sends: false });
    await pull(work, options);
    return exits.done;
  });
}

async function show(work: Work, options: Common): Promise<number> {
  const theirs = (await readDifferences(work, options)).filter(({ side }) => side === 'theirs');
  await printDifferences(work.io, theirs, options);
  note(work.io, 'Nothing was written (--dry-run).', options);
  return exits.done;
}
