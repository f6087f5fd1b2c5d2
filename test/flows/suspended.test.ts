import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tooOldNode } from '../other-nodes.ts';
import { type Program, type ProgramOptions, root, startProgram } from '../terminal/driver.ts';
import { childrenOf } from '../terminal/processes.ts';
import { demoFile } from './fixture.ts';

const oldNode = tooOldNode();

function begin(file: string, args: string[], options: ProgramOptions): Program {
  const env = {
    PS1: 'shell> ',
    XDG_CONFIG_HOME: join(dirname(file), 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    ROSTER_MAIL_FROM: 'a@b.example',
  };
  const p = startProgram(args, { columns: 100, rows: 30, env, ...options });
  onTestFinished(() => p.close());
  return p;
}

/** The screen, started by a shell at its prompt. */
async function shell(node = process.execPath): Promise<Program> {
  const file = await demoFile();
  const p = begin(file, ['--norc', '--noprofile', '-i'], { file: 'bash' });
  await p.waitFor('shell>');
  p.type(`'${node}' '${root}/dist/roster.js' --db '${file}'\r`);
  await p.waitFor('? all keys');
  return p;
}

async function atPrompt(p: Program, what: string | RegExp): Promise<void> {
  await p.waitFor(what);
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
}

async function quits(p: Program): Promise<void> {
  await p.press('q');
  await atPrompt(p, /shell>\s*$/);
}

describe('suspended', () => {
  it('in the middle of typing, it comes back with what was typed; with a dialog open, with the dialog', async () => {
    const p = await shell();
    p.type(' /silv');
    await p.waitFor(/\/ silv▏[\s\S]*1 selected/);
    await p.press('Ctrl+Z');
    await atPrompt(p, 'Stopped');
    await p.settled();
    p.type('stty -a | grep -c "[^-]icanon"\r');
    await p.waitFor(/^1$/m);
    p.type('fg\r');
    await p.waitFor(/\/ silv▏[\s\S]*1 selected/);
    p.type('a');
    await p.waitFor('/ silva▏');
    await p.press('Esc', '-');
    await p.waitFor(/of 500 · 500 users .*Unselected 1/);

    await p.press('x');
    await p.waitFor('Remove 1 user');
    await p.press('Ctrl+Z');
    await p.settled();
    await atPrompt(p, 'Stopped');
    // In the background it may not draw: it stops again at once, and the prompt stays as it is.
    p.type('bg\r');
    await p.settled();
    p.type('clear\r');
    for (let tries = 0; tries < 100 && !/Stopped/.test(p.screen()); tries++) {
      p.type('jobs\r');
      await p.settled();
    }
    await atPrompt(p, /Stopped.*roster\.js/s);
    p.type('fg\r');
    await p.waitFor('Remove 1 user');
    await p.press('n');
    await p.waitFor('Kept. Nothing was removed.');
    await quits(p);
  });

  it('by a signal from outside, and resized, it comes back drawn, each time', async () => {
    const p = await shell();
    p.type('/silva\r');
    await p.waitFor('row 1 of');
    const [roster] = childrenOf(p.pid) as [number];
    let row = 1;
    for (const [how, columns, rows] of [
      ['SIGTSTP', 90, 24],
      ['SIGSTOP', 120, 40],
      ['Ctrl+Z', 80, 24],
      ['Ctrl+Z', 100, 30],
    ] as const) {
      if (how === 'Ctrl+Z') await p.press(how);
      else process.kill(roster, how);
      // Stopped for good it can't give the terminal back.
      if (how === 'SIGSTOP') await p.waitFor('Stopped');
      else await atPrompt(p, 'Stopped');
      p.resize(columns, rows);
      // What is typed now is for the shell.
      await p.settled();
      p.type('fg\r');
      await p.waitFor(screen => /all keys/.test(screen.split('\n')[rows - 1]!) && /Silva/.test(screen));
      expect(p.alternate, how).toBe(true);
      await p.press('Down');
      await p.waitFor(`row ${++row} of`);
    }
    await quits(p);
  });
});

it.skipIf(!oldNode)(
  `suspended under an older Node, it comes back${oldNode ? '' : ' (skipped: there is none)'}`,
  async () => {
    const p = await shell(oldNode!);
    p.type('/silva\r');
    await p.waitFor('row 1 of');
    await p.press('Ctrl+Z');
    await atPrompt(p, 'Stopped');
    p.resize(90, 24);
    await p.settled();
    p.type('fg\r');
    await p.waitFor(screen => screen.split('\n')[23]!.includes('all keys') && /Silva/.test(screen));
    await p.press('Down');
    await p.waitFor('row 2');
    await quits(p);
  },
);

const tmux = (() => {
  try {
    return execFileSync('tmux', ['-V'], { encoding: 'utf8' }).startsWith('tmux');
  } catch {
    return false;
  }
})();

describe.skipIf(!tmux)(`in tmux${tmux ? '' : ' (skipped: no tmux here)'}`, () => {
  it('is suspended, resized, and comes back', async () => {
    const file = await demoFile();
    const socket = join(dirname(file), 'tmux');
    const inside = ['new-session', 'bash --norc --noprofile -i'];
    const p = begin(file, ['-S', socket, '-f', '/dev/null', ...inside], { file: 'tmux' });
    onTestFinished(() => void execFileSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' }));
    await p.waitFor(/[#$>] *$/m);
    p.type("PS1='shell> '\r");
    await p.waitFor(/^shell>/m);
    p.type(`'${process.execPath}' '${root}/dist/roster.js' --db '${file}'\r`);
    await p.waitFor('? all keys');
    p.type('/silva\r ');
    await p.waitFor('1 selected');
    await p.press('Ctrl+Z');
    await p.waitFor('Stopped');
    p.type('echo $((6*7))\r');
    await p.waitFor(/^42$/m);
    p.resize(90, 24);
    p.type('fg\r');
    // The last line is tmux's own.
    await p.waitFor(screen => screen.split('\n')[22]!.includes('all keys') && screen.includes('1 selected'));
    await p.press('q');
    await p.waitFor(/shell>\s*$/m);
  });
});
