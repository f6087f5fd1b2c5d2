import { expect, it } from 'vitest';
import { fillDisks } from './filled-disks.ts';
import { noSmallDisk } from './small-disk.ts';

it.skipIf(noSmallDisk)(
  `a disk that fills up anywhere leaves a change whole or not made${noSmallDisk ? ` (${noSmallDisk})` : ''}`,
  async () => {
    expect(await fillDisks(5)).toMatchObject({
      ...{ 'told otherwise': 0, 'history differs': 0, 'findings of check': 0 },
    });
  },
);
