import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomFor } from '../../source/demo/random.ts';
import { type Events, makeEvents } from './events.ts';
import { type Faults, makeFaults } from './faults.ts';
import { readKept, writeKept } from './kept.ts';
import type { BatchMode } from './operations/operation.ts';
import { allScopes } from './operations/table.ts';
import { makePortal, type Portal } from './portal.ts';
import { type Clock, makeClock } from './rules/clock.ts';
import { type Counts, makeCounts } from './rules/counts.ts';
import { allFeatures, type Features } from './rules/features.ts';
import { makePages, type Pages } from './rules/pages.ts';
import {
  type Category,
  type Limit,
  makeRates,
  type Plan,
  type Rates,
  type RetryAfter,
} from './rules/rates.ts';
import { makeRefusals, type Refusals } from './rules/refusals.ts';
import { type Credentials, makeTokens, type Tokens } from './rules/tokens.ts';
import { makeWrites } from './rules/writes.ts';
import { serve, type World } from './server.ts';
import { catalogChangesBy } from './state/catalog-changes.ts';
import { changesBy, type MembershipMode } from './state/changes.ts';
import { makeIds } from './state/ids.ts';
import { populate } from './state/population.ts';
import type { State } from './state/state.ts';

export interface AccountOptions {
  /** One that the system chooses unless told. */
  port?: number;
  seed?: number;
  users?: number;
  /** Of the whole account, users among them; a fifth more than users unless told. */
  people?: number;
  queues?: number;
  plan?: Plan;
  /** Limits instead of the plan's. */
  limits?: Partial<Record<Category, Limit>>;
  retryAfter?: RetryAfter;
  /** Milliseconds that each answer takes. */
  latency?: number;
  tokens?: 'one' | 'several';
  tokenSeconds?: number;
  scopes?: readonly string[];
  batches?: BatchMode;
  memberships?: MembershipMode;
  /** All of them unless told. */
  features?: Partial<Features>;
  /** Seed of faults; without one there are none but those that are armed. */
  faults?: number;
  /** How many of all requests meet one of them. */
  faultShare?: number;
  /** A file that the state is in after each write, and is read from where it is there: whoever starts it again has all of it. */
  keptIn?: string;
}

/** An account of the vendor on this machine. */
export interface Account {
  readonly url: string;
  readonly credentials: Credentials;
  readonly state: State;
  readonly portal: Portal;
  readonly faults: Faults;
  readonly counts: Counts;
  readonly tokens: Tokens;
  readonly rates: Rates;
  readonly pages: Pages;
  readonly events: Events;
  readonly clock: Clock;
  /** Users whom nothing can be done to. */
  readonly refusals: Refusals;
  /** What the account has; can be set at any time. */
  readonly features: Features;
  /** Both can be set at any time. */
  latency: number;
  batches: BatchMode;
  /** Writes the file that it is kept in, if it is: what the portal did is in it only then, with the next write, and at the end. */
  keep(): void;
  /** Ends it, with all that still waits. Throws if it ever answered what its own schemas forbid. */
  close(): Promise<void>;
}

export async function startAccount(options: AccountOptions = {}): Promise<Account> {
  const { seed = 1, users = 50, plan = 'business' } = options;
  const { people = Math.ceil(users * 1.2) + 10, queues = Math.max(12, Math.ceil(users / 500)) } = options;
  const kept = options.keptIn === undefined ? undefined : readKept(options.keptIn);
  const state = kept?.state ?? populate({ seed, users, people, queues });
  const starts = 1 + (kept?.starts ?? 0);
  // Nothing that is made after another start has an ID or a token from before it.
  const ownSeed = seed + starts * 1_000_000;
  const ids = makeIds(ownSeed);
  const credentials = kept?.credentials ?? {
    account_id: state.account_id,
    client_id: ids.short(),
    client_secret: ids.short() + ids.short(),
  };
  const keep = () => {
    if (options.keptIn !== undefined) writeKept(options.keptIn, { state, credentials, starts });
  };
  keep();
  const clock = makeClock();
  const { tokens: mode = 'one', tokenSeconds: lifetimeSeconds = 3600, scopes = allScopes } = options;
  const tokens = makeTokens(
    credentials,
    { tokens: mode, lifetimeSeconds, scopes },
    clock,
    randomFor(13, ownSeed),
  );
  const rates = makeRates(plan, options.limits ?? {}, clock);
  rates.retryAfter = options.retryAfter ?? 'varied';
  const counts = makeCounts(rates.most, state.additions);
  const events = makeEvents(state, tokens, clock, counts);
  const faults = makeFaults();
  if (options.faults !== undefined) faults.seeded(options.faults, options.faultShare ?? 0.03);
  const writerOf = (by: string) => {
    const changes = changesBy(state, by, clock, events.tell, options.memberships);
    return { changes, catalog: catalogChangesBy(state, by, ids, clock, changes) };
  };
  const admin = writerOf([...state.people.keys()].at(-1)!);
  const ending = new AbortController();
  const world: World = {
    state,
    ...writerOf(state.owner_id),
    tokens,
    rates,
    pages: makePages(clock, randomFor(14, ownSeed)),
    writes: makeWrites(),
    refusals: makeRefusals(),
    faults,
    features: { ...allFeatures, ...options.features },
    counts,
    latency: options.latency ?? 0,
    batches: options.batches ?? 'whole',
    url: '',
    failures: [],
    closing: ending.signal,
    keep,
  };
  const server = createServer((request, response) => void serve(world, request, response));
  events.listen(server);
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: world.url,
    credentials,
    state,
    portal: makePortal(state, admin.changes, admin.catalog, ids, clock),
    faults,
    counts,
    tokens,
    rates,
    pages: world.pages,
    events,
    clock,
    refusals: world.refusals,
    features: world.features,
    get latency() {
      return world.latency;
    },
    set latency(ms) {
      world.latency = ms;
    },
    get batches() {
      return world.batches;
    },
    set batches(mode) {
      world.batches = mode;
    },
    keep,
    async close() {
      if (ending.signal.aborted) return;
      ending.abort();
      events.cut();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      keep();
      if (world.failures[0]) throw world.failures[0];
    },
  };
}
