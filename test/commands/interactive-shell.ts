import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import { expect } from 'vitest';
import { type makeHome, program } from './run.ts';

/** How each shell is started without anybody's settings, and how it reads the completion for roster. */
const shells = {
  bash: { args: ['--norc', '--noprofile', '-i'], begin: (script: string) => `source ${script}` },
  zsh: {
    args: ['-f', '-i'],
    begin: (script: string) => `autoload -U compinit; compinit -D; source ${script}`,
  },
  fish: { args: ['--no-config', '-i'], begin: (script: string) => `source ${script}` },
} as const;

export type ShellName = keyof typeof shells;

/** Milliseconds; only a hang takes so long. */
const patience = 30_000;

export const shellNames = Object.keys(shells) as ShellName[];

export function isInstalled(shell: ShellName): boolean {
  return spawnSync(shell, ['-c', 'exit']).status === 0;
}

/**
 * An interactive shell in a terminal that completes `roster`. What else than completing `roster` is called for, it
 * writes down instead.
 */
export async function startShell(
  shell: ShellName,
  home: Pick<ReturnType<typeof makeHome>, 'home' | 'env' | 'file' | 'ok'>,
) {
  const words = join(home.home, 'words');
  const bin = home.file(
    'roster',
    `#!/bin/sh\n[ "$1" = complete ] && exec "${process.execPath}" "${program}" "$@"\n` +
      `printf '%s\\n' "$@" > "${words}.part" && mv "${words}.part" "${words}"\n`,
  );
  chmodSync(bin, 0o755);
  const script = home.file(`completion.${shell}`, await home.ok(`completion ${shell}`));
  const env = {
    ...home.env,
    PATH: `${home.home}:${home.env.PATH}`,
    PS1: '$ ',
    PS2: 'more> ',
    TERM: 'xterm',
    LC_ALL: 'C.UTF-8',
  };
  const { args, begin } = shells[shell];
  const terminal = spawn(shell, [...args], { cwd: home.home, cols: 200, rows: 40, env });
  const gone = new Promise<void>(resolve => terminal.onExit(() => resolve()));
  let output = '';
  terminal.onData(text => {
    output += text;
  });
  const until = async (holds: () => boolean) => {
    const limit = performance.now() + patience;
    while (!holds() && performance.now() < limit) await sleep(10);
  };
  const says = async (text: string) => {
    await until(() => output.includes(text));
    expect(output).toContain(text);
  };
  await until(() => output !== '');
  terminal.write(`${begin(script)}; echo load''ed\r`);
  await says('loaded');
  return {
    says,
    type(text: string) {
      output = '';
      terminal.write(text);
    },
    /** Completes a line, runs it, and returns the words that roster is called with; null if the shell waits for more. */
    async run(line: string): Promise<string[] | null> {
      rmSync(words, { force: true });
      output = '';
      terminal.write(`${line}\t\r`);
      await until(() => existsSync(words) || output.includes('more> '));
      if (existsSync(words)) return readFileSync(words, 'utf8').split('\n').slice(0, -1);
      if (!output.includes('more> ')) throw new Error(`Not run:\n${output}`);
      output = '';
      terminal.write('\x03');
      await says('$ ');
      return null;
    },
    /** At once, so that it writes no history. */
    async close() {
      terminal.kill('SIGKILL');
      await gone;
    },
  };
}
