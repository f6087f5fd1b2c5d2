import * as z from 'zod/mini';
import { backUp } from '../../../db/sqlite/backup/backup.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import type { Call } from '../shell/command.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, progressLine } from '../shell/messages.ts';
import { common, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { printLine } from '../shell/stdout.ts';
import { databaseFile, dbOption } from './db-path.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object(common);

/** `roster backup` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const path = databaseFile(io, call.arguments[0] ?? '');
  const progress = progressLine(io, options);
  await withRoster(io, options, 'UserManagement:Read', ({ roster }) =>
    untilLeaving(goOn =>
      backUp(roster.path, path, done => {
        goOn();
        progress.show(`Copying: ${Math.floor(done * 100)} %`);
      }).finally(progress.clear),
    ),
  );
  await printLine(io, path);
  note(io, `To go back to it: roster restore ${shellWord(path)}${dbOption(io, options)}`, options);
  return exits.done;
}
