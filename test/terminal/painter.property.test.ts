import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDoubtfulWidth, mostCells } from '../../source/terminal/doubt.ts';
import { cut, displayWidth } from '../../source/terminal/width.ts';
import { createPainted, naively, type SeenCell, seenCells } from './painted.ts';
import { createScreen } from './screen-model.ts';

const styles = [
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
  '38;5;244;48;5;25',
];
const wide = ['席尔瓦', '美玲', '한글'];
// xterm knows no character of more than two cells, so none of those is here.
const doubtful = ['e\u0301a\u0308', '👍', '👍🏽', '👩‍💻', '🇩🇪', '❤️', 'ｱﾞ', '⚽', 'น้ำ', 'निखिल', 'মীনা'];
const single = ['é', '●', '…', '☐', '▸', 'საქ', ' '.repeat(15)];

type Piece = { text: string; style: string };
type Line = Piece[];

const lineOf = (texts: readonly string[]): fc.Arbitrary<Line> =>
  fc.array(
    fc.record({
      text: fc.oneof({ weight: 4, arbitrary: fc.stringMatching(/^[a-c ]{0,6}$/) }, fc.constantFrom(...texts)),
      style: fc.constantFrom(...styles),
    }),
    { maxLength: 8 },
  );

/** The next frame is made from the one before by what happens on a screen. */
const stepOf = (line: fc.Arbitrary<Line>) =>
  fc.oneof(
    fc.record({ kind: fc.constant('replace' as const), at: fc.nat(11), line }),
    fc.record({ kind: fc.constant('restyle' as const), at: fc.nat(11), style: fc.constantFrom(...styles) }),
    fc.record({
      kind: fc.constant('shift' as const),
      from: fc.nat(11),
      to: fc.nat(11),
      by: fc.integer({ min: -4, max: 4 }),
      line,
    }),
    fc.record({ kind: fc.constant('all' as const), lines: fc.array(line, { maxLength: 12 }) }),
    fc.record({ kind: fc.constant('repaint' as const) }),
    fc.record({
      kind: fc.constant('resize' as const),
      columns: fc.integer({ min: 2, max: 40 }),
      rows: fc.integer({ min: 1, max: 12 }),
    }),
  );
type Step = typeof stepOf extends (line: never) => fc.Arbitrary<infer S> ? S : never;

interface Shown {
  columns: number;
  rows: number;
  lines: Line[];
}

function advanced(shown: Shown, step: Step): Shown {
  const { lines } = shown;
  switch (step.kind) {
    case 'replace':
      return { ...shown, lines: lines.with(step.at, step.line) };
    case 'restyle':
      return {
        ...shown,
        lines: lines.with(
          step.at,
          lines[step.at]!.map(({ text }) => ({ text, style: step.style })),
        ),
      };
    case 'shift':
      return { ...shown, lines: shift(lines, step.from, step.to, step.by, step.line) };
    case 'all':
      return { ...shown, lines: Array.from({ length: 12 }, (_, y) => step.lines[y] ?? []) };
    case 'resize':
      return { ...shown, columns: step.columns, rows: step.rows };
    default:
      return shown;
  }
}

function shift(lines: Line[], from: number, to: number, by: number, fill: Line): Line[] {
  const [top, bottom] = [Math.min(from, to), Math.max(from, to)];
  return lines.map((old, y) => {
    if (y < top || y > bottom) return old;
    return y + by < top || y + by > bottom ? fill : (lines[y + by] ?? []);
  });
}

function draw(pieces: Line, columns: number): string {
  let left = columns;
  let out = '';
  for (const { text, style } of pieces) {
    const kept = cut(text, left);
    left -= displayWidth(kept);
    out += style === '' ? kept : `\x1b[${style}m${kept}\x1b[m`;
    if (kept !== text) break;
  }
  return out;
}

function frameOf({ columns, lines }: Shown): string {
  return lines.map(line => draw(line, columns)).join('\n');
}

function frames(texts: readonly string[]) {
  const line = lineOf(texts);
  const first = fc.array(line, { minLength: 12, maxLength: 12 });
  return fc.tuple(first, fc.array(stepOf(line), { maxLength: 8 }));
}

function isDoubtful({ chars, width }: SeenCell): boolean {
  return width === 0 || (chars !== ' ' && hasDoubtfulWidth(chars));
}

const runs = Number(process.env.PAINTER_RUNS ?? 80);

describe('painter', () => {
  it('leaves on screen exactly the newest frame, whatever was there', async () => {
    await fc.assert(
      fc.asyncProperty(frames([...wide, ...doubtful, ...single]), async ([first, steps]) => {
        let shown: Shown = { columns: 30, rows: 12, lines: first };
        const painted = createPainted(shown.columns, shown.rows);
        for (const step of [null, ...steps]) {
          if (step) shown = advanced(shown, step);
          const { columns, rows } = shown;
          if (step?.kind === 'resize') painted.resize(columns, rows);
          if (step?.kind === 'repaint') {
            painted.screen.write('\x1b[2;3r\x1b[41m\x1b[2Jgarbage');
            painted.painter.repaint();
          }
          const frame = frameOf(shown);
          await painted.show(frame);
          expect(seenCells(painted.screen)).toEqual(await naively(frame, columns, rows));
          painted.screen.scrollToTop();
          expect(painted.screen.buffer.active.baseY).toBe(0);
        }
        painted.screen.dispose();
      }),
      { numRuns: runs },
    );
  });

  it('keeps all else in place on terminals that take other widths for emoji and marks', async () => {
    const narrow = () => 1 as const;
    const apart = (character: string) => Math.max(1, Math.min(2, displayWidth(character))) as 1 | 2;
    const broad = (character: string) =>
      hasDoubtfulWidth(character) ? (Math.min(2, mostCells(character)) as 1 | 2) : apart(character);
    const measures = fc.constantFrom(narrow, apart, broad);
    await fc.assert(
      fc.asyncProperty(frames([...doubtful, ...single]), measures, async ([first, steps], measure) => {
        let shown: Shown = { columns: 30, rows: 12, lines: first };
        const painted = createPainted(30, 12, createScreen(30, 12, measure));
        for (const step of [null, ...steps]) {
          if (step && step.kind !== 'resize') shown = advanced(shown, step);
          const frame = frameOf(shown);
          await painted.show(frame);
          const expected = await naively(frame, 30, 12);
          // What takes the place of a doubtful one is as doubtful.
          const certain = seenCells(painted.screen).map((row, y) =>
            row.map((cell, x) => (isDoubtful(expected[y]![x]!) ? expected[y]![x] : cell)),
          );
          expect(certain).toEqual(expected);
        }
        painted.screen.dispose();
      }),
      { numRuns: runs },
    );
  });
});
