import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spansWidth } from '../../source/components/line.ts';
import { makeLook } from '../../source/components/look.ts';
import { hintLine } from '../../source/screens/hint-line.ts';
import { screenLines } from '../../source/screens/screen-lines.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { type Pretended, press, pretend, send } from './pretend.ts';

const looking = [
  '/',
  'f',
  's',
  'r',
  '<',
  '>',
  '=',
  'j',
  'k',
  'down',
  'pageup',
  'pagedown',
  'home',
  'end',
  'escape',
];
const typing = ['enter', 'a', '席', 'backspace', 'tab', 'up', 'ctrl+u', '?', ':', 'c', 'shift+down', 'left'];
const selecting = ['space', 'v', '*', '~', '-', '"'];
const asking = ['x', 'y', 'n', 'i', '3', 'u'];

const key = fc.constantFrom(...looking, ...typing, ...selecting, ...asking);
const size = fc.record({
  columns: fc.integer({ min: 60, max: 220 }),
  rows: fc.integer({ min: 12, max: 60 }),
});
const move = fc.oneof({ weight: 9, arbitrary: key }, { weight: 1, arbitrary: size });
const users = fc.constantFrom(0, 1, 7, 60, 200);

function play(moves: readonly (string | { columns: number; rows: number })[], count: number): Pretended[] {
  const stories = [pretend(count)];
  for (const next of moves) {
    const before = stories.at(-1)!;
    stories.push(
      typeof next === 'string'
        ? press(before, count, next)
        : send(before, { type: 'resize', size: next }, count),
    );
  }
  return stories;
}

const moves = fc.array(move, { maxLength: 40 });

it('has its cursor on a user whenever one is shown', () => {
  fc.assert(
    fc.property(moves, users, (all, count) => {
      for (const { app } of play(all, count)) {
        const { rows, cursor } = app.roster;
        expect(rows.length === 0 ? cursor === -1 : rows[cursor] !== undefined).toBe(true);
      }
    }),
  );
});

it('fills the screen exactly, and panels stay on it', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: styles are escape sequences
  const bare = (line: string) => line.replace(/\x1b\[[\d;:]*m/g, '');
  fc.assert(
    fc.property(moves, users, fc.constantFrom(0, 8), (all, count, depth) => {
      const { app } = play(all, count).at(-1)!;
      const { columns, rows } = app.size;
      const { lines, panel } = screenLines(app, makeLook(depth as 0 | 8, 'unicode'));
      expect(lines).toHaveLength(rows);
      // A blank line is empty: the screen is clear behind it.
      for (const line of lines) expect([columns, 0]).toContain(displayWidth(bare(line)));
      if (!panel) return;
      expect(panel.y + panel.lines.length).toBeLessThanOrEqual(rows - 1);
      for (const line of panel.lines) expect(panel.x + displayWidth(bare(line))).toBeLessThanOrEqual(columns);
    }),
  );
});

it('draws the same, whatever was drawn before', () => {
  const [look, other] = [makeLook(8, 'unicode'), makeLook(8, 'ascii')];
  fc.assert(
    fc.property(moves, users, (all, count) => {
      for (const { app } of play(all, count)) {
        const drawn = screenLines(app, look);
        screenLines(app, other);
        expect(screenLines(app, look)).toEqual(drawn);
      }
    }),
    { numRuns: 50 },
  );
});

it('keeps the selection whatever is looked at', () => {
  const onlyLooking = fc.array(fc.constantFrom(...looking), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('j', ...selecting), { maxLength: 12 }),
      onlyLooking,
      (first, then) => {
        const before = press(pretend(60), 60, ...first, 'escape');
        const after = press(before, 60, ...then);
        expect(after.app.roster.selected).toEqual(before.app.roster.selected);
      },
    ),
  );
});

it('shows hints no wider than the line, and the way to the others always', () => {
  fc.assert(
    fc.property(moves, users, fc.integer({ min: 30, max: 220 }), (all, count, width) => {
      const { app } = play(all, count).at(-1)!;
      const spans = hintLine(app, width, makeLook(0, 'unicode'));
      expect(spansWidth(spans)).toBeLessThanOrEqual(width);
      const top = app.layers.at(-1)?.kind;
      const text = spans.map(span => span.text).join('');
      // Where every character types, ? does as well.
      if (top === undefined || top === 'confirm') expect(text).toMatch(/\? all keys$/);
      else expect(text).toMatch(/Enter .*|Esc/);
    }),
  );
});
