import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { backUp } from '../../db/backup.ts';
import type { Call } from './command.ts';
import { note } from './messages.ts';
import { common, readOptions } from './options.ts';
import { exits } from './refusal.ts';
import { print } from './stdout.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object(common);

/** `roster backup` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const path = resolve(call.arguments[0] ?? '');
  await withRoster(options, 'UserManagement:Read', ({ roster }) => backUp(roster.read, path));
  await print(`${path}\n`);
  note(`To go back to it, stop all programs that use the roster and put it in its place.`, options);
  return exits.done;
}
