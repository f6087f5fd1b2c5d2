import * as z from 'zod/mini';
import { waitingPushes } from '../../../db/account/pushes.ts';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { pull } from './pull-once.ts';
import { send } from './push-send.ts';
import { watchAccount } from './watch-account.ts';

const schema = z.object({ ...common, yes: flag, watch: flag });

/** `roster sync` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', async work => {
    if (options.watch) return await watchAccount(work, options, { sends: true });
    // What it prints is what the account says.
    const aside = { ...work, io: { ...work.io, stdout: work.io.stderr } };
    const isWaiting = (await waitingPushes(work.roster.read)).length > 0;
    const code = isWaiting ? await send(aside, null, { ...options, format: 'table' }) : exits.done;
    await pull(work, options);
    return code;
  });
}
