import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { AccountError } from './account-error.ts';
import type { Credentials } from './credentials.ts';
import { fetchText, type Limits, parsed } from './fetch-text.ts';

/** Hands out the app's token: one for all, because a new one may end the one before. */
export interface Tokens {
  /** The one that is good; whoever says that one was turned away gets another. Throws AccountError. */
  get(signal: AbortSignal, turnedAway?: string): Promise<string>;
  /** Another one from now on, though the one at hand may be good. Throws AccountError. */
  renew(signal: AbortSignal): Promise<void>;
}

/** As it is kept in a file between two runs. */
const stored = z.object({
  client_id: z.string(),
  access_token: z.string(),
  /** Milliseconds since 1970. */
  good_until: z.number(),
});

const answered = z.object({ access_token: z.string(), expires_in: z.number() });

/** A token that ends sooner is not begun with; in ms. */
const leastLeft = 60_000;

/** `file` keeps the token from one run to the next; only its owner may read it. */
export function createTokens(
  credentials: Credentials,
  { url, file, limits }: { url: string; file: string; limits: Limits },
): Tokens {
  let current: z.infer<typeof stored> | null = null;
  let asking: Promise<string> | null = null;

  async function another(signal: AbortSignal, turnedAway: string | undefined): Promise<string> {
    const kept = current ?? (await readToken(file));
    const isGood = kept?.client_id === credentials.client_id && kept.good_until - Date.now() > leastLeft;
    current = isGood && kept.access_token !== turnedAway ? kept : await askFor(signal);
    return current.access_token;
  }

  async function askFor(signal: AbortSignal): Promise<z.infer<typeof stored>> {
    const { account_id, client_id, client_secret } = credentials;
    const { status, text } = await fetchText(
      url,
      {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'account_credentials', account_id }),
        headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
      },
      { signal, limits },
    );
    const read = answered.safeParse(parsed(text));
    if (status !== 200 || !read.success) throw new AccountError('credentials', refusal(status));
    const { access_token, expires_in } = read.data;
    const token = { client_id, access_token, good_until: Date.now() + expires_in * 1_000 };
    await writeToken(file, token);
    return token;
  }

  return {
    get(signal, turnedAway) {
      // However many need one, it is asked for once.
      asking ??= another(signal, turnedAway).finally(() => {
        asking = null;
      });
      return asking;
    },
    async renew(signal) {
      current = await askFor(signal);
    },
  };
}

function refusal(status: number): string {
  if (status >= 500) return `The account gives no token just now (HTTP ${status}). Try again later.`;
  return (
    'The account does not take these credentials. In the App Marketplace, open the Server-to-Server OAuth app: is it activated, ' +
    'and are account ID, client ID and client secret the ones there?'
  );
}

async function readToken(file: string): Promise<z.infer<typeof stored> | null> {
  // What can't be read is asked for anew.
  const text = await readFile(file, 'utf8').catch(() => '');
  return stored.safeParse(parsed(text)).data ?? null;
}

async function writeToken(file: string, token: z.infer<typeof stored>): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, JSON.stringify(token), { mode: 0o600, flag: 'wx' });
  try {
    await chmod(beside, 0o600);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
