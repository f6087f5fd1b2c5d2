import { setTimeout as sleep } from 'node:timers/promises';
import { amount, type Figure, figure } from '../figure.ts';
import { latency } from '../process/account-server.ts';
import { openSession, type Session } from '../pty/session.ts';
import type { Bench, Section } from '../section.ts';
import { judgedTimes } from '../times.ts';
import { cursorAt, moveDown } from './cursor.ts';
import { type FirstPull, firstPull } from './first-pull.ts';
import { rateFigures } from './rate-figures.ts';

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
