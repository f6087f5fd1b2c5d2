import { afterFile } from '../after-file.ts';
import { type Account, type AccountOptions, startAccount } from './account.ts';

/** An answer as it came. */
export interface Got {
  status: number;
  headers: Headers;
  /** Parsed if it is JSON, the text if not. */
  body: unknown;
}

/** A plain caller of the account: no retries, no pages, nothing of the program. */
export interface Asking {
  get(path: string): Promise<Got>;
  post(path: string, body: unknown): Promise<Got>;
  patch(path: string, body: unknown): Promise<Got>;
  remove(path: string): Promise<Got>;
  /** The rows of all pages, as they come. */
  all(path: string, name: string): Promise<Row[]>;
  token: string;
}

export type Row = Record<string, unknown>;

/** An account that is closed when the tests of the file are done, and somebody who has a token for it. */
export async function openAccount(options?: AccountOptions): Promise<{ account: Account; ask: Asking }> {
  const account = await startAccount({ tokens: 'several', ...options });
  afterFile(() => account.close());
  return { account, ask: await asking(account) };
}

export async function asking(account: Pick<Account, 'url' | 'credentials'>): Promise<Asking> {
  const { body } = await requestToken(account);
  const send = async (method: string, path: string, body?: unknown): Promise<Got> => {
    const headers = {
      Authorization: `Bearer ${ask.token}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const response = await fetch(`${account.url}/v2${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return got(response);
  };
  const ask: Asking = {
    token: (body as { access_token: string }).access_token,
    get: path => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    remove: path => send('DELETE', path),
    async all(path, name) {
      const found: Row[] = [];
      let token = '';
      do {
        const { body } = await send('GET', `${path}&next_page_token=${token}`);
        found.push(...rowsOf(body, name));
        token = (body as { next_page_token: string }).next_page_token;
      } while (token);
      return found;
    },
  };
  return ask;
}

export async function requestToken(
  { url, credentials }: Pick<Account, 'url' | 'credentials'>,
  wrong: Partial<Account['credentials']> = {},
): Promise<Got> {
  const { account_id, client_id, client_secret } = { ...credentials, ...wrong };
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id }),
  });
  return got(response);
}

async function got(response: Response): Promise<Got> {
  const written = await response.text();
  const { status, headers } = response;
  const isJson = headers.get('content-type')?.startsWith('application/json');
  return { status, headers, body: isJson ? JSON.parse(written) : written };
}

export function rowsOf(body: unknown, name: string): Row[] {
  return (body as Record<string, Row[]>)[name]!;
}
