import { expect, it } from 'vitest';
import { decisiveFiles } from '../data/key.ts';
import { figure } from '../figure.ts';
import { readOptions } from '../options.ts';
import { changedCells, createDisplay } from '../pty/display.ts';
import { framesOf } from '../pty/frames.ts';
import type { Chunk } from '../pty/recorder.ts';
import { summary } from '../statistics.ts';
import { figureTable } from '../table.ts';
import { figuresText } from '../write-docs.ts';

const begin = '\x1b[?2026h';
const end = '\x1b[?2026l';

const chunks = (...texts: string[]): Chunk[] => texts.map((text, at) => ({ at, bytes: Buffer.from(text) }));
const told = (all: Chunk[]) =>
  framesOf(all).map(({ at, bytes, marked }) => [at, bytes.toString().replaceAll('\x1b', ''), marked]);

it('gives each frame the time of its last byte, however the bytes were cut', () => {
  expect(told(chunks(`${begin}a`, `b${end.slice(0, 3)}`, `${end.slice(3)}${begin}c${end}`))).toEqual([
    [2, '[?2026hab[?2026l', true],
    [2, '[?2026hc[?2026l', true],
  ]);
});

it('tells what stands outside of frames, and a frame without an end', () => {
  expect(told(chunks(`x${begin}a${end}y`, `${begin}b`))).toEqual([
    [0, 'x', false],
    [0, '[?2026ha[?2026l', true],
    [0, 'y', false],
    [1, '[?2026hb', false],
  ]);
});

it('counts cells that look otherwise, not those that were written again', async () => {
  const display = createDisplay(10, 2);
  const draw = (text: string) => display.draw({ at: 0, bytes: Buffer.from(text), marked: true });
  await draw('abc \x1b[7mX\x1b[m');
  const before = display.picture();
  await draw('\x1b[Habd\x1b[K\x1b[1;5H\x1b[7mX\x1b[m\x1b[2;1H\x1b[31m \x1b[m');
  expect(changedCells(before, display.picture())).toBe(1);
  await draw('\x1b[H\x1b[31ma\x1b[m');
  expect(changedCells(before, display.picture())).toBe(2);
  display.close();
});

it('takes percentiles from the sorted measurements', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(summary(values)).toEqual({ count: 100, p50: 50, p95: 95, worst: 100, mean: 50.5 });
  const unanswered = Array.from({ length: 6 }, () => Number.NaN);
  expect(summary([...values, ...unanswered])).toMatchObject({ count: 106, p95: Number.POSITIVE_INFINITY });
  expect(summary([])).toMatchObject({ count: 0, p95: Number.NaN });
});

it('judges a figure, and one that could not be measured is missed', () => {
  expect(figure('Start', 7, { most: 7 }, '×')).toMatchObject({ budget: '≤ 7 ×', value: '7 ×', ok: true });
  expect(figure('Start', 7.01, { most: 7 }, '×').ok).toBe(false);
  expect(figure('Import', 39_999, { least: 40_000 }, '/s')).toMatchObject({
    budget: '≥ 40,000/s',
    ok: false,
  });
  expect(figure('Start', Number.NaN, { most: 7 }, '×').ok).toBe(false);
});

it('shows figures aligned on the terminal, and as a table in the docs', () => {
  const figures = [figure('Start', 6.5, { most: 7 }, '×'), figure('A | move', 401, { most: 350 }, 'bytes')];
  const measured = [{ title: 'All', figures }];
  expect(figureTable(measured)).toBe(
    [
      '             budget        measured',
      '',
      'All',
      '  Start      ≤ 7 ×         6.5 ×       ok',
      '  A | move   ≤ 350 bytes   401 bytes   FAIL',
    ].join('\n'),
  );
  const text = figuresText({ users: 1_000_000, measured, peers: [['program'], ['roster']] });
  expect(text).toContain('1,000,000 users on ');
  expect(text).toContain('| roster |');
  expect(text).toContain('| A \\| move | ≤ 350 bytes | 401 bytes | ✗ |');
});

it('reads its options, and refuses what would write half of the figures into the docs', () => {
  expect(readOptions(['--users', '20_000', '--only', 'start,bytes'], ['start', 'bytes'])).toMatchObject({
    users: 20_000,
    only: ['start', 'bytes'],
    peers: false,
  });
  expect(() => readOptions(['--only', 'speed'], ['start'])).toThrow('No section speed. There are: start.');
  expect(readOptions(['--write-docs'], ['start'])).toMatchObject({ fresh: true });
  expect(() => readOptions(['--write-docs', '--only', 'start'], ['start'])).toThrow('whole run');
});

it('builds the data again when anything changed that makes it', () => {
  const files = decisiveFiles();
  expect(files).toEqual(
    expect.arrayContaining([
      ...[
        'db/sqlite/search/write-search.ts',
        'source/csv/people.ts',
        'source/commands/people/people-rows.ts',
      ],
      ...['source/roster/text/fold.ts', 'source/demo/settings.ts', 'test/bench/data/made-up.ts'],
    ]),
  );
  expect(files.filter(path => /^source\/(app|screens)\//.test(path))).toEqual([]);
});
