import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The most memory that a process held at once (VmHWM), in bytes; null when it is gone. */
export function peakMemory(pid: number): number | null {
  const text = read(`/proc/${pid}/status`);
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(text ?? '');
  return found ? Number(found[1]) * 1024 : null;
}

/** Makes what a process holds now its peak, so that the next peak tells of what comes from here on; gives that, too. */
export function beginPeak(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return peakMemory(pid) ?? Number.NaN;
}

/** The processor time that all threads of a process have taken so far, in milliseconds; what has ended took 0. */
export function processorTime(pid: number): number {
  let nanoseconds = 0;
  for (const thread of threadsOf(pid)) {
    // Finer than the ticks of /proc/PID/stat, of which there are a hundred a second.
    const text = read(`/proc/${pid}/task/${thread}/schedstat`);
    nanoseconds += Number(text?.split(' ')[0] ?? 0);
  }
  return nanoseconds / 1e6;
}

/** Whether a thread of the process runs, wants to, or waits for the disk: whatever it is about is not done yet. */
export function isBusy(pid: number): boolean {
  return threadsOf(pid).some(thread => {
    const text = read(`/proc/${pid}/task/${thread}/stat`) ?? '';
    // Behind the name, which may hold anything.
    return 'RD'.includes(text.charAt(text.lastIndexOf(')') + 2) || '-');
  });
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
