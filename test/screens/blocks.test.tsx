import fc from 'fast-check';
import { Box, Text } from 'ink';
import { expect, it } from 'vitest';
import {
  atEnd,
  atStart,
  type BlockList,
  BlocksFrom,
  blockList,
  joined,
  linesFrom,
  movedBy,
  type ScrollPosition,
  seenIn,
  stillAt,
} from '../../source/components/block-list.tsx';
import type { Block } from '../../source/components/blocks.tsx';
import { catalogBlock, changeBlock } from '../../source/components/change-blocks.tsx';
import { reasonBlock, textBlock } from '../../source/components/text-block.tsx';
import type { CatalogChange, Change } from '../../source/roster/plan/change-set.ts';
import { problemBlock } from '../../source/screens/import/problem-block.tsx';
import { visible } from '../../source/terminal/escape.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines } from './drawn.tsx';

/** The lines that Ink makes of a block which has so many cells and no height. */
function drawn(block: Block, width: number): string[] {
  const element = (
    <Box width={width} flexDirection="column">
      {block.draw()}
      <Text>end of the block</Text>
    </Box>
  );
  const lines = componentLines(element, { columns: 140, rows: 40 });
  return lines.slice(0, lines.indexOf('end of the block'));
}

const word = fc.oneof(
  fc.constantFrom(
    '席尔瓦',
    'محمد',
    '👩🏽‍💻',
    'e\u0301te\u0301',
    'Nguyễn',
    'Ana',
    'da',
    '\x1b[31m',
    'a\tb\nc',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('x', '席', '👩🏽‍💻').map(letter => letter.repeat(70)),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 30 })
  .map(words => words.join(' '))
  .filter(words => words.trim() !== '');
const width = fc.integer({ min: 40, max: 120 });
const reference = text.map(name => ({ id: 1, name }));
const optional = fc.option(text);
const pair = <Value,>(value: fc.Arbitrary<Value>) => fc.record({ before: value, after: value });

const change = fc.record({
  person_id: fc.integer({ min: 1 }),
  user_email: text,
  user_name: text,
  action: fc.constantFrom('add', 'update', 'remove'),
  version: fc.constant(1),
  fields: fc.record(
    {
      role: pair(reference),
      display_name: pair(optional),
      country_iso_code: pair(fc.option(fc.constantFrom('PT', 'SE'))),
      region: pair(fc.option(reference)),
      skills: pair(
        fc.array(
          reference.map(skill => ({ ...skill, level: 3 })),
          { maxLength: 5 },
        ),
      ),
    },
    { requiredKeys: [] },
  ),
}) as fc.Arbitrary<Change>;

const record = fc.option(fc.record({ queue_name: text, description: text, channel: fc.constant('voice') }));
const catalogChange = fc.record({
  ...{ of: fc.constant('queue'), id: fc.constant(1), name: text, before: record, after: record },
}) as fc.Arbitrary<CatalogChange>;

const problem = fc.record({
  ...{
    place: fc.constantFrom('', 'line 3', 'lines 3, 7–9 and 12'),
    column: text,
    value: text,
    message: text,
  },
});

const marginTop = fc.constantFrom<0 | 1>(0, 1);
const blocks: [string, (width: number) => fc.Arbitrary<Block>][] = [
  ['a sentence', width => text.map(said => textBlock(visible(said), { key: 1, width }))],
  ['a reason', width => text.map(said => reasonBlock(visible(said), { key: 1, width }))],
  [
    'a problem of a file',
    width => fc.tuple(problem, marginTop).map(([it, top]) => problemBlock(it, width, top)),
  ],
  [
    'a change of a user',
    width =>
      fc
        .tuple(change, marginTop, fc.boolean())
        .map(([it, top, isMarked]) => changeBlock(it, { width, marginTop: top, isMarked })),
  ],
  [
    'a change of the catalog',
    width =>
      fc.tuple(catalogChange, marginTop).map(([it, top]) => catalogBlock(it, { width, marginTop: top })),
  ],
];

it.each(blocks)('%s takes as many lines as it says, and no more cells than it has', (_, blockOf) => {
  const sized = width.chain(cells => fc.tuple(fc.constant(cells), blockOf(cells)));
  fc.assert(
    fc.property(sized, ([cells, block]) => {
      const lines = drawn(block, cells);
      expect(lines).toHaveLength(block.height);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(cells);
    }),
    { numRuns: 40 },
  );
});

/** A list of blocks of these heights; each line says of which block it is, and which line of that. */
function listOf(heights: readonly number[]): BlockList {
  return blockList(heights, (height, block) => ({
    ...{ key: block, height },
    draw: () => <Text>{Array.from({ length: height }, (_, line) => `${block}.${line}`).join('\n')}</Text>,
  }));
}

/** The number of the line at a position. */
function lineAt(heights: readonly number[], { block, line }: ScrollPosition): number {
  return heights.slice(0, block).reduce((sum, height) => sum + height, line);
}

const heights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });

it('is scrolled as if all its lines were there', () => {
  const steps = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 8 });
  fc.assert(
    fc.property(heights, steps, fc.integer({ min: 1, max: 12 }), (all, moves, height) => {
      const list = listOf(all);
      const count = lineAt(all, { block: all.length, line: 0 });
      const last = Math.max(0, count - height);
      expect(lineAt(all, atEnd(list, height))).toBe(last);
      let position = atStart;
      let line = 0;
      for (const by of moves) {
        position = movedBy(list, position, by, height);
        line = Math.max(0, Math.min(last, line + by));
        expect(lineAt(all, position)).toBe(line);
        expect(linesFrom(list, position, 40)).toBe(Math.min(40, count - line));
        const { end } = seenIn(list, position, height);
        expect(lineAt(all, { block: end, line: 0 })).toBeGreaterThanOrEqual(Math.min(count, line + height));
      }
    }),
  );
});

it('shows the lines from where it is scrolled to, and its end at the bottom', () => {
  const list = listOf([1, 3, 2, 4]);
  const seen = (top: ScrollPosition) =>
    componentLines(<BlocksFrom list={list} top={top} height={4} />, { columns: 10, rows: 4 });
  expect(seen(atStart)).toEqual(['0.0', '1.0', '1.1', '1.2']);
  expect(seen({ block: 1, line: 2 })).toEqual(['1.2', '2.0', '2.1', '3.0']);
  expect(seen({ block: 3, line: 2 })).toEqual(['3.0', '3.1', '3.2', '3.3']);
  expect(seen({ block: 9, line: 0 })).toEqual(['3.0', '3.1', '3.2', '3.3']);
});

it('works out no more than is near what is seen', () => {
  let made = 0;
  const list = blockList(Array.from({ length: 10_000 }), (_, key) => {
    made++;
    return { key, height: 3, draw: () => null };
  });
  const both = joined(list, list);
  const end = atEnd(both, 30);
  expect(end).toEqual({ block: 19_990, line: 0 });
  movedBy(both, end, -29, 30);
  seenIn(both, end, 30);
  linesFrom(both, atStart, 100);
  expect(made).toBeLessThan(150);
});

it('stays where it is once blocks above came or went', () => {
  const keyed = (keys: readonly string[]) => blockList(keys, key => ({ key, height: 2, draw: () => null }));
  const before = keyed(['a', 'b', 'c']);
  expect(stillAt({ block: 1, line: 1 }, before, keyed(['a', 'x', 'y', 'b']))).toEqual({ block: 3, line: 1 });
  expect(stillAt({ block: 1, line: 1 }, before, keyed(['a', 'c']))).toEqual({ block: 1, line: 1 });
});
