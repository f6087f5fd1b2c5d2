import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Program, root, startProgram } from '../terminal/driver.ts';
import { demoFile } from './fixture.ts';

const programs: Program[] = [];

afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

/** A shell at a prompt, and the command line that starts the screen in it. */
async function shell(node = process.execPath) {
  const file = await demoFile();
  const env = {
    PS1: 'shell> ',
    XDG_CONFIG_HOME: join(dirname(file), 'config'),
    ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
  };
  const p = startProgram(['--norc', '--noprofile', '-i'], { file: 'bash', columns: 100, rows: 30, env });
  programs.push(p);
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

describe('suspended', () => {
  it('in the middle of typing, it comes back with what was typed', async () => {
    const p = await shell();
    p.type('/silv');
    await p.waitFor('/ silv▏');
    await p.press('Ctrl+Z');
    await atPrompt(p, 'Stopped');
    p.type('stty -a | grep -c "[^-]icanon"\r');
    await p.waitFor(/^1$/m);
    p.type('fg\r');
    await p.waitFor('/ silv▏');
    p.type('a');
    await p.waitFor('/ silva▏');
    await p.press('Esc');
    await p.waitFor('? all keys');
  });

  it('with a dialog open, and sent to the background once more, it comes back with the dialog', async () => {
    const p = await shell();
    await p.press('x');
    await p.waitFor('Remove 1 user');
    await p.press('Ctrl+Z');
    await atPrompt(p, 'Stopped');
    // In the background it may not draw: it stops again at once, and the prompt stays as it is.
    p.type('bg\r');
    await p.settled();
    p.type('clear\r');
    for (let tries = 0; tries < 20 && !/Stopped/.test(p.screen()); tries++) {
      p.type('jobs\r');
      await p.settled();
    }
    await atPrompt(p, /Stopped.*roster\.js/s);
    p.type('fg\r');
    await p.waitFor('Remove 1 user');
    await p.press('n');
    await p.waitFor('row 1 of 500');
    await p.press('q');
    await atPrompt(p, /shell>\s*$/);
  });

  it.each(['TSTP', 'STOP'])('by a signal from outside (%s), it comes back drawn', async signal => {
    const p = await shell();
    p.type('/silva\r');
    await p.waitFor('all keys');
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(p.pid)], { encoding: 'utf8' });
    process.kill(Number(children.trim()), `SIG${signal}`);
    await p.waitFor('Stopped');
    if (signal === 'TSTP') expect(p.alternate).toBe(false);
    p.resize(90, 24);
    p.type('fg\r');
    await p.waitFor(screen => screen.split('\n')[23]!.includes('all keys') && /Silva/.test(screen));
    expect(p.alternate).toBe(true);
    await p.press('Down');
    await p.waitFor('row 2');
    await p.press('q');
    await atPrompt(p, /shell>\s*$/);
  });

  it('twice, and resized each time', async () => {
    const p = await shell();
    for (const [columns, rows] of [
      [80, 24],
      [120, 40],
    ] as const) {
      await p.press('Ctrl+Z');
      await p.waitFor(() => !p.alternate);
      p.resize(columns, rows);
      await p.settled();
      p.type('fg\r');
      await p.waitFor(screen => p.alternate && screen.split('\n')[rows - 1]!.includes('? all keys'));
    }
    await p.press('q');
    await atPrompt(p, /shell>\s*$/);
  });
});

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find(path => {
  try {
    return (
      Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' })) < 22
    );
  } catch {
    return false;
  }
});

it.skipIf(!oldNode)(
  `suspended under an older Node, it comes back${oldNode ? '' : ' (skipped: there is none)'}`,
  async () => {
    const p = await shell(oldNode);
    p.type('/silva\r');
    await p.waitFor('all keys');
    await p.press('Ctrl+Z');
    await atPrompt(p, 'Stopped');
    p.resize(90, 24);
    p.type('fg\r');
    await p.waitFor(screen => screen.split('\n')[23]!.includes('all keys') && /Silva/.test(screen));
    await p.press('Down');
    await p.waitFor('row 2');
    await p.press('q');
    await atPrompt(p, /shell>\s*$/);
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
    const env = {
      PS1: 'shell> ',
      XDG_CONFIG_HOME: join(dirname(file), 'config'),
      ROSTER_SMTP_URL: 'smtp://127.0.0.1:1',
    };
    const p = startProgram(['-S', socket, '-f', '/dev/null', 'new-session', 'bash --norc --noprofile -i'], {
      file: 'tmux',
      columns: 100,
      rows: 30,
      env,
    });
    programs.push(p);
    try {
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
      await p.settled();
      p.type('fg\r');
      // The last line is tmux's own.
      await p.waitFor(
        screen => screen.split('\n')[22]!.includes('all keys') && screen.includes('1 selected'),
      );
      await p.press('q');
      await p.waitFor(/shell>\s*$/m);
    } finally {
      execFileSync('tmux', ['-S', socket, 'kill-server'], { stdio: 'ignore' });
    }
  });
});
