import * as z from 'zod/mini';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { withRoster } from '../storage/with-roster.ts';
import { importRows } from './import-rows.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag, later: flag, result: word });

/** `roster import` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  return await withRoster(io, options, 'UserManagement:Edit', work =>
    importRows(work, call.arguments[0] ?? '', { onlyAdd: false }, options),
  );
}
