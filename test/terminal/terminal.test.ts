import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../after-file.ts';
import { type Program, type ProgramOptions, startProgram } from './driver.ts';
import { buildFixture } from './fixtures/build-fixture.ts';
import { gone } from './processes.ts';

let file: string;
let program: Program;

beforeAll(async () => {
  const fixture = await buildFixture('echo');
  file = fixture.file;
  return fixture.remove;
});

afterEach(() => program.close());

async function start(options: ProgramOptions = {}): Promise<Program> {
  program = startProgram([], { file, ...options });
  await program.waitFor('[]');
  return program;
}

function expectRestored(p: Program): void {
  expect(p.alternate).toBe(false);
  expect(p.cursorShown).toBe(true);
  const modes = p.raw();
  for (const mode of ['<u', '?2004l', '?7h', '?1049l'])
    expect(modes.lastIndexOf(mode)).toBeGreaterThan(modes.length - 80);
}

describe('terminal', () => {
  it('is given back on leaving, and the shell goes on below', async () => {
    const p = await start();
    expect(p.alternate).toBe(true);
    expect(p.cursorShown).toBe(false);
    await p.press('Ctrl+C');
    expect(await p.exit()).toMatchObject({ code: 0 });
    expect(p.alternate).toBe(false);
    expect(p.cursorShown).toBe(true);
    expect(p.screen()).toContain('left');
  });

  it.each(['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT'] as const)('is given back on %s', async signal => {
    const p = await start();
    p.kill(signal);
    expect(await p.exit()).toMatchObject({ signal: constants.signals[signal] });
    expectRestored(p);
  });

  it('has plain keys while it is taken, and gives the keyboard back as it was', async () => {
    const p = await start();
    const entered = p.raw();
    // Kitty's modes belong to a screen: they are changed, and put back, on the alternate one.
    for (const mode of ['>0u', '>4;0m', '?9001l'])
      expect(entered.indexOf(`\x1b[${mode}`)).toBeGreaterThan(entered.indexOf('\x1b[?1049h'));
    await p.press('Ctrl+C');
    await p.exit();
    const left = p.raw();
    for (const mode of ['<u', '>4m', '?9001r']) {
      expect(left.indexOf(`\x1b[${mode}`)).toBeGreaterThan(0);
      expect(left.indexOf(`\x1b[${mode}`)).toBeLessThan(left.indexOf('\x1b[?1049l'));
    }
  });

  it('is left when its input ends', async () => {
    const pipe = join(temporaryFolder(), 'input');
    execFileSync('mkfifo', [pipe]);
    // To read and to write, so that opening waits for nobody.
    const input = openSync(pipe, 'r+');
    program = startProgram(['-c', `'${process.execPath}' '${file}' < '${pipe}'; echo "code $?"`], {
      file: 'bash',
    });
    await program.waitFor('[]');
    closeSync(input);
    await program.waitFor('code 129');
    // A slow machine has drawn nothing by then, but the terminal was taken.
    expect(program.raw()).toContain('\x1b[?1049h');
    expect(program.alternate).toBe(false);
  });

  it('does not hold the program when the line stalls, and shows the newest when it flows again', async () => {
    const p = await start({ columns: 200, rows: 60 });
    const presses = 60;
    const press = async (key: string) => {
      p.stall();
      for (let count = 0; count < presses; count++) {
        p.type(`${key}\x0c`);
        await new Promise(resolve => setTimeout(resolve, 8));
      }
    };
    await press('席');
    p.type('z');
    p.flow();
    await p.waitFor('席 z]');
    await p.settled();
    expect(p.raw().split('\x1b[2J').length).toBeLessThan(presses / 2);
    await press('é');
    p.kill('SIGTERM');
    await gone(p.pid);
  });

  it('is given back before an uncaught error is printed', async () => {
    const p = await start();
    await p.press('Ctrl+E');
    expect(await p.exit()).toMatchObject({ code: 1 });
    await p.waitFor('Error: planted');
    expect(p.alternate).toBe(false);
  });

  it('may have any size at any moment', async () => {
    const p = await start({ columns: 80, rows: 24 });
    for (const [columns, rows] of [
      [120, 40],
      [20, 3],
      [200, 60],
      [80, 24],
    ] as const) {
      p.resize(columns, rows);
      await p.waitFor(`size ${columns}×${rows}`.slice(0, columns));
      await p.waitFor('席尔瓦');
    }
  });

  it('is drawn once for a new size', async () => {
    const p = await start();
    await p.settled();
    const clears = () => p.raw().split('\x1b[2J').length;
    const before = clears();
    p.resize(60, 20);
    await p.waitFor('size 60×20');
    await p.settled();
    expect(clears() - before).toBe(1);
    expect(p.screen().split('\n').at(-1)).toMatch(/^filler/);
  });

  it('is drawn again with Ctrl+L', async () => {
    const p = await start();
    await p.settled();
    const before = p.bytes();
    await p.press('Ctrl+L');
    await p.settled();
    expect(p.bytes() - before).toBeGreaterThan(50);
    expect(p.screen()).toContain('席尔瓦');
  });

  it('gets nothing while nothing changes', async () => {
    const p = await start();
    await p.settled();
    const before = p.bytes();
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(p.bytes()).toBe(before);
  });

  it('takes text to the clipboard', async () => {
    const p = await start();
    await p.press('Ctrl+Y');
    await p.waitFor(() => p.clipboard === 'Ana Silva 席');
    await p.close();
    const inTmux = await start({ env: { TMUX: '/tmp/tmux-0/default,1,0' } });
    await inTmux.press('Ctrl+Y');
    await inTmux.waitFor(() => inTmux.clipboard === 'Ana Silva 席');
    expect(inTmux.raw()).toContain('\x1bPtmux;\x1b\x1b]52;c;');
  });

  it('shows no color with NO_COLOR', async () => {
    const p = await start({ env: { NO_COLOR: '1' } });
    expect(p.cell(0, 1)).toMatchObject({ chars: '席', width: 2, fg: undefined, bold: true });
    await p.close();
    const colored = await start();
    expect(colored.cell(0, 1)).toMatchObject({ chars: '席', fg: 75 });
  });
});

describe('Ctrl+Z', () => {
  it('gives the terminal to the shell, and fg takes it again', async () => {
    program = startProgram(['--norc', '--noprofile', '-i'], { file: 'bash', env: { PS1: 'shell> ' } });
    const p = program;
    await p.waitFor('shell>');
    p.type(`'${process.execPath}' '${file}'\r`);
    await p.waitFor('[]');
    await p.press('a', 'Ctrl+Z');
    await p.waitFor('Stopped');
    expect(p.alternate).toBe(false);
    expect(p.cursorShown).toBe(true);
    p.type('echo $((6*7))\r');
    await p.waitFor(/^42$/m);
    p.resize(90, 20);
    p.type('fg\r');
    await p.waitFor('size 90×20');
    expect(p.alternate).toBe(true);
    await p.press('b', 'Up');
    await p.waitFor('[a b up]');
    await p.press('Ctrl+C');
    await p.waitFor('left');
    expect(p.alternate).toBe(false);
  });

  it('comes back by itself where no shell would continue it', async () => {
    const p = await start();
    await p.press('Ctrl+Z');
    await p.settled();
    await p.press('a');
    await p.waitFor('[a]');
    expect(p.alternate).toBe(true);
  });
});
