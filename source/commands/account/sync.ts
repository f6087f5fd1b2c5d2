import * as z from 'zod/mini';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { withRoster } from '../storage/with-roster.ts';
import { printPulled, pullOnce } from './pull-once.ts';
import { send } from './push-send.ts';
import { watchAccount } from './watch-account.ts';
import { withConnection } from './with-account.ts';

const schema = z.object({ ...common, yes: flag, watch: flag });

/** `roster sync` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', async work => {
    if (options.watch) return await watchAccount(work, options, { sends: true });
    const code = await send(work, null, { ...options, yes: false });
    await printPulled(work, await withConnection(work, options, to => pullOnce(work, to, options)), options);
    return code;
  });
}
