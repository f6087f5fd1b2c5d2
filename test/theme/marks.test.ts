import { expect, it } from 'vitest';
import { asciiFrame } from '../../source/terminal/ascii.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { marks } from '../../source/theme/marks.ts';

const signs = Object.entries(marks).flatMap(([name, sign]) => [sign].flat().map(one => [name, one] as const));

it.each(signs)('has a stand-in in ASCII of one cell for %s, %s', (_, sign) => {
  expect(displayWidth(sign)).toBe(1);
  expect(asciiFrame(sign)).toMatch(/^[ -~]$/);
});

it('tells by other stand-ins what is told by other signs of one place', () => {
  const { selected, unselected, inRange, ready, occupied, notReady, offline, done, failed, up, down } = marks;
  const { meterFull, meterEmpty, cursor } = marks;
  for (const place of [
    [selected, unselected, inRange],
    [ready, occupied, notReady, offline],
    [done, failed],
    [up, down],
    [meterFull, meterEmpty],
    [cursor, ' '],
  ])
    expect(new Set(place.map(asciiFrame)).size).toBe(place.length);
});
