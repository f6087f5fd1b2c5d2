import type { Plan } from '../../roster/users/vocabulary.ts';
import { AccountError } from './account-error.ts';
import type { AccountFiles } from './account-files.ts';
import { type AccountClient, createClient } from './client.ts';
import type { Credentials } from './credentials.ts';
import { usualLimits } from './fetch-text.ts';
import { accountPlace } from './place.ts';
import { createRates } from './rates.ts';
import { createTokens, type Tokens } from './token.ts';

interface Opening {
  credentials: Credentials;
  env: NodeJS.ProcessEnv;
  files: AccountFiles;
  plan: Plan;
  /** How much of the account's rate it takes, above 0 and up to 1. */
  share: number;
  signal: AbortSignal;
}

/** What whoever holds the lock of the account talks to it with. */
export interface OpenAccount {
  client: AccountClient;
  tokens: Tokens;
  /** Another client at the same rate: with a token of its own, or one that goes on when the others have to leave. */
  clientWith(other: { tokens?: Tokens; signal?: AbortSignal }): AccountClient;
  /** Where events come from; null where no subscription is named. */
  events: { url: string; subscription: string; tokens: Tokens } | null;
}

/** Throws AccountError where it is told a place that is none. */
export function openAccount({ credentials, env, files, plan, share, signal }: Opening): OpenAccount {
  const place = accountPlace(env);
  if ('refused' in place) throw new AccountError('unreachable', place.refused);
  const tokens = createTokens(credentials, { url: place.token, file: files.token, limits: usualLimits });
  const usual = { api: place.api, tokens, rates: createRates(plan, share), signal };
  const { ROSTER_ZOOM_SUBSCRIPTION_ID: subscription } = env;
  return {
    client: createClient(usual),
    tokens,
    clientWith: other => createClient({ ...usual, ...other }),
    events: subscription ? { url: place.events, subscription, tokens } : null,
  };
}
