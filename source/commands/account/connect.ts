import * as z from 'zod/mini';
import { writeLink } from '../../../db/account/link.ts';
import { dropStaging } from '../../../db/account/staging.ts';
import { readAccount } from '../../../db/catalog/account.ts';
import { type AccountFiles, accountFiles, keepCredentials } from '../../account/account-files.ts';
import { type Credentials, credentialNames, findCredentials } from '../../account/credentials.ts';
import { openAccount } from '../../account/open-account.ts';
import type { Read } from '../../account/reads.ts';
import { missingScopes } from '../../account/scopes.ts';
import { counted } from '../../roster/text/words.ts';
import type { Question } from '../screen/ask.tsx';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, progressLine, say } from '../shell/messages.ts';
import { type Common, common, readOptions } from '../shell/options.ts';
import { isPlain } from '../shell/plain.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { canAsk } from '../shell/standard-input.ts';
import { dbOption } from '../storage/db-path.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { lockAccount } from './with-account.ts';

/** `roster account connect` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(z.object(common), call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', work => connect(work, options));
}

async function connect({ roster, who, io }: Work, options: Common): Promise<number> {
  const files = accountFiles(roster.path);
  const { credentials, typed } = await credentialsFor(io, files, options);
  const lock = lockAccount(roster.path);
  try {
    const { plan } = await readAccount(roster.read);
    const progress = progressLine(io, options);
    const missing = await untilLeaving((_, signal) => {
      const client = openAccount({ credentials, env: io.env, files, plan, signal });
      return missingScopes(client, (tried, of) =>
        progress.show(`Trying what the app may read: ${tried} of ${of}`),
      );
    }).finally(progress.clear);
    if (missing.length > 0) throw new Refusal(missingText(missing), exits.refused, 'scope_missing');
    if (typed) await keepCredentials(files.credentials, credentials);
    const link = {
      remote_account_id: credentials.account_id,
      connected_at: new Date().toISOString(),
      connected_by: who.operator.operator_name,
    };
    await roster
      .write()
      .transaction()
      .execute(trx => writeLink(trx, link));
    // It may be of another account.
    dropStaging(roster.path);
  } finally {
    lock.release();
  }
  const next = `Next: roster pull${dbOption(io, options)}`;
  note(io, `Connected to the account ${credentials.account_id}. ${next}`, options);
  if (typed) note(io, `The credentials are in ${files.credentials}, which nobody else can read.`, options);
  return exits.done;
}

/** From where they are kept, else typed at a terminal. */
async function credentialsFor(
  io: Io,
  files: AccountFiles,
  options: Common,
): Promise<{ credentials: Credentials; typed: boolean }> {
  const mayAsk = canAsk(io) && !isPlain(io, options);
  // At a terminal what was typed before is asked for anew: it may be what is wrong.
  const found = await findCredentials(io.env, mayAsk ? null : files.credentials);
  if (found) return { credentials: found, typed: false };
  if (!mayAsk)
    throw new Refusal(
      `Set ${Object.values(credentialNames).join(', ')}; or run it at a terminal, where it asks.\nHelp: roster account connect --help`,
      exits.usage,
    );
  const { ask } = await import('../screen/ask.tsx');
  say(io, 'Connects this roster to your Zoom account, by a Server-to-Server OAuth app');
  say(io, 'that you make in the App Marketplace, one for each host.');
  say(io, 'Esc leaves, and nothing is changed.');
  say(io, '');
  return { credentials: await ask(questions, io, 'Nothing was changed.'), typed: true };
}

const filled = (answer: string) =>
  /^\S+$/.test(answer.trim()) ? null : 'One word, as the app’s page shows it.';

const questions = {
  account_id: { label: 'Account ID', check: filled },
  client_id: { label: 'Client ID', check: filled },
  client_secret: { label: 'Client secret', check: filled, mask: '•' },
} satisfies Record<keyof Credentials, Question>;

function missingText(missing: readonly Read<unknown>[]): string {
  const lines = missing.map(({ scope, purpose }) => `  ${scope}  for ${purpose}`);
  return [
    `The app lacks ${counted(missing.length, 'scope')}:`,
    ...lines,
    'Add them to the app in the App Marketplace, under Scopes; then run this again.',
  ].join('\n');
}
