import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { emails, makeHome, peopleCsv } from './run.ts';

const users = 1_000;

export interface RestoreCounts {
  kills: number;
  before: number;
  after: number;
  neither: number;
  [count: string]: number;
}

/**
 * Goes back and forth between two backups of a roster, killed at random moments each time: it must be the one or the
 * other, whole.
 */
export async function killRestores(kills: number): Promise<RestoreCounts> {
  const home = makeHome();
  const { ok, roster, spawn, database } = home;
  const [few, many] = [join(home.home, 'few.db'), join(home.home, 'many.db')];
  await ok(`init --account Acme --licenses ${users}`);
  await ok('people import -', { input: peopleCsv(users) });
  await ok('add p0@acme.example --role Agent');
  await ok(`backup ${few}`);
  await ok('add - --role Agent', { input: emails(users).split('\n').slice(1).join('\n') });
  await ok(`backup ${many}`);
  const wells = new Map([
    ['All is well: 1 user, 1 change set.\n', few],
    ['All is well: 1,000 users, 2 change sets.\n', many],
  ]);
  const counts: RestoreCounts = { kills: 0, before: 0, after: 0, neither: 0 };
  let duration = 1_000;
  for (let round = 0, now = many; counts.kills < kills; round++) {
    const wanted = now === many ? few : many;
    const from = performance.now();
    const { signal } = await spawn(`restore ${wanted} --yes`, {
      async onStart(process) {
        // Half of the kills fall anywhere, half while the files change places.
        if (round % 2 === 0) await sleep(Math.random() * duration);
        else while (!existsSync(`${database}.before-restore`) && !process.ended()) await sleep(1);
        await sleep(Math.random() * 20);
        process.kill('SIGKILL');
      },
    });
    if (signal === 'SIGKILL') counts.kills++;
    else duration = performance.now() - from;
    const { stdout, stderr } = await roster('check');
    const found = wells.get(stdout);
    if (found === undefined) {
      process.stderr.write(`${stdout}${stderr}`);
      counts.neither++;
      copyFileSync(many, database);
    } else if (found === wanted) counts.after++;
    else counts.before++;
    now = found ?? many;
    for (const name of readdirSync(dirname(database)))
      if (/part-|before-restore/.test(name)) rmSync(join(dirname(database), name), { recursive: true });
  }
  return counts;
}
