import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../source/terminal/width.ts';
import { createPainted, naively, seenCells } from './painted.ts';

const piece = fc.record({
  text: fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[a-c ]{0,6}$/) },
    fc.constantFrom(
      '席尔瓦',
      '美玲',
      'é',
      'e\u0301a\u0308',
      '👍',
      '👍🏽',
      '👩‍💻',
      '🇩🇪',
      '❤️',
      '한글',
      'ｱﾞ',
      '●',
      '…',
      '☑',
      ' '.repeat(15),
    ),
  ),
  style: fc.constantFrom(
    '',
    '1',
    '2',
    '4',
    '7',
    '31',
    '38;5;32',
    '48;5;25',
    '1;38;5;231;48;5;25',
    '3;9',
    '38;2;1;2;3',
    '1;2',
  ),
});

const line: fc.Arbitrary<Line> = fc
  .array(piece, { maxLength: 8 })
  .map(pieces => pieces.map(({ text, style }) => ({ text, style })));

type Line = { text: string; style: string }[];

function draw(pieces: Line, columns: number): string {
  let left = columns;
  let out = '';
  for (const { text, style } of pieces) {
    const kept = cut(text, left);
    left -= cells(kept);
    out += style === '' ? kept : `\x1b[${style}m${kept}\x1b[m`;
    if (kept !== text) break;
  }
  return out;
}

function cells(text: string): number {
  let count = 0;
  while (cut(text, count).length < text.length) count++;
  return count;
}

/** The next frame is made from the one before by what happens on a screen. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(11), line }),
  fc.record({
    kind: fc.constant('shift' as const),
    from: fc.nat(11),
    to: fc.nat(11),
    by: fc.integer({ min: -4, max: 4 }),
    line,
  }),
  fc.record({ kind: fc.constant('all' as const), lines: fc.array(line, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('resize' as const),
    columns: fc.integer({ min: 2, max: 40 }),
    rows: fc.integer({ min: 1, max: 12 }),
  }),
);

function shift(lines: Line[], from: number, to: number, by: number, fill: Line): Line[] {
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
  return lines.map((old, y) => {
    if (y < top || y > bottom) return old;
    return y + by < top || y + by > bottom ? fill : (lines[y + by] ?? []);
  });
}

describe('painter', () => {
  it('leaves on screen exactly the newest frame, whatever was there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 12, maxLength: 12 }),
        fc.array(step, { maxLength: 8 }),
        async (first, steps) => {
          let [columns, rows] = [30, 12];
          let lines = first;
          const painted = createPainted(columns, rows);
          for (const next of [undefined, ...steps]) {
            if (next?.kind === 'replace') lines = lines.with(next.at, next.line);
            if (next?.kind === 'shift') lines = shift(lines, next.from, next.to, next.by, next.line);
            if (next?.kind === 'all') lines = Array.from({ length: 12 }, (_, y) => next.lines[y] ?? []);
            if (next?.kind === 'resize') {
              ({ columns, rows } = next);
              painted.resize(columns, rows);
            }
            const frame = lines.map(pieces => draw(pieces, columns)).join('\n');
            await painted.show(frame);
            const expected = await naively(frame, columns, rows);
            expect(seenCells(painted.screen)).toEqual(seenCells(expected));
            painted.screen.scrollToTop();
            expect(painted.screen.buffer.active.baseY).toBe(0);
          }
        },
      ),
      { numRuns: Number(process.env.PAINTER_RUNS ?? 80) },
    );
  });
});
