import type { Random } from '../../../source/demo/random.ts';
import { type Answer, refuse } from './answer.ts';
import type { Clock } from './clock.ts';

export interface Credentials {
  account_id: string;
  client_id: string;
  client_secret: string;
}

export interface TokenOptions {
  /** Whether a new token kills the one before, as for most apps. */
  tokens: 'one' | 'several';
  lifetimeSeconds: number;
  scopes: readonly string[];
}

export interface Tokens {
  mode: 'one' | 'several';
  lifetimeSeconds: number;
  /** What the app may do. A new one counts from the next token on, one that is taken away at once. */
  readonly scopes: Set<string>;
  /** All tokens that are out are worth nothing from now on. */
  revoke(): void;
  /** Another program that has the same credentials asks for a token. */
  takeAnother(): void;
  /** The answer to POST /oauth/token. */
  issue(form: URLSearchParams, authorization: string | undefined, url: string): Answer;
  /** Nothing if the token of a request may do this; without a scope, if it is good at all. */
  refusal(token: string | undefined, scope?: string): Answer | undefined;
}

interface Issued {
  until: number;
  scopes: Set<string>;
  end?: 'killed' | 'revoked';
}

export function makeTokens(
  credentials: Credentials,
  options: TokenOptions,
  clock: Clock,
  random: Random,
): Tokens {
  const issued = new Map<string, Issued>();
  const endAll = (end: 'killed' | 'revoked') => {
    for (const token of issued.values()) token.end ??= end;
  };
  const make = () => {
    if (tokens.mode === 'one') endAll('killed');
    const part = () => Buffer.from(`${random.next()}`).toString('base64url');
    const token = `eyJzdiI6IjAwMDAwMSJ9.${part()}${part()}.${part()}`;
    issued.set(token, { until: clock.now() + tokens.lifetimeSeconds * 1000, scopes: new Set(tokens.scopes) });
    return token;
  };
  const tokens: Tokens = {
    mode: options.tokens,
    lifetimeSeconds: options.lifetimeSeconds,
    scopes: new Set(options.scopes),
    revoke: () => endAll('revoked'),
    takeAnother: () => void make(),
    issue(form, authorization, url) {
      const { client_id, client_secret, account_id } = credentials;
      const wanted = `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`;
      if (authorization !== wanted) return wrong('invalid_client', 'Invalid client_id or client_secret');
      if (form.get('grant_type') !== 'account_credentials')
        return wrong('unsupported_grant_type', 'Unsupported grant type');
      if (form.get('account_id') !== account_id) return wrong('invalid_request', 'Bad Request');
      const body = {
        access_token: make(),
        token_type: 'bearer',
        expires_in: tokens.lifetimeSeconds,
        scope: [...tokens.scopes].join(' '),
        api_url: url,
      };
      return { status: 200, body };
    },
    refusal(token, scope) {
      const found = token === undefined ? undefined : issued.get(token);
      if (!found || found.end === 'revoked') return refuse(401, 124, 'Invalid access token.');
      if (found.end === 'killed') return refuse(401, 4741, 'This access token was replaced by a newer one.');
      if (found.until <= clock.now()) return refuse(401, 124, 'Access token is expired.');
      if (scope === undefined || (found.scopes.has(scope) && tokens.scopes.has(scope))) return undefined;
      return refuse(400, 4711, `Invalid access token, does not contain scopes:[${scope}].`);
    },
  };
  return tokens;
}

function wrong(error: string, reason: string): Answer {
  return { status: 400, body: { reason, error } };
}
