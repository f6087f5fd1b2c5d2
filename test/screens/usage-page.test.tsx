import { Box } from 'ink';
import { expect, it } from 'vitest';
import { Blocks, linesIn } from '../../source/components/blocks.tsx';
import type { Usage } from '../../source/roster/usage.ts';
import { usageBlocks } from '../../source/screens/usage/blocks.ts';
import { licensesBlock } from '../../source/screens/usage/licenses.tsx';
import { overageBlocks } from '../../source/screens/usage/overages.tsx';
import { displayWidth } from '../../source/terminal/width.ts';
import { texts, wrongBlocks } from './block-heights.tsx';
import { componentLines, frameOf } from './drawn.tsx';
import { pageStory } from './page-story.ts';

const over: Usage = {
  at: '2026-11-23T08:00:00.000Z',
  license_model: 'concurrent',
  pools: [
    { package_name: 'essentials', total: 2, used: 3, exceeded_since: '2026-11-23T07:45:00.000Z' },
    { package_name: 'premium', total: 10, used: 10, exceeded_since: null },
    { package_name: 'elite', total: 0, used: 0, exceeded_since: null },
  ],
  packages: [{ package_name: 'essentials', users: 1_500, signed_in: 3 }],
  roles: [
    { name: 'Agent', users: 1_400 },
    { name: 'Supervisor', users: 0 },
  ],
  queues: texts.map((name, index) => ({ name, users: index })),
  peaks: Array.from({ length: 24 }, (_, hour) => ({
    hour: new Date(Date.UTC(2026, 10, 22, 8 + hour)).toISOString(),
    package_name: 'essentials' as const,
    peak: hour,
  })),
  overages: [],
  overages_not_listed: 0,
};

const overage = { package_name: 'essentials', since: over.at, until: null, most: 3, total: 2 } as const;

/** The page or a part of it in `width` cells. */
function shown(blocks: ReturnType<typeof usageBlocks>, width: number): string[] {
  const lines = linesIn(blocks);
  const page = (
    <Box width={width}>
      <Blocks blocks={blocks} top={0} height={lines} />
    </Box>
  );
  return componentLines(page, { columns: 200, rows: lines });
}

it('shows the pools as a table without rules: numbers below each other, meters and notes beside them', () => {
  expect(shown([licensesBlock(over, 120)], 120)).toEqual([
    'Package     Users  Signed in  Licenses  Left',
    'Essentials  1,500          3         2    -1  ▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰  over since 07:45, free until 08:15',
    'Premium         0          0        10     0  ▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰',
    'Elite           0          0         0',
  ]);
});

it('has everything of the page at 100 columns, roles and queues side by side', () => {
  const page = shown(usageBlocks({ ...over, overages: [{ ...overage, change_set_id: 7 }] }, 100), 96).join(
    '\n',
  );
  expect(page).toMatch(/More signed in than licenses\nPackage +Since +Until +Most +Began by/);
  expect(page).toMatch(/Essentials {2}2026-11-23 08:00 {2}now +3 of 2 {2}free +change set 7/);
  expect(page).toMatch(/Essentials +▁.* ██ ██\npeak 23 +▂▂ .*██\n\n {14}08:00 {4}11:00/);
  expect(page).toMatch(/Users by role +Users by queue\nAgent +1,400 +▰{16} +x+… +9 +▰{16}/);
});

it('tells by color what the model counts, what is short, and what is none', () => {
  const s = pageStory({ columns: 120, rows: 40 });
  s.press('l');
  const lines = (usage: Usage) => {
    s.send({ type: 'usage', usage });
    return frameOf(s.app, 24).split('\n');
  };
  const [heads = '', exceeded = '', empty = ''] = lines(over).slice(3);
  expect(heads).toMatch(/38;5;247m Package +Users .*38;5;75m *Signed in.*38;5;247m *Licenses/);
  expect(exceeded).toMatch(/38;5;210m *-1 .*38;5;210m▰.*38;5;222mover since/);
  expect(empty).toMatch(/38;5;247m *0 .*38;5;222m *0 /);
  expect(lines({ ...over, license_model: 'named' })[3]).toMatch(/38;5;75m *Users.*38;5;247m *Signed in/);
});

it('says in full since when a pool is exceeded, and until when that is free, in every width', () => {
  for (let width = 56; width <= 196; width++) {
    const lines = shown([licensesBlock(over, width)], width);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(lines.join('\n')).toMatch(/Essentials.* over since [\d: -]+, free until [\d: -]+/);
  }
});

it('says how many more times over a pool there were than are shown', () => {
  const overages = [{ ...overage, change_set_id: 7 }];
  const of = (overages_not_listed: number) =>
    shown(overageBlocks({ ...over, overages, overages_not_listed }, 76), 76).join('\n');
  expect(of(0)).not.toContain('more');
  expect(of(1)).toContain('\n1 more time: roster account --usage');
  expect(of(1_234)).toContain('\n1,234 more times: roster account --usage');
});

it('knows how many lines each part takes', () => {
  const none = { ...over, overages: [], peaks: [], roles: [], queues: [] };
  const usages = [
    over,
    none,
    { ...over, overages: [{ ...overage, change_set_id: null }], overages_not_listed: 2 },
  ];
  for (const width of [60, 80, 100, 140])
    for (const usage of usages) expect(wrongBlocks(usageBlocks(usage, width), width - 4)).toEqual([]);
});
