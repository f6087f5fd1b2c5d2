import { setTimeout as sleep } from 'node:timers/promises';
import { mailServer, type Notice } from './notify-home.ts';
import { makeHome, peopleCsv, type Running } from './run.ts';

/** In one change set at most. */
const atOnce = 1_000;

/** When a sender is killed. */
export const moments = ['before it is answered', 'while it sends', 'anywhere'] as const;
/** E-mails for each round, so that something is left to send in the last one. */
export const mailsEach = 12;

export interface SenderCounts {
  kills: number;
  mails: number;
  sent: number;
  unknown: number;
  /** Of the unknown ones, those that had arrived. */
  'arrived unknown': number;
  missing: number;
  'arrived twice': number;
  'sent, but missing': number;
  'neither sent nor unknown': number;
  [count: string]: number;
}

/**
 * Lets a sender send, killed in each round at another of the moments, and then one that is not killed; tells what
 * arrived, and what the roster says of it.
 */
export async function killSenders(rounds: number): Promise<SenderCounts> {
  const { spawn, ok } = makeHome();
  const mails = rounds * mailsEach;
  await ok(`init --account Acme --licenses ${mails}`);
  await ok('people import -', { input: peopleCsv(mails) });
  for (let at = 0; at < mails; at += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, mails - at) }, (_, n) => `p${at + n}@acme.example`);
    await ok('add - --role Agent --yes', { input: some.join('\n') });
  }

  let contacted = false;
  let contact = Promise.withResolvers<void>();
  let received = Promise.withResolvers<void>();
  /** The server has e-mails and says nothing, until this is over. */
  let silence: Promise<void> | null = null;
  const server = await mailServer({
    onSender() {
      contacted = true;
      contact.resolve();
      return undefined;
    },
    // As slow as a disk, and as a network; sometimes not at all.
    onMessage: async () => {
      if (Math.random() < 0.5) await sleep(Math.random() * 12);
      return undefined;
    },
    async onAnswer() {
      // Not what the sender of the round before had said.
      if (contacted) received.resolve();
      await (silence ?? sleep(Math.random() < 0.5 ? Math.random() * 12 : 0));
    },
  });
  const { env } = server;
  let kills = 0;
  for (let round = 0; round < rounds; round++) {
    const moment = moments[round % moments.length]!;
    const killed = Promise.withResolvers<void>();
    contacted = false;
    contact = Promise.withResolvers();
    received = Promise.withResolvers();
    silence = moment === 'before it is answered' ? killed.promise : null;
    const strike = async (process: Running) => {
      if (moment === 'anywhere') await sleep(Math.random() * 400);
      if (moment === 'while it sends') await contact.promise.then(() => sleep(Math.random() * 60));
      if (moment === 'before it is answered') await received.promise;
      process.kill('SIGKILL');
    };
    const { signal } = await spawn(round % 2 === 0 ? 'notify' : 'notify --watch', { env, onStart: strike });
    killed.resolve();
    if (signal === 'SIGKILL') kills++;
  }
  await ok('notify', { env });

  const notices = JSON.parse(await ok('notify --list --all --format json')) as Notice[];
  const arrived = Map.groupBy(server.received, mail => mail.id);
  const inState = (state: string) => notices.filter(notice => notice.state === state);
  const missing = notices.filter(({ id }) => !arrived.has(id));
  return {
    kills,
    mails: notices.length,
    sent: inState('sent').length,
    unknown: inState('unknown').length,
    'arrived unknown': inState('unknown').filter(({ id }) => arrived.has(id)).length,
    missing: missing.length,
    'arrived twice': [...arrived.values()].filter(copies => copies.length > 1).length,
    'sent, but missing': missing.filter(({ state }) => state === 'sent').length,
    'neither sent nor unknown': notices.filter(({ state }) => state !== 'sent' && state !== 'unknown').length,
  };
}
