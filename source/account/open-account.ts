import type { Plan } from '../roster/users/vocabulary.ts';
import { AccountError } from './account-error.ts';
import type { AccountFiles } from './account-files.ts';
import { type AccountClient, createClient } from './client.ts';
import type { Credentials } from './credentials.ts';
import { usualLimits } from './fetch-text.ts';
import { accountPlace } from './place.ts';
import { createRates } from './rates.ts';
import { createTokens } from './token.ts';

interface Opening {
  credentials: Credentials;
  env: NodeJS.ProcessEnv;
  files: AccountFiles;
  plan: Plan;
  signal: AbortSignal;
}

/** Whoever holds the lock of the account talks to it with this. Throws AccountError where it is told a place that is none. */
export function openAccount({ credentials, env, files, plan, signal }: Opening): AccountClient {
  const place = accountPlace(env);
  if ('refused' in place) throw new AccountError('unreachable', place.refused);
  const tokens = createTokens(credentials, { url: place.token, file: files.token, limits: usualLimits });
  return createClient({ api: place.api, tokens, rates: createRates(plan), signal });
}
