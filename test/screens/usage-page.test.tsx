import { Box } from 'ink';
import { expect, it } from 'vitest';
import { Blocks, linesIn } from '../../source/components/blocks.tsx';
import type { Usage } from '../../source/roster/licenses/usage.ts';
import { usageContent } from '../../source/screens/usage/blocks.ts';
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
    { id: 1, name: 'Agent', users: 1_400 },
    { id: 2, name: 'Supervisor', users: 0 },
  ],
  queues: texts.map((name, index) => ({ id: index, name, users: index })),
  peaks: Array.from({ length: 24 }, (_, hour) => ({
    hour: new Date(Date.UTC(2026, 10, 22, 8 + hour)).toISOString(),
    package_name: 'essentials' as const,
    peak: hour,
  })),
  overages: [],
  overages_not_listed: 0,
};

const overage = { package_name: 'essentials', since: over.at, until: null, most: 3, total: 2 } as const;

/** The whole page, on a screen of `width` cells. */
const usageBlocks = (usage: Usage, width: number) => usageContent(usage, width).blocks;

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
    'Essentials  1,500          3         2    -1  ▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰  over since 07:45, free until 08:15',
    'Premium         0          0        10     0  ▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰',
    'Elite           0          0         0',
  ]);
});

it('has everything of the page, the charts as wide as there is room', () => {
  const usage = { ...over, overages: [{ ...overage, change_set_id: 7 }] };
  const page = shown(usageBlocks(usage, 100), 96).join('\n');
  expect(page).toMatch(/More signed in than licenses\nPackage +Since +Until +Most +Began by/);
  expect(page).toMatch(/Essentials {2}2026-11-23 08:00 {2}now +3 of 2 {2}free +change set 7/);
  expect(page).toMatch(/\n {13}2 ┄┄┄▂▂┄▃▃┄.*┄██┄██┄\n {15}08:00 {4}11:00/);
  expect(page).toMatch(/Users by role\nAgent +1,400 {2}▰{57}\nSupervisor +0\n\nUsers by queue/);
  expect(shown(usageBlocks(usage, 140), 136).join('\n')).toMatch(/\nAgent +1,400 {2}▰{97}\n/);
});

it('draws a line for the licenses that were bought, with a scale from 0 to the highest', () => {
  const chart = (total: number) => {
    const pools = [{ package_name: 'essentials' as const, total, used: 0, exceeded_since: null }];
    const lines = shown(usageBlocks({ ...over, pools }, 80), 76);
    const at = lines.findIndex(line => line.startsWith('Signed in at once'));
    return lines.slice(at + 2, at + 6);
  };
  const enough = chart(100);
  expect(enough[0]).toMatch(/^Essentials {2}100 ┄{48}$/);
  expect(enough[1]).toMatch(/^peak 23$/);
  expect(enough[3]).toMatch(/^ {14}0 {3}▁ ▁ ▁ ▂/);
  const short = chart(12);
  expect(short[0]).toMatch(/^Essentials {2}23 .*█$/);
  expect(short[1]).toMatch(/^peak 23 +12 ┄+▁┄▃┄.*█┄$/);
});

it('moves a cursor over what is counted, and shows the users of its row', () => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('r', 'escape', '<', 'l');
  s.send({ type: 'usage', usage: over });
  const cursorLine = () => s.lines().find(line => line.startsWith(' ▸')) ?? '';
  expect(cursorLine()).toContain('Essentials');
  s.press('down', 'down');
  expect(cursorLine()).toContain('Elite');
  s.press('down');
  expect(cursorLine()).toMatch(/▸ Essentials +23/);
  s.press('down', 'down');
  expect(cursorLine()).toContain('Supervisor');
  s.press('end', 'home', 'pagedown');
  expect(cursorLine()).not.toBe('');
  s.press('home');
  expect(cursorLine()).toMatch(/Essentials +1,500/);
  s.send({ type: 'usage', usage: { ...over, pools: over.pools.slice(1) } });
  s.press('home', 'enter');
  expect(s.app.layers).toEqual([]);
  expect(s.app.roster.view).toMatchObject({
    ...{ package: 'premium', role: null, queue: null, search: '' },
    sort: { column: 'presence', reverse: false },
  });
});

it.each([
  ['Agent', { role: { id: 1, name: 'Agent' } }],
  ['9', { queue: { id: 9 } }],
])('opens role and queue as well: %s', (text, filter) => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('l');
  s.send({ type: 'usage', usage: over });
  for (let at = 0; at < 40; at++) {
    const line = s.lines().find(line => line.startsWith(' ▸')) ?? '';
    if (line.includes(text) && !line.includes('Essentials')) break;
    s.press('down');
  }
  s.press('enter');
  expect(s.app.roster.view).toMatchObject(filter);
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
