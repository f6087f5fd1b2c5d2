import * as z from 'zod/mini';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { templateNamed } from '../catalog/template.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, word, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { change } from './change.ts';
import { readFieldEdits } from './field-edits.ts';
import { lookingAt, planFor, requireNamed } from './subjects.ts';

const schema = z.object({ ...common, template: word, where: words, yes: flag, dryRun: flag, later: flag });

/** `roster edit` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const edits = readFieldEdits(call, 'edit');
  if (edits.length === 0 && options.template === undefined)
    throw new Refusal('Say what to change, such as --role NAME.\nHelp: roster edit --help', exits.usage);
  const named = await requireNamed(call, options.where);
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const template = await templateNamed(work.roster.read, options.template);
    const plan = (db: Db) => planFor(db, work.who.operator, named, { kind: 'edit', edits, template });
    return await change(work, { plan, looking: lookingAt(call, named) }, options);
  });
}
