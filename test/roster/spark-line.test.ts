import { expect, it } from 'vitest';
import { sparkLine } from '../../source/roster/screen/spark-line.ts';

it('a line of blocks is as high as the numbers, against the highest', () => {
  expect(sparkLine([0, 1, 50, 99, 100])).toBe('▁▂▅██');
});

it('what is unknown is empty, and nothing but zeros stays low', () => {
  expect(sparkLine([null, 0, 0])).toBe(' ▁▁');
});
