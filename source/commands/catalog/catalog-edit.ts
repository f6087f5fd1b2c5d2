import * as z from 'zod/mini';
import { nameKeys } from '../../roster/catalog/catalog-records.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { changeCatalog } from './catalog-change.ts';
import { kindOf } from './catalog-kinds.ts';
import { readRecordOptions } from './catalog-record.ts';
import { withKeys } from './key-files.ts';

const schema = z.object({ ...common, name: word, dryRun: flag, later: flag });

/** `roster queue edit`, `roster role edit` … */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { of } = kindOf(call.name);
  const record = {
    ...(await withKeys(io, readRecordOptions(call, 'edit'))),
    ...(options.name !== undefined && { [nameKeys[of]]: options.name }),
  };
  if (Object.keys(record).length === 0)
    throw new Refusal(
      `Say what to change, such as --name NEW.\nHelp: roster ${call.name} --help`,
      exits.usage,
    );
  return await changeCatalog(call.io, { action: 'edit', of, name: call.arguments[0] ?? '', record }, options);
}
