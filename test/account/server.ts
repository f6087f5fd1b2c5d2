import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { withoutOneField } from './altered.ts';
import type { Faults, IsDue } from './faults.ts';
import type { BatchMode } from './operations/operation.ts';
import { type Route, routeOf } from './operations/table.ts';
import { pageOf } from './page-of.ts';
import { readRequest } from './request.ts';
import { type Answer, refuse } from './rules/answer.ts';
import type { Counts, TooManyReason } from './rules/counts.ts';
import { type Features, featureRefusal, noOperation } from './rules/features.ts';
import type { Pages } from './rules/pages.ts';
import type { Rates } from './rules/rates.ts';
import type { Refusals } from './rules/refusals.ts';
import type { Tokens } from './rules/tokens.ts';
import { type Named, usersOf, type Writes } from './rules/writes.ts';
import { cut, send } from './send.ts';
import type { CatalogChanges } from './state/catalog-changes.ts';
import type { Changes } from './state/changes.ts';
import type { State } from './state/state.ts';

/** What requests are answered with. */
export interface World {
  state: State;
  changes: Changes;
  catalog: CatalogChanges;
  tokens: Tokens;
  rates: Rates;
  pages: Pages;
  writes: Writes;
  refusals: Refusals;
  faults: Faults;
  features: Features;
  counts: Counts;
  /** Milliseconds that each answer takes. */
  latency: number;
  batches: BatchMode;
  url: string;
  /** What is wrong with the server itself. */
  failures: Error[];
  closing: AbortSignal;
  /** Keeps what was changed. */
  keep(): void;
}

type Headers = Record<string, string>;

/** Answers one request; what the server itself does wrong is kept and told by `close`. */
export async function serve(
  world: World,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const from = performance.now();
  // A client that ends in the midst of something resets its connection.
  response.on('error', () => {});
  const url = new URL(incoming.url ?? '/', world.url);
  const method = incoming.method ?? 'GET';
  try {
    if (method === 'POST' && url.pathname === '/oauth/token')
      return await serveToken(world, incoming, response, url);
    const route = url.pathname.startsWith('/v2/') ? routeOf(method, url.pathname.slice(3)) : undefined;
    if (route) {
      await serveOperation(world, incoming, response, url, route);
      const { spans } = world.counts;
      const { name } = route.operation;
      spans[name] = { from: spans[name]?.from ?? from, to: performance.now() };
      return;
    }
    world.counts.invalidRequests.push(`${method} ${url.pathname}: no such operation`);
    incoming.resume();
    send(response, noOperation, {}, () => false);
  } catch (error) {
    // Whoever has gone, or a server that closes, is nobody's fault.
    if (incoming.errored || response.destroyed || world.closing.aborted) return;
    world.failures.push(error as Error);
    send(response, refuse(500, 0, `The test server is at fault: ${error}`), {}, () => false);
  }
}

async function serveToken(world: World, incoming: IncomingMessage, response: ServerResponse, url: URL) {
  const name = 'POST /oauth/token';
  const isDue = begin(world, name);
  if (isDue('cut-before')) return cut(response);
  const written = await text(incoming);
  await wait(world, isDue);
  const fault = faultAnswer(world, isDue);
  if (fault) return send(response, fault.answer, fault.headers, isDue);
  const form = new URLSearchParams(written);
  // The vendor takes them in the address as well.
  for (const [key, value] of url.searchParams) form.set(key, value);
  send(response, world.tokens.issue(form, incoming.headers.authorization, world.url), {}, isDue);
}

async function serveOperation(
  world: World,
  incoming: IncomingMessage,
  response: ServerResponse,
  url: URL,
  route: Route,
): Promise<void> {
  const { operation, params } = route;
  const { counts, rates, state } = world;
  const isDue = begin(world, operation.name);
  const { exceeded, headers } = rates.arrive(operation.category);
  if (isDue('cut-before')) return cut(response);
  const request = await readRequest(incoming, url, route);
  const token = /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1];
  const reply = (answer: Answer, more: Headers = {}) =>
    send(response, answer, { ...headers, ...more }, isDue);
  // What the account lacks is not the client's fault, and has no scope.
  const lacking = featureRefusal(world.features, operation.feature);
  const unauthorized = world.tokens.refusal(token, lacking ? undefined : operation.scope);
  if (unauthorized?.status === 401) counts.unauthorized++;
  if (unauthorized) return reply(unauthorized);
  if (exceeded) {
    const waitMs = exceeded === 'day' ? rates.untilTomorrow() : 1000;
    return reply(tooMany(counts, exceeded), rates.retryHeaders(waitMs, exceeded === 'day'));
  }
  if (lacking) return reply(lacking);
  counts.invalidRequests.push(...request.wrong.map(fault => `${operation.name}: ${fault}`));
  if (request.wrong.length > 0) return reply(refuse(400, 300, 'The request is not valid.', request.wrong));
  const isRead = operation.name.startsWith('GET ');
  const writes = isRead ? [] : usersOf(state, params.userId, request.body, request.query);
  if (!world.writes.begin(writes)) return reply(tooMany(counts, 'user'));
  try {
    await wait(world, isDue);
    const fault = faultAnswer(world, isDue);
    if (fault) return reply(fault.answer, fault.headers);
    const body = ignoring(request.body, operation.name, isDue);
    const page = pageOf(world.pages, addressOf(url), request.query, isDue);
    const { changes, catalog, batches } = world;
    const refusal = (named: Named) => world.refusals.of(state, named);
    const call = { params, query: request.query, body, state, changes, catalog, batches, refusal, page };
    const answer = (writes.length > 0 && refusal(oneUser(call))) || operation.run(call);
    if (!isRead) world.keep();
    checkAnswer(route, answer);
    reply(isDue('504') ? { status: 504 } : answer);
  } finally {
    world.writes.end(writes);
  }
}

function begin({ counts, faults }: World, name: string): IsDue {
  counts.requests[name] = (counts.requests[name] ?? 0) + 1;
  return faults.ask(name);
}

async function wait({ latency, faults, closing }: World, isDue: IsDue): Promise<void> {
  if (isDue('held')) await faults.held();
  const ms = latency + (isDue('slow') ? faults.slowMs : 0);
  if (ms > 0) await sleep(ms, undefined, { signal: closing });
}

function faultAnswer(
  { counts, rates }: World,
  isDue: IsDue,
): { answer: Answer; headers: Headers } | undefined {
  if (isDue('429')) return { answer: tooMany(counts, 'fault'), headers: rates.retryHeaders(1000) };
  const kind = (['500', '502', '503'] as const).find(isDue);
  return kind && { answer: refuse(Number(kind), Number(kind), 'Something is wrong over here.'), headers: {} };
}

function tooMany(counts: Counts, reason: TooManyReason): Answer {
  counts.tooMany[reason]++;
  const sentence =
    reason === 'user' ? 'This user is being changed right now.' : 'Too many requests, come again later.';
  return refuse(429, 429, sentence);
}

/** Whom a request is about that is about one user; of a batch each row is asked for. */
function oneUser({ params, body }: { params: Route['params']; body: unknown }): Named {
  return { user_id: params.userId, ...(body as Named | undefined) };
}

/** The body of a write without one field, where that is due. */
function ignoring(body: unknown, name: string, isDue: IsDue): unknown {
  const less = name.startsWith('GET ') ? undefined : withoutOneField(body, name.startsWith('POST '));
  return less !== undefined && isDue('ignored-field') ? less : body;
}

/** All that must be the same on each page of a list. */
function addressOf(url: URL): string {
  const params = [...url.searchParams].filter(([name]) => name !== 'next_page_token' && name !== 'page_size');
  return `${url.pathname}?${params.sort().join('&')}`;
}

function checkAnswer({ operation, checkAnswer: check }: Route, { status, body }: Answer): void {
  if (status >= 300) return;
  const wrong = check ? check(body) : body === undefined ? [] : ['body where there is none'];
  if (wrong.length > 0) throw new Error(`Answer to ${operation.name}: ${wrong.slice(0, 5).join('; ')}`);
}
