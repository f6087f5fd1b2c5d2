import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real file system of its own, in a mount namespace of its own: it goes with the tests, however they end. */
export interface SmallDisk {
  /** Where programs started with `command` find it. */
  path: string;
  /** The same folder as the tests themselves reach it. */
  outside: string;
  /** To be put before a program and its arguments. */
  command: readonly [string, ...string[]];
  /** Fills it up but for so many bytes; 0 leaves not one page. */
  fill(leave?: number): void;
  /** Takes away what it was filled with. */
  clear(): void;
  /** Makes an empty file on it. */
  touch(name: string): void;
  /** Mounts it anew so that it can only be read, or written again. */
  readOnly(on: boolean): void;
  close(): void;
}

/** Namespaces for root, or for anybody where the system allows it. */
const ways = [
  { make: ['-m'], enter: ['-m'] },
  { make: ['-Urm'], enter: ['-U', '-m', '--preserve-credentials'] },
];

const way = ways.find(({ make }) => {
  try {
    execFileSync('unshare', [...make, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** Why there can be no small disk here, for the names of the tests that are skipped; null if there can. */
export const noSmallDisk = way ? null : 'skipped: it takes Linux, and a user who may mount';

/** Mounts an empty disk of so many bytes, and at most so many files if told. */
export async function mountSmallDisk(bytes: number, files?: number): Promise<SmallDisk> {
  const { make, enter } = way!;
  const path = mkdtempSync(join(tmpdir(), 'roster-disk-'));
  const size = `size=${bytes}${files === undefined ? '' : `,nr_inodes=${files}`}`;
  // It ends with its standard input, which ends with us.
  const script = `mount -t tmpfs -o ${size},mode=700 tmpfs '${path}' && echo mounted && exec cat`;
  const holder = spawn('unshare', [...make, 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit')]);
  if (holder.exitCode !== null) throw new Error('The small disk could not be mounted.');
  const command = ['nsenter', '-t', String(holder.pid), ...enter] as const;
  const run = (script: string) =>
    execFileSync(command[0], [...command.slice(1), 'sh', '-c', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const filler = `${path}/filler`;
  return {
    path,
    outside: `/proc/${holder.pid}/root${path}`,
    command: command as unknown as SmallDisk['command'],
    fill(leave = 0) {
      run(
        `dd if=/dev/zero of='${filler}' bs=4096 oflag=append conv=notrunc || truncate -s -${leave} '${filler}'`,
      );
    },
    clear: () => void run(`rm -f '${filler}'`),
    touch: name => void run(`: > '${path}/${name}'`),
    readOnly: on => void run(`mount -o remount,${on ? 'ro' : 'rw'} '${path}'`),
    close() {
      holder.kill('SIGKILL');
      rmSync(path, { recursive: true, force: true });
    },
  };
}
