import * as z from 'zod/mini';
import { checkRoster } from '../../db/check.ts';
import { snapshot } from '../../db/snapshot.ts';
import { counted } from '../roster/words.ts';
import { visible } from '../terminal/escape.ts';
import type { Call } from './command.ts';
import { say } from './messages.ts';
import { common, readOptions } from './options.ts';
import { exits } from './refusal.ts';
import { print } from './stdout.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object(common);

/** `roster check` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(options, 'UserManagement:Read', async ({ roster }) => {
    const result = await snapshot(roster.read, checkRoster);
    const { findings, users, change_sets } = result;
    if (options.format && options.format !== 'table') await print(`${JSON.stringify(result)}\n`);
    else if (findings.length === 0)
      await print(`All is well: ${counted(users, 'user')}, ${counted(change_sets, 'change set')}.\n`);
    for (const { check, message } of findings) say(`${check}: ${visible(message)}`);
    if (findings.length === 0) return exits.done;
    say(
      `${counted(findings.length, 'finding')}. Put the last backup in the place of ${roster.path}, ` +
        'or send both to whoever looks after roster.',
    );
    return exits.refused;
  });
}
