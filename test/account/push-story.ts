import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Random, randomFor } from '../../source/demo/random.ts';
import { temporaryFolder } from '../after-file.ts';
import { makeHome, type Result } from '../commands/run.ts';
import { type AccountProcess, accountProcess } from './account-process.ts';
import { accountEnv } from './connected-home.ts';
import type { Fault } from './faults.ts';
import { readKept } from './kept.ts';
import { namesHere, namesThere, usersHere, usersThere } from './mirror.ts';
import { brokenChains } from './mirror-story.ts';
import type { Order } from './orders.ts';
import { decidedAdditions, newestSet, silentCatalogLosses, silentLosses, wrongFates } from './push-fates.ts';
import { randomCommand } from './push-random.ts';

export interface PushCounts {
  commands: number;
  edits: number;
  refusals: number;
  'killed pushes': number;
  'killed servers': number;
}

const rounds = 3;
const commandsOfRound = 5;

const faultKinds: readonly Fault[] = [
  ...(['cut-before', 'cut-after', 'cut-body', '429', '500', '503', '504'] as const),
  ...(['new-fields', 'html', 'invalid-json', 'ignored-field', 'short', 'loop', 'duplicate'] as const),
];

/** The process of the account, as it is just now: it is killed and started again. */
interface Stage {
  account: AccountProcess;
  kept: string;
  /** What it is told again when it is started again. */
  orders: Order[];
  invalid: string[];
}

/**
 * A roster is changed and pushed while admins change the account, lines fail, users are refused, licenses run out, and both sides
 * are killed: in the end the account is as the roster is, nobody was added twice, and what became of each user is told.
 */
export async function pushStory(seed: number, log: (line: string) => void = () => {}): Promise<PushCounts> {
  const random = randomFor(31, seed);
  const home = makeHome();
  const kept = join(temporaryFolder(), 'account');
  const size = ['--users', `${20 + random.below(40)}`, '--seed', `${seed}`];
  const account = await accountProcess(...size, '--kept', kept, '--unlimited');
  const stage: Stage = { account, kept, orders: [], invalid: [] };
  const env = accountEnv(account);
  const { database } = home;
  const roster = (args: string) => home.roster(args, { env });
  const ok = (args: string) => home.ok(args, { env });
  const json = async <T>(args: string) => JSON.parse(await ok(`${args} --format json`)) as T;
  const counts: PushCounts = {
    ...{ commands: 0, edits: 0, refusals: 0 },
    ...{ 'killed pushes': 0, 'killed servers': 0 },
  };
  log(`files: ${database} ${kept}`);
  await ok('init --account Acme');
  await ok('account connect --later');
  await ok('pull');
  await ok('account set --licenses 2000 --licenses premium=2000 --licenses elite=2000');
  // Of these the roster knows the address alone; some the account does not know at all.
  const strangers = Array.from({ length: 8 }, (_, index) => `stranger.${index}@acme.example`);
  await stage.account.tell({ people: strangers.slice(0, 6) });
  await ok(`people import ${home.file('people.csv', `email\n${strangers.join('\n')}\n`)}`);
  await tell(stage, { batches: random.pick(['whole', 'until-bad', 'good-rows']) });
  const began = newestSet(database);
  // Else whatever is pulled was lost on its way there.
  const isQuiet = random.chance(0.5);
  const file = (content: string) => home.file(`import-${counts.commands}.csv`, content);
  const pollRequests = async () => Object.values((await stage.account.counts()).requests).reduce(sum, 0);
  for (let round = 0; round < rounds; round++) {
    if (random.chance(0.7))
      await tell(stage, { faults: { seed: seed * 10 + round, share: 0.06, kinds: faultKinds } });
    for (let index = 0; index < commandsOfRound; index++) {
      if (!isQuiet && random.chance(0.5)) {
        const done = await stage.account.tell({
          portal: { seed: seed * 100 + round * 10 + index, times: 1 + random.below(4) },
        });
        for (const line of done as string[]) log(`portal: ${line}`);
        counts.edits += (done as string[]).length;
      }
      if (random.chance(0.2)) await makeDifficult(stage, random, log);
      const command = randomCommand(database, file, random);
      counts.commands++;
      const result = await carriedOut(command, {
        ...{ random, stage, log, pollRequests, counts },
        run: roster,
        spawn: (args, onStart) => home.spawn(args, { env, onStart }),
        another: () => randomCommand(database, file, random),
      });
      for (const { code, stderr } of result) {
        log(`  → ${code} ${stderr.trim().split('\n').at(-1)}`);
        expect(stderr).not.toMatch(/unexpected|\bat .*:\d+:\d+/);
      }
    }
  }
  stage.orders = [];
  await stage.account.tell({ faults: null });
  const last = await roster('push');
  log(`push → ${last.code} ${last.stdout}${last.stderr}`);
  expect([0, 1, 4]).toContain(last.code);
  const pulled = await ok('pull --yes --full');
  log(pulled);
  const there = { account: { state: readKept(kept)!.state } };
  const clashes = await clashing(json);
  expect(without(asPushed(await usersHere({ json })), clashes)).toEqual(without(usersThere(there), clashes));
  expect(await namesHere({ json })).toEqual(namesThere(there));
  expect(await ok('check')).toMatch(/^All is well/);
  expect(wrongFates(database)).toEqual([]);
  if (isQuiet) {
    expect(silentLosses(database, began)).toEqual([]);
    expect(silentCatalogLosses(database, began)).toEqual([]);
  }
  const { additions, invalidRequests } = await stage.account.counts();
  const decided = decidedAdditions(database);
  expect(Object.entries(additions).filter(([email, times]) => times > (decided[email] ?? 0))).toEqual([]);
  expect([...stage.invalid, ...invalidRequests]).toEqual([]);
  expect(brokenChains({ database })).toEqual([]);
  counts.refusals = (await json<{ refused: number }[]>('push --list')).reduce(
    (total, { refused }) => total + refused,
    0,
  );
  await stage.account.kill();
  return counts;
}

const sum = (total: number, count: number) => total + count;

/** Tells the account something that it is told again when it was killed. */
async function tell(stage: Stage, order: Order): Promise<void> {
  stage.orders.push(order);
  await stage.account.tell(order);
}

/** Somebody is refused, or nobody is any more, or the licenses run out, or there are enough. */
async function makeDifficult(stage: Stage, random: Random, log: (line: string) => void): Promise<void> {
  const { state } = readKept(stage.kept)!;
  const { email } = random.pick([...state.people.values()]);
  const used = (name: string) =>
    [...state.users.values()].filter(({ package_name }) => package_name === name).length;
  const code = random.pick([1_004, 2_202, 300, 1_001]);
  const order = random.pick<Order>([
    { refuse: { user_email: email, code, message: 'Somebody said no.' } },
    { refuse: { user_email: email, code, message: 'Somebody said no.' } },
    { licenses: { premium: used('premium') + random.below(5), elite: used('elite') } },
    { licenses: { premium: 10_000, elite: 10_000 } },
  ]);
  log(JSON.stringify(order));
  await tell(stage, order);
}

interface Carrying {
  random: Random;
  stage: Stage;
  counts: PushCounts;
  run(args: string): Promise<Result>;
  spawn(args: string, onStart: (running: Running) => unknown): Promise<Result>;
  /** Another command. */
  another(): string;
  pollRequests(): Promise<number>;
  log(line: string): void;
}

interface Running {
  kill(signal: NodeJS.Signals): void;
  ended(): boolean;
}

/** Longer than anything takes that has an answer, in ms. */
const longest = 20_000;

/** Runs a command to its end, or until it or the account is killed, or beside another. */
async function carriedOut(command: string, carrying: Carrying): Promise<Result[]> {
  const { random, stage, counts, run, spawn, another, pollRequests, log } = carrying;
  const way = random.next();
  const after = 1 + random.below(25);
  const moment = random.below(60);
  /** Resolves after so many requests and a moment. */
  const due = async (hasEnded: () => boolean) => {
    const until = performance.now() + longest;
    const first = await pollRequests();
    while (!hasEnded() && performance.now() < until && (await pollRequests()) < first + after)
      await setTimeout(2);
    await setTimeout(moment);
  };
  if (way < 0.35) {
    log(`${command} [killed]`);
    const result = await spawn(command, async running => {
      await due(() => running.ended());
      running.kill('SIGKILL');
    });
    if (result.signal === 'SIGKILL') counts['killed pushes']++;
    return [result];
  }
  if (way < 0.5) {
    log(`${command} [the server is killed]`);
    let ended = false;
    const running = run(command).finally(() => {
      ended = true;
    });
    await due(() => ended);
    counts['killed servers']++;
    await restart(stage, random.below(500));
    return [await running];
  }
  if (way < 0.58) {
    const other = another();
    log(`${command} [beside: ${other}]`);
    return await Promise.all([spawn(command, () => {}), spawn(other, () => {})]);
  }
  log(command);
  return [await run(command)];
}

async function restart(stage: Stage, pause: number): Promise<void> {
  const { account, kept, orders, invalid } = stage;
  invalid.push(...(await account.counts()).invalidRequests);
  await account.kill();
  await setTimeout(pause);
  const { port } = new URL(account.url);
  stage.account = await accountProcess('--kept', kept, '--port', port, '--unlimited');
  for (const order of orders) await stage.account.tell(order);
}

type Users = ReturnType<typeof usersThere>;

const shown: Readonly<Record<string, string>> = {
  ...{ role: 'role', user_access: 'access', package_name: 'package', region: 'region' },
  ...{ concurrent_message_capacity: 'messages', multi_channel_engagements: 'several' },
  ...{ add_ons_plan: 'addOns', team: 'team', queues: 'queues', skills: 'skills' },
};

/** What both sides changed since, and somebody has to decide: whose it is and what, as a user is shown. */
async function clashing(json: <T>(args: string) => Promise<T>): Promise<string[]> {
  const lines = await json<{ user_email: string; field: string | null; side: string }[]>('diff');
  return lines
    .filter(({ side }) => side === 'clash')
    .map(({ user_email, field }) => `${user_email} ${shown[field ?? ''] ?? field}`);
}

/** A supervisor has nothing to opt out of at the account; what of that is said here stays here. */
function asPushed(users: Users): Users {
  return Object.fromEntries(
    Object.entries(users).map(([email, user]) => [
      email,
      {
        ...user,
        queues: (user.queues as string[]).map(queue => queue.replace(/ supervisor out$/, ' supervisor')),
      },
    ]),
  );
}

function without(users: Users, left: readonly string[]): Users {
  return Object.fromEntries(
    Object.entries(users).map(([email, user]) => [
      email,
      Object.fromEntries(Object.entries(user).filter(([name]) => !left.includes(`${email} ${name}`))),
    ]),
  );
}
