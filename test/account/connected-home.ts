import { afterAll } from 'vitest';
import { makeHome } from '../commands/run.ts';
import { type Account, type AccountOptions, startAccount } from './account.ts';
import { unlimited } from './rules/rates.ts';

/** A home with a roster, and an account that it may be connected to. */
export async function connectedHome(options: AccountOptions = {}) {
  const home = makeHome();
  const account = await startAccount({ limits: unlimited, ...options });
  afterAll(() => account.close());
  const env = accountEnv(account);
  const roster = (args: string) => home.roster(args, { env });
  const ok = (args: string) => home.ok(args, { env });
  await ok('init --account Acme');
  return {
    ...{ ...home, env: { ...home.env, ...env }, account, roster, ok },
    json: async <T>(args: string) => JSON.parse(await ok(`${args} --format json`)) as T,
  };
}

/** The same without what opens the account: a screen there sends nothing of what waits. */
export function withoutCredentials(env: Record<string, string>): Record<string, string | undefined> {
  return {
    ...env,
    ROSTER_ZOOM_ACCOUNT_ID: undefined,
    ROSTER_ZOOM_CLIENT_ID: undefined,
    ROSTER_ZOOM_CLIENT_SECRET: undefined,
  };
}

export type ConnectedHome = Awaited<ReturnType<typeof connectedHome>>;

/** What connects to an account without a question. */
export function accountEnv({
  url,
  credentials,
}: Pick<Account, 'url' | 'credentials'>): Record<string, string> {
  return {
    ROSTER_ZOOM_URL: url,
    ROSTER_ZOOM_ACCOUNT_ID: credentials.account_id,
    ROSTER_ZOOM_CLIENT_ID: credentials.client_id,
    ROSTER_ZOOM_CLIENT_SECRET: credentials.client_secret,
  };
}
