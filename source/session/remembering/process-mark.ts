import { readFileSync } from 'node:fs';

/** Names a process for good: its number, and when it began where the system tells, because numbers come again. */
export interface ProcessMark {
  pid: number;
  began: string;
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, began: beginOf(process.pid) ?? '0' };
}

/** Whether that process still runs. */
export function isRunning({ pid, began }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = beginOf(pid);
  return now === null ? pid !== process.pid : now === began;
}

/** In clock ticks since the machine started; null where there is no /proc. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold anything.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that has ended and that nobody has asked about keeps nothing any more.
    return state === 'Z' ? '' : (rest[18] ?? null);
  } catch {
    return null;
  }
}
