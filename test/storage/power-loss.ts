import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { emails, makeHome, peopleCsv, program } from '../commands/run.ts';

const users = 1_000;
/** History keeps some megabytes of each change, and of those that nobody cut short there are more than cuts. */
export const cutsADisk = 20;
const imageBytes = 256 * 1_048_576;

/** Why the power can't be cut here, for the names of the tests that are skipped; null if it can. */
export const noPowerLoss = (() => {
  try {
    execFileSync('unshare', ['-m', 'sh', '-c', 'command -v mkfs.ext4 && losetup -f'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'skipped: it takes root, ext4 and a loop device';
  }
})();

export interface PowerCounts {
  cuts: number;
  done: number;
  nothing: number;
  reported: number;
  'half done': number;
  'lost after success': number;
  [count: string]: number;
}

/**
 * Changes 1,000 users on a real disk of its own whose power is cut at random moments: what the disk has got by then is
 * copied, mounted as after the power came back, and looked at. What the operating system held in memory is lost with it.
 * At most `cutsADisk` times.
 */
export async function cutThePower(cuts: number): Promise<PowerCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-power-'));
  const [live, after] = [join(folder, 'live'), join(folder, 'after')];
  mkdirSync(live);
  mkdirSync(after);
  const make = `truncate -s ${imageBytes} ${live}.img && mkfs.ext4 -q -F ${live}.img && mount -o loop ${live}.img ${live}`;
  // It ends with its standard input, which ends with us; so do the mounts.
  const holder = spawn('unshare', ['-m', 'sh', '-c', `${make} && echo mounted && exec cat`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const inside = ['nsenter', '-t', String(holder.pid), '-m'] as const;
  const run = (script: string) =>
    execFileSync(inside[0], [...inside.slice(1), 'sh', '-c', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  try {
    await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
    if (holder.exitCode !== null) throw new Error('The disk could not be made and mounted.');
    return await rounds(cuts, { live, after, inside, run });
  } finally {
    holder.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  live: string;
  after: string;
  inside: readonly [string, ...string[]];
  run(script: string): unknown;
}

async function rounds(cuts: number, { live, after, inside, run }: Place): Promise<PowerCounts> {
  const home = makeHome();
  const command = [...inside, process.execPath, program] as const;
  const ok = async (args: string, input = '') => {
    const { code, stdout, stderr } = await home.spawn(args, { command, input });
    if (code !== 0) throw new Error(`roster ${args}: exit ${code}\n${stderr}`);
    return stdout;
  };
  const database = `--db ${live}/roster.db`;
  await ok(`init --account Acme --licenses ${users} ${database}`);
  await ok(`people import - ${database}`, peopleCsv(users));
  run('sync');
  const counts: PowerCounts = {
    cuts: 0,
    done: 0,
    nothing: 0,
    reported: 0,
    'half done': 0,
    'lost after success': 0,
  };
  let licensed = 0;
  let sets = 0;
  let duration = 500;
  while (counts.cuts < cuts) {
    const args = licensed === 0 ? 'add - --role Agent' : 'remove --where role=Agent --yes';
    const from = performance.now();
    let cut = false;
    let told = '';
    const letGo = await holdOpen(inside, `${live}/roster.db`);
    const { code, stderr } = await home.spawn(`${args} ${database}`, {
      command,
      input: licensed === 0 ? emails(users) : '',
      async onStart(process) {
        const moment = counts.cuts % 2 === 0 ? sleep(Math.random() * duration * 1.2) : process.says(/done/);
        await moment;
        if (process.ended()) return;
        process.kill('SIGSTOP');
        told = process.said();
        copyDisk(run, live, after);
        cut = true;
        process.kill('SIGKILL');
      },
    });
    await letGo();
    if (!cut) {
      if (code !== 0) throw new Error(`roster ${args}: exit ${code}\n${stderr}`);
      duration = performance.now() - from;
      // All went well: what the disk has now is what counts.
      run(`umount ${live} && mount -o loop ${live}.img ${live}`);
    } else counts.cuts++;
    const reported = /: done, change set (\d+)/.exec(told)?.[1];
    if (reported) counts.reported++;
    const there = cut ? after : live;
    if (cut) run(`mount -o loop ${after}.img ${after}`);
    const found = await home.spawn(`check --db ${there}/roster.db`, { command });
    const [, seen, newest] =
      /^All is well: ([\d,]+) users?, ([\d,]+) change sets?\.$/m.exec(found.stdout) ?? [];
    const now = { licensed: Number(seen?.replace(',', '') ?? -1), sets: Number(newest ?? -1) };
    const expected = licensed === 0 ? users : 0;
    if (now.licensed === licensed && now.sets === sets) counts.nothing++;
    else if (now.licensed === expected && now.sets === sets + 1) counts.done++;
    else {
      counts['half done']++;
      process.stderr.write(`${found.stdout}${found.stderr}`);
    }
    if (reported && now.sets !== Number(reported)) counts['lost after success']++;
    if (cut) {
      // The disk goes on from there.
      run(
        `umount ${after} ${live}; cp --sparse=always ${after}.img ${live}.img; mount -o loop ${live}.img ${live}`,
      );
    }
    licensed = now.licensed;
    sets = now.sets;
    if (licensed < 0) break;
  }
  return counts;
}

/**
 * Another program that has the roster open, as a screen does: then a command that ends does not fold the log into the
 * file, and what it reported done is on the disk only if that was waited for. Returns how to end it.
 */
async function holdOpen(inside: Place['inside'], path: string): Promise<() => Promise<void>> {
  const script = `const db = new (require(process.argv[2]))(process.argv[1], { readonly: true });
    db.prepare('select count(*) from users').get(); console.log('open'); setInterval(() => {}, 1000)`;
  const module = createRequire(import.meta.url).resolve('better-sqlite3');
  const child = spawn(inside[0], [...inside.slice(1), process.execPath, '-e', script, path, module], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

/** Copies the disk as it is at one moment: again, if something got to it meanwhile. */
function copyDisk(run: Place['run'], live: string, after: string): void {
  run(`until cp --sparse=always ${live}.img ${after}.img && cmp -s ${live}.img ${after}.img; do :; done`);
}
