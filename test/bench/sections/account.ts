import { setTimeout as sleep } from 'node:timers/promises';
import type { Counts } from '../../account/rules/counts.ts';
import { plans } from '../../account/rules/rates.ts';
import { keyBytes } from '../../terminal/key-bytes.ts';
import { amount, type Figure, figure, said } from '../figure.ts';
import { latency } from '../process/account-server.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';
import { judgedTimes } from '../times.ts';
import { type FirstPull, firstPull } from './first-pull.ts';

export const account: Section = {
  name: 'account',
  title: `The Zoom account, ${latency} ms away, at half of the rate of Business+`,
  measure,
};

const megabyte = 1e6;
/** What the budgets are for. */
const many = 50_000;
const some = 1_000;
const few = 50;
const keyEveryMs = 100;
const limits = plans.business;

/** With a share of the repetitions an account of fewer users is read, whose budgets are less by as much. */
async function measure({ nothing, share, tell }: Bench): Promise<Figure[]> {
  const most = share < 1 ? 20_000 : many;
  const count = (users: number) => users.toLocaleString('en-US');
  const told = (users: number) => tell(`reading an account of ${count(users)} users`);
  told(few);
  const small = await firstPull(few);
  told(some);
  const usual = await firstPull(some);
  told(most);
  const { pull: big, keys } = await pullBesideScreen(most);
  return [
    figure(`List of ${count(some)} users`, usual.listSeconds, { most: 1 }, 's'),
    figure(`List of ${count(most)} users`, big.listSeconds, { most: (30 * most) / many }, 's'),
    figure(`First pull of ${count(some)} users, all but levels`, usual.readSeconds, { most: 30 }, 's'),
    figure(`Levels of skills of ${count(some)} users`, usual.seconds - usual.readSeconds, {}, 's'),
    figure(`First pull of ${count(most)} users, all but levels`, big.readSeconds, {}, 's'),
    ...rateFigures([small.counts, usual.counts, big.counts]),
    judgedTimes('Cursor down while a first pull writes', keys, { p95: 0.4 }, nothing),
    figure(
      `Peak of pulling ${count(most)} users beyond that of ${count(few)}`,
      (big.peak - small.peak) / megabyte,
      { most: 100 },
      'MB',
      `${amount(Math.round(big.peak / megabyte), 'MB')} and ${amount(Math.round(small.peak / megabyte), 'MB')}`,
    ),
  ];
}

/** As the server counted: other programs use the account, too. */
function rateFigures(all: readonly Counts[]): Figure[] {
  const refused = all.reduce((sum, { tooMany }) => sum + tooMany.second + tooMany.day, 0);
  const most = (['light', 'medium', 'general'] as const).map(category => ({
    category,
    most: Math.max(...all.map(counts => counts.most[category])),
    limit: limits[category].perSecond,
  }));
  return [
    figure('Requests beyond the rate', refused, { most: 0 }, ''),
    said(
      'Most requests in any second',
      '≤ half of the rate',
      most.map(of => `${of.category} ${of.most} of ${of.limit}`).join(', '),
      most.every(of => of.most <= of.limit / 2),
    ),
  ];
}

/** The first pull of a roster whose screen is open; the times of keys while users come in, in milliseconds. */
async function pullBesideScreen(users: number): Promise<{ pull: FirstPull; keys: number[] }> {
  const keys: number[] = [];
  let session: Session | undefined;
  try {
    const pull = await firstPull(users, async ({ db, hasEnded }) => {
      const screen = await openSession(db);
      session = screen;
      while (!isRead(screen)) {
        if (hasEnded()) throw new Error(`The pull has ended.\n${screen.lines().join('\n')}`);
        if (cursorAt(screen)) keys.push(await moveDown(screen));
        await sleep(keyEveryMs);
        await screen.look();
      }
    });
    return { pull, keys };
  } finally {
    await session?.close();
  }
}

function isRead(session: Session): boolean {
  return /· read \d/.test(session.lines()[0]!);
}

/** The address of the user at the cursor. */
function cursorAt(session: Session): string | undefined {
  return /▸.*?(\S+@\S+)/.exec(session.lines().join('\n'))?.[1];
}

/** Milliseconds until the cursor is at another user: in which row that is changes with those who come in. */
async function moveDown(session: Session): Promise<number> {
  const address = cursorAt(session)!.replaceAll(/[^\w@]/g, '.');
  return (await session.until(keyBytes('Down'), new RegExp(`▸(?!.*${address})`))).ms;
}
