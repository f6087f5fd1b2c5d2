import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ConnectedHome } from './connected-home.ts';

/** Runs `story` while a command follows the account; the command ends well when it is told to leave. */
export async function following(
  home: ConnectedHome,
  { args, env = {} }: { args: string; env?: Record<string, string> },
  story: () => Promise<void>,
) {
  let told: Promise<void> = Promise.resolve();
  const ended = await home.spawn(args, {
    env: { ...home.env, ...env },
    onStart(process) {
      told = story().finally(() => process.kill('SIGTERM'));
      told.catch(() => {});
    },
  });
  await told;
  expect(ended).toMatchObject({ code: 143 });
  return ended;
}

/** Waits until something holds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(50);
}
