import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { createPainter } from '../../source/terminal/painter.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { createPainted } from './painted.ts';
import { cellOf, linesOf } from './screen-model.ts';

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

  it('keeps a mark on the letter that a look parts it from', async () => {
    const painted = createPainted(10, 1);
    await painted.show('Z\x1b[1me\x1b[m\u0301|\x1b[1m\u0301席\x1b[m\u0301|');
    expect(linesOf(painted.screen)).toEqual(['Ze\u0301|\u0301席\u0301|']);
    const at = (x: number) => cellOf(painted.screen, x, 0);
    expect([at(1).bold, at(2).chars, at(5).chars]).toEqual([true, '|\u0301', '|']);
  });

  it('writes no control character of a line', async () => {
    const painted = createPainted(10, 1);
    await painted.show('a\x07\tb\x9bcd\x1b]0;title\x07e\x1b[5Af');
    expect(linesOf(painted.screen)).toEqual(['abcdef']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
    expect(painted.last().replace(/\x1b\[[?\d;]*[a-zA-Z]/g, '')).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });

  it('keeps columns in place on a terminal that takes emoji for narrow', async () => {
    const screen = new xterm.Terminal({ cols: 30, rows: 2, allowProposedApi: true });
    const write = (bytes: string): boolean => {
      screen.write(bytes);
      return true;
    };
    const painter = createPainter({ write }, { columns: 30, rows: 2 });
    painter.start();
    for (const text of ['xxxxxxxx|', 'a👍b👩‍💻c ❤️ d|', 'a👍e👩‍💻f ❤️ g|']) {
      painter.frame(text);
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
