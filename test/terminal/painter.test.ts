import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../source/terminal/painter.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { createPainted } from './painted.ts';
import { rosterFrame } from './sample-roster.ts';
import { linesOf } from './screen-model.ts';

const [COLUMNS, ROWS] = [120, 40];

describe('bytes at 120×40 in color', () => {
  const frame = (first: number, cursor: number) => rosterFrame(COLUMNS, ROWS, first, cursor, 24);

  it('are at most 350 for moving the cursor', async () => {
    const painted = createPainted(COLUMNS, ROWS);
    await painted.show(frame(0, 3));
    for (let cursor = 4; cursor < 30; cursor++) {
      expect(await painted.show(frame(0, cursor))).toBeLessThanOrEqual(350);
    }
  });

  it('are at most 350 for scrolling by a row, up or down', async () => {
    const painted = createPainted(COLUMNS, ROWS);
    await painted.show(frame(0, 33));
    for (let first = 1; first < 30; first++) {
      expect(await painted.show(frame(first, first + 33))).toBeLessThanOrEqual(350);
    }
    await painted.show(frame(29, 29));
    for (let first = 28; first > 0; first--) {
      expect(await painted.show(frame(first, first))).toBeLessThanOrEqual(350);
    }
  });

  it('are at most 1.5 a changed cell and 200 for a whole frame', async () => {
    const painted = createPainted(COLUMNS, ROWS);
    const first = await painted.show(frame(0, 3));
    const drawn = linesOf(painted.screen).join('').replaceAll(' ', '').length;
    expect(first).toBeLessThanOrEqual(1.5 * COLUMNS * ROWS + 200);
    expect(first).toBeGreaterThan(drawn);
    expect(await painted.show(frame(200, 203))).toBeLessThanOrEqual(1.5 * COLUMNS * ROWS + 200);
  });

  it('are none for a frame that is on screen already, or is empty', async () => {
    const painted = createPainted(COLUMNS, ROWS);
    await painted.show(frame(0, 3));
    expect(await painted.show(frame(0, 3))).toBe(0);
    expect(await painted.show('')).toBe(0);
  });
});

describe('painter', () => {
  const turn = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)));

  it('writes once a turn, the newest frame', async () => {
    const writes: string[] = [];
    const painter = createPainter({ write: bytes => writes.push(bytes) > 0 }, { columns: 20, rows: 2 });
    painter.start();
    for (let key = 0; key < 10; key++) painter.frame(`key ${key}`);
    await turn();
    expect(writes).toHaveLength(1);
    expect(writes[0]).toContain('key 9');
    expect(writes[0]?.startsWith('\x1b[?2026h') && writes[0].endsWith('\x1b[?2026l')).toBe(true);
  });

  it('keeps only the newest frame while the line is full', async () => {
    const writes: string[] = [];
    const painter = createPainter(
      {
        write(bytes) {
          writes.push(bytes);
          return false;
        },
      },
      { columns: 20, rows: 2 },
    );
    painter.start();
    painter.frame('one');
    await turn();
    painter.frame('two');
    await turn();
    painter.frame('three');
    await turn();
    expect(writes).toHaveLength(1);
    painter.drained();
    await turn();
    expect(writes).toHaveLength(2);
    expect(writes[1]).toContain('three');
  });

  it('draws everything again when told, and after a change of size', async () => {
    const painted = createPainted(20, 3);
    await painted.show('one\ntwo');
    painted.screen.write('\x1b[2Jgarbage');
    painted.painter.repaint();
    await painted.show('one\ntwo');
    expect(linesOf(painted.screen)).toEqual(['one', 'two', '']);
    painted.resize(10, 2);
    await painted.show('one\ntwo\nthree lines do not fit');
    expect(linesOf(painted.screen)).toEqual(['one', 'two']);
  });

  it('cuts what is wider or higher than the screen, and halves no wide character', async () => {
    const painted = createPainted(5, 2);
    await painted.show('席席席席\nabcdefgh\nthird');
    expect(linesOf(painted.screen)).toEqual(['席席', 'abcde']);
  });

  it('keeps columns in place on a terminal that takes emoji for narrow', async () => {
    const screen = new xterm.Terminal({ cols: 30, rows: 2, allowProposedApi: true });
    const write = (bytes: string): boolean => {
      screen.write(bytes);
      return true;
    };
    const painter = createPainter({ write }, { columns: 30, rows: 2 });
    painter.start();
    for (const frame of ['xxxxxxxx|', 'a👍b👩‍💻c ❤️ d|', 'a👍e👩‍💻f ❤️ g|']) {
      painter.frame(frame);
      painter.flush();
    }
    await new Promise<void>(resolve => screen.write('', resolve));
    const line = screen.buffer.active.getLine(0);
    const at = (x: number) => line?.getCell(x)?.getChars();
    expect([0, 3, 6, 11, 12].map(at)).toEqual(['a', 'e', 'f', 'g', '|']);
    expect(at(2)).toMatch(/^ ?$/);
    painter.frame('क्षि|น้ำ|');
    painter.flush();
    await new Promise<void>(resolve => screen.write('', resolve));
    const [hindi, thai] = [displayWidth('क्षि'), displayWidth('น้ำ')];
    expect([hindi, hindi + 1 + thai].map(at)).toEqual(['|', '|']);
    expect(line?.translateToString(true, hindi + 1 + thai + 1).trim()).toBe('');
  });
});
