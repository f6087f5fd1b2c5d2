import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HintLine } from '../../source/app/hint-line.tsx';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines, frameOf } from '../screens/drawn.tsx';
import { type Pretended, press, pretend, send } from '../screens/pretend.ts';

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

it('fills the screen and no more, and is the same whatever was drawn before', () => {
  fc.assert(
    fc.property(moves, users, fc.constantFrom<ColorDepth>(0, 4, 24), (all, count, depth) => {
      const [first, last] = [play(all, count).at(0)!, play(all, count).at(-1)!];
      const frame = frameOf(last.app, depth);
      const lines = stripVTControlCharacters(frame).split('\n');
      expect(lines).toHaveLength(last.app.size.rows);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(last.app.size.columns);
      frameOf({ ...first.app, size: last.app.size }, depth, true);
      expect(frameOf(last.app, depth)).toBe(frame);
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
      const [text = ''] = componentLines(<HintLine app={app} width={width} />, { columns: width, rows: 1 });
      expect(displayWidth(text)).toBeLessThanOrEqual(width);
      const top = app.layers.at(-1)?.kind;
      // Where every character types, ? does as well.
      if (top === undefined || top === 'confirm') expect(text).toMatch(/\? all keys$/);
      else expect(text).toMatch(/Enter .*|Esc/);
    }),
  );
});
