import { expect, it } from 'vitest';
import { spansWidth } from '../../source/components/line.ts';
import { makeLook } from '../../source/components/look.ts';
import type { Usage } from '../../source/roster/usage.ts';
import { licenseLines } from '../../source/screens/usage/license-lines.ts';
import { overageLines } from '../../source/screens/usage/overage-lines.ts';

const over: Usage = {
  at: '2026-11-23T08:00:00.000Z',
  license_model: 'concurrent',
  pools: [
    { package_name: 'essentials', total: 2, used: 3, exceeded_since: '2026-11-23T07:45:00.000Z' },
    { package_name: 'premium', total: 10, used: 1, exceeded_since: null },
  ],
  packages: [],
  roles: [],
  queues: [],
  peaks: [],
  overages: [],
  overages_not_listed: 0,
};

it('says in full since when a pool is exceeded, and until when that is free, in every width', () => {
  for (let width = 56; width <= 196; width++) {
    const lines = licenseLines(over, width, makeLook(0, 'unicode'));
    for (const line of lines) expect(spansWidth(line)).toBeLessThanOrEqual(width);
    const shown = lines.map(line => line.map(({ text }) => text).join('')).join('\n');
    expect(shown).toMatch(/Essentials.* over since [\d: -]+, free until [\d: -]+/);
  }
});

it('says how many more times over a pool there were than are shown', () => {
  const time = { package_name: 'essentials', since: over.at, until: null, most: 3, total: 2 } as const;
  const overages = [{ ...time, change_set_id: 7 }];
  const shown = (overages_not_listed: number) =>
    overageLines({ ...over, overages, overages_not_listed }, 76, makeLook(0, 'unicode'))
      .map(line => line.map(({ text }) => text).join(''))
      .join('\n');
  expect(shown(0)).not.toContain('more');
  expect(shown(1)).toContain('\n1 more time: roster account --usage');
  expect(shown(1_234)).toContain('\n1,234 more times: roster account --usage');
});
