import { expect, test } from 'vitest';
import { type FilledCounts, fillDisks } from '../storage/filled-disks.ts';
import { noSmallDisk } from '../storage/small-disk.ts';
import { report, rounds } from './soak.ts';

const fillings = rounds(200);

test.skipIf(noSmallDisk)(
  `the disk fills up ${fillings} times${noSmallDisk ? ` (${noSmallDisk})` : ''}`,
  async () => {
    const counts: FilledCounts = await fillDisks(fillings);
    report('disks', counts);
    expect(counts).toMatchObject({ 'told otherwise': 0, 'history differs': 0, 'findings of check': 0 });
  },
);
