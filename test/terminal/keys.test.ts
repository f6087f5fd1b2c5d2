import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Program, startProgram } from './driver.ts';
import { buildFixture } from './fixtures/build-fixture.ts';
import { readAlone } from './processes.ts';

let file: string;
let program: Program;

beforeAll(async () => {
  const fixture = await buildFixture('echo');
  file = fixture.file;
  return fixture.remove;
});

afterEach(() => program.close());

async function start(): Promise<Program> {
  program = startProgram([], { file, columns: 100 });
  await program.waitFor('[]');
  return program;
}

describe('keys', () => {
  it('come one by one when they arrive in one read, and are one frame', async () => {
    const p = await start();
    p.type('/silva\r');
    await p.waitFor('[/ s i l v a enter]');
    const frames = () => p.raw().split('\x1b[?2026h').length - 1;
    const before = frames();
    p.type('0123456789');
    await p.waitFor('0 1 2 3 4 5 6 7 8 9]');
    await p.settled();
    expect(frames() - before).toBe(1);
  });

  it('have names, however the terminal sends them', async () => {
    const p = await start();
    await p.press('Up', 'PageDown', 'Home', 'Delete', 'Backspace', 'Space', 'Tab', 'Shift+Tab', 'Enter');
    await p.waitFor('[up pagedown home delete backspace space tab shift+tab enter]');
    p.type('\x1bOA\x1b[1~\x1b[4~\x1b[5~\x1bOM\n');
    await p.waitFor('enter up home end pageup enter enter]');
  });

  it('may be held with Ctrl and Alt', async () => {
    const p = await start();
    await p.press(
      'Ctrl+U',
      'Ctrl+R',
      'Ctrl+D',
      'Ctrl+W',
      'Ctrl+Left',
      'Alt+Left',
      'Alt+b',
      'Alt+O',
      'Alt+Backspace',
    );
    await p.waitFor('[ctrl+u ctrl+r ctrl+d ctrl+w ctrl+left alt+left alt+b alt+O alt+backspace]');
  });

  it('are characters of every script, and unknown sequences are none', async () => {
    const p = await start();
    await p.press('é', '席', 'A');
    p.type('👩‍💻\x1b[15~\x1b[I\x1b[<0;3;3M\x1b[?62;4c\x1b[12;40R\x1b]11;rgb:00/00/00\x07z');
    await p.waitFor('[é 席 A 👩‍💻 z]');
  });

  it('know Esc from the beginning of an arrow on a slow line', async () => {
    const p = await start();
    p.type('\x1b');
    await p.waitFor('[escape]');
    await p.press('a', 'Escape', 'a');
    await p.waitFor('[escape a escape a]');
    // Where this process has to wait for a processor the rest may come so late that it is no arrow any more.
    for (let tries = 0; tries < 50 && !/ up\]/.test(p.screen()); tries++) {
      await readAlone(p.pid, () => p.type('\x1b'));
      p.type('[A');
      await p.settled();
    }
    await p.waitFor(' up]');
    p.type('\x1b\x1bx');
    await p.waitFor('up escape alt+x]');
  });

  it('are one event for a paste of any size', async () => {
    const p = await start();
    p.paste('ana@acme.example\nbruno\n');
    await p.waitFor('[paste:23:ana@acme.example␤bru]');
    p.paste('x'.repeat(300_000));
    await p.waitFor('paste:300000:xxxxxxxxxxxxxxxxxxxx]');
  });
});
