import * as z from 'zod/mini';
import { deleteLink, readLink } from '../../../db/account/link.ts';
import { dropStaging } from '../../../db/account/staging.ts';
import { accountFiles, forgetAccount } from '../../account/client/account-files.ts';
import type { Call } from '../shell/command.ts';
import { note } from '../shell/messages.ts';
import { common, readOptions } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { withAccountLock } from './with-account.ts';

/** `roster account disconnect` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(z.object(common), call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', async work => {
    const { roster, io } = work;
    const link = await readLink(roster.read);
    if (!link) throw new Refusal('This roster is connected to no account.');
    // Whoever sends would take all users for gone there.
    await withAccountLock(work, options, async () => {
      await roster.write().transaction().execute(deleteLink);
      await forgetAccount(accountFiles(roster.path));
      dropStaging(roster.path);
    });
    note(io, `Disconnected from the account ${link.remote_account_id}; what was read of it stays.`, options);
    return exits.done;
  });
}
