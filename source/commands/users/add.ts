import * as z from 'zod/mini';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { requirePeople } from '../account/first-steps.ts';
import { templateNamed } from '../catalog/template.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { change } from './change.ts';
import { readFieldEdits } from './field-edits.ts';
import { importRows } from './import-rows.ts';
import { lookingAt, planFor, requireNamed } from './subjects.ts';

const schema = z.object({
  ...common,
  template: word,
  from: word,
  yes: flag,
  result: word,
  dryRun: flag,
  later: flag,
});
type Options = z.infer<typeof schema>;

/** `roster add` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const edits = readFieldEdits(call, 'add');
  return await (options.from === undefined
    ? addNamed(call, edits, options)
    : addFrom(call, options.from, edits, options));
}

async function addNamed(call: Call, edits: readonly FieldEdit[], options: Options): Promise<number> {
  const { io } = call;
  if (options.result !== undefined) throw wrong(call, '--result goes with --from.');
  if (options.template === undefined && !edits.some(({ field }) => field === 'role'))
    throw wrong(call, 'Say which role they get: --role NAME, or --template NAME of one that has a role.');
  const named = await requireNamed(call, [], '--from FILE');
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    await requirePeople(work.roster.read);
    const template = await templateNamed(work.roster.read, options.template);
    const plan = (db: Db) => planFor(db, work.who.operator, named, { kind: 'add', edits, template });
    return await change(work, { plan, looking: { ...lookingAt(call, named), byList: true } }, options);
  });
}

async function addFrom(
  call: Call,
  file: string,
  edits: readonly FieldEdit[],
  options: Options,
): Promise<number> {
  const { io } = call;
  if (call.arguments.length > 0) throw wrong(call, 'Name e-mails or a file with --from, not both.');
  return await withRoster(io, options, 'UserManagement:Edit', async work => {
    const template = await templateNamed(work.roster.read, options.template);
    return await importRows(work, file, { onlyAdd: true, defaults: { edits, template } }, options);
  });
}

function wrong(call: Call, message: string): Refusal {
  return new Refusal(`${message}\nHelp: roster ${call.name} --help`, exits.usage);
}
