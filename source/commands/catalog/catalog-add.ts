import * as z from 'zod/mini';
import { nameKeys } from '../../roster/catalog/catalog-records.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { changeCatalog } from './catalog-change.ts';
import { kindOf } from './catalog-kinds.ts';
import { readRecordOptions } from './catalog-record.ts';
import { withKeys } from './key-files.ts';

const schema = z.object({ ...common, dryRun: flag, later: flag });

/** `roster queue add`, `roster role add` … */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { of } = kindOf(call.name);
  const asked = await withKeys(io, readRecordOptions(call, 'add'));
  const record = { ...asked, [nameKeys[of]]: call.arguments[0] ?? '' };
  return await changeCatalog(call.io, { action: 'add', of, record }, options);
}
