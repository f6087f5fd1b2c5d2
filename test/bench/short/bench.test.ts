import { beforeAll, describe, expect, it } from 'vitest';
import { type Data, dataOf } from '../data/cache.ts';
import { copyOf } from '../data/copy.ts';
import { openSession } from '../pty/session.ts';
import { type Growth, growthIn, openBoth } from '../queries/growth.ts';
import { wrongAnswers } from '../sections/answers.ts';
import { addAndUndoThousand } from '../sections/changes.ts';
import { ways } from '../sections/ways.ts';
import { emptyProgram, measureStarts, type ShortStarts } from './starts.ts';
import { type ShortStory, tellShortStory } from './story.ts';

/** A short form of `npm run bench`, with this much more room than its budgets. */
const room = 2;
const patience = 120_000;

/** What an empty program takes where the budgets in milliseconds are meant for. Milliseconds. */
const usualEmptyProgram = 40;
const megabyte = 1e6;

// Memory and processor time are read from /proc.
const onLinux = process.platform === 'linux';

let data: Data;
let small: Data;

beforeAll(async () => {
  if (!onLinux) return;
  data = await dataOf(20_000);
  small = await dataOf(1_000);
}, patience);

it.runIf(onLinux)('starts as fast with 20,000 users as with 1,000', { timeout: patience }, async () => {
  const ratios = ({ nothing, firstRows, firstRowsOfSmall, list }: ShortStarts) => [
    { what: 'first rows ÷ node -e 0', ratio: firstRows / nothing, most: 8 * room },
    { what: 'first rows ÷ the same at 1,000 users', ratio: firstRows / firstRowsOfSmall, most: 1.15 * room },
    { what: 'list ÷ node -e 0', ratio: list / nothing, most: 3.5 * room },
  ];
  const enough = (best: ShortStarts) => ratios(best).every(({ ratio, most }) => ratio <= most);
  const best = await measureStarts(data, small, { most: 12, enough });
  for (const { what, ratio, most } of ratios(best)) expect(ratio, what).toBeLessThanOrEqual(most);
});

describe.runIf(onLinux)('a session with 20,000 users', () => {
  let story: ShortStory;
  let ofSmall: ShortStory;
  let slow: number;

  beforeAll(async () => {
    // No time of the wall is judged, so both may run at once.
    [story, ofSmall] = await Promise.all([tellShortStory(data), tellShortStory(small)]);
    slow = Math.max(1, (await emptyProgram()) / usualEmptyProgram);
  }, patience);

  it('takes little of the processor for a key, and as little as with 1,000', () => {
    expect(story.searchKey, 'a letter of a search').toBeLessThan(26 * room * slow);
    expect(story.moveKey, 'a move').toBeLessThan(26 * room * slow);
    expect(story.viewKey, 'another order or filter').toBeLessThan(26 * room * slow);
    // Counting grows a little with the users; reading all of them would take twenty times as long.
    expect(story.searchKey / ofSmall.searchKey, 'a letter ÷ the same at 1,000 users').toBeLessThan(2 * room);
    expect(story.moveKey / ofSmall.moveKey, 'a move ÷ the same at 1,000 users').toBeLessThan(room);
    expect(story.viewKey / ofSmall.viewKey, 'a view ÷ the same at 1,000 users').toBeLessThan(2 * room);
  });

  it('sends few bytes, each frame as one synchronized update', () => {
    expect(story.bytesOfMove, 'a cursor move').toBeLessThan(350 * room);
    expect(story.bytesOfHeldStep, 'a held scroll step').toBeLessThan(350 * room);
    expect(story.bytesOfLetter, 'a letter that changes no row').toBeLessThan(100 * room);
    expect(story.idleBytes, 'idle').toBe(0);
    expect(story.framesOfMove, 'frames a move').toBe(1);
    expect(story.frames.filter(frame => !frame.marked)).toEqual([]);
    const spent = story.frames.map(({ bytes, cells, after }) => ({
      bytes,
      most: (3 * cells + 200) * room,
      after,
    }));
    expect(spent.filter(({ bytes, most }) => bytes > most)).toEqual([]);
  });

  it('needs little memory, and as little as with 1,000', () => {
    expect(story.peak / megabyte, 'peak').toBeLessThan(300 * room);
    expect(story.peak / ofSmall.peak, 'peak ÷ the same at 1,000 users').toBeLessThan(1.25 * room);
  });

  it('finds who matches', async () => {
    expect(story.said.some(({ matching }) => matching > 0)).toBe(true);
    expect(await wrongAnswers(data, story.said)).toEqual([]);
  });
});

it.runIf(onLinux)(
  'adds 1,000 users and takes them back with little of the processor',
  { timeout: patience },
  async () => {
    const copy = copyOf(data);
    const session = await openSession(copy.db, { home: copy.home });
    try {
      const { add, undo } = await addAndUndoThousand(session, data);
      expect(add.processor, 'add').toBeLessThan(400 * room);
      expect(undo.processor, 'undo, with its dialog').toBeLessThan(500 * room);
    } finally {
      await session.close();
      copy.remove();
    }
  },
);

describe.runIf(onLinux)('queries alone', () => {
  /** Twice what they are; a reading of all users adds one. Letters in other orders than that of names look farther. */
  const mostOf = (sort = 0): Growth => ({ move: 0.4, letter: sort === 0 ? 0.8 : 1.5, total: 6 });

  it.each(ways.filter(({ selected, reversed }) => !selected && !reversed))(
    'read a page of 20,000 users as of 1,000, not all of them: $what',
    { timeout: patience },
    async way => {
      const { move, letter, total } = mostOf(way.sort);
      const enough = (growth: Growth) =>
        growth.move <= move && growth.letter <= letter && growth.total <= total;
      const rosters = openBoth(small, data);
      const growth = await growthIn(way, rosters, { least: 3, most: 12, enough });
      await rosters.close();
      expect(growth.move, 'a move').toBeLessThanOrEqual(move);
      expect(growth.letter, 'a letter').toBeLessThanOrEqual(letter);
      expect(growth.total, 'a total').toBeLessThanOrEqual(total);
    },
  );
});
