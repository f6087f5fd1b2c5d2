import { readdirSync, readFileSync } from 'node:fs';

/** The processes that an account has: id and command line. */
export function processesOf(uid: number): Map<number, string> {
  const found = new Map<number, string>();
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const status = read(pid, 'status');
    if (!new RegExp(`^Uid:\\s+${uid}\\s`, 'm').test(status) || /^State:\s+Z/m.test(status)) continue;
    found.set(Number(pid), read(pid, 'cmdline').replaceAll('\0', ' ').trim());
  }
  return found;
}

/** The environment that a process was started with. */
export function environmentOf(pid: number): Record<string, string> {
  const pairs = read(String(pid), 'environ').split('\0').filter(Boolean);
  return Object.fromEntries(
    pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** Empty if the process has ended. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
