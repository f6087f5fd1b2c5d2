import { Box, Text } from 'ink';
import { describe, expect, it } from 'vitest';
import { Blocks, linesIn } from '../../source/components/blocks.tsx';
import { Dialog, dialogWidth } from '../../source/components/dialog.tsx';
import { Hints } from '../../source/components/hints.tsx';
import { Key } from '../../source/components/key.tsx';
import { Meter } from '../../source/components/meter.tsx';
import { columns, lines, looks } from './rendered.tsx';

describe('a dialog', () => {
  const dialog = (title: string, width = 40, tone: 'accent' | 'danger' = 'accent') => (
    <Box height={12} flexDirection="column">
      <Text>{'behind '.repeat(14)}</Text>
      <Text>{`\n${'behind '.repeat(14)}`.repeat(10)}</Text>
      <Dialog title={title} width={width} size={{ columns, rows: 12 }} tone={tone}>
        <Text>First</Text>
        <Text> </Text>
        <Text>Last</Text>
      </Dialog>
    </Box>
  );

  it('stands in the middle, a little above the center, and nothing shows through', () => {
    const shown = lines(dialog('Title'));
    expect(shown.findIndex(line => line.includes('╭'))).toBe(2);
    expect(shown.slice(2, 7).map(line => line.slice(30, 70))).toEqual([
      `╭─ Title ${'─'.repeat(30)}╮`,
      `│ First${' '.repeat(32)}│`,
      `│${' '.repeat(38)}│`,
      `│ Last${' '.repeat(33)}│`,
      `╰${'─'.repeat(38)}╯`,
    ]);
    expect(shown[3]).toMatch(/^behind.* be│ First +│behind.*$/);
  });

  it('cuts a long title, and keeps its corners', () => {
    expect(lines(dialog('長い名前 '.repeat(20)))[2]!).toMatch(/╭─ 長い名前 .*… *─*╮/);
  });

  it('has no room to spare beside it where the terminal is narrow', () => {
    expect([dialogWidth(80, 120), dialogWidth(80, 85), dialogWidth(80, 60)]).toEqual([80, 85, 60]);
  });

  it.each([
    ['accent', 24, 'fg 75'],
    ['danger', 24, 'fg 210'],
    ['danger', 4, 'fg 1'],
    ['danger', 0, ''],
  ] as const)('of the tone %s has its frame in it, at a depth of %i', async (tone, depth, look) => {
    const top = (await looks(dialog('Title', 40, tone), depth))[2]!;
    const frame = look && ` [${look}]`;
    expect(top).toContain(`Title [bold${look && `, ${look}`}]`);
    expect(top.find(run => run.includes('─╮'))).toMatch(new RegExp(`─╮${frame.replace(/[[\]]/g, '\\$&')}`));
  });
});

describe('blocks', () => {
  const blocks = ['a', 'b', 'c'].map((key, index) => ({
    key,
    height: index + 1,
    draw: () => <Text>{Array.from({ length: index + 1 }, (_, line) => `${key}${line}`).join('\n')}</Text>,
  }));
  const all = ['a0', 'b0', 'b1', 'c0', 'c1', 'c2'];

  it('are seen from any line on, as many as there is room for', () => {
    expect(linesIn(blocks)).toBe(6);
    for (let top = 0; top <= 3; top++)
      expect(lines(<Blocks blocks={blocks} top={top} height={3} />)).toEqual(all.slice(top, top + 3));
  });

  it('end at the bottom, wherever one scrolls', () => {
    expect(lines(<Blocks blocks={blocks} top={50} height={4} />)).toEqual(all.slice(-4));
    expect(lines(<Blocks blocks={blocks} top={1} height={8} />)).toEqual([...all, '', '']);
  });
});

describe('hints', () => {
  const hints = [
    { keys: 'Enter', label: 'take', weight: 9 },
    { keys: '↑↓', label: 'move', weight: 0 },
    { keys: 'Esc', label: 'leave', weight: 8 },
  ];

  it('leave from the lightest on where there is no room', () => {
    const shown = [100, 30, 22, 10, 3].map(width => lines(<Hints hints={hints} width={width} />)[0]);
    expect(shown).toEqual([
      'Enter take  ↑↓ move  Esc leave',
      'Enter take  ↑↓ move  Esc leave',
      'Enter take  Esc leave',
      'Enter take',
      'Enter take',
    ]);
  });

  it.each([
    [24, ['Enter [bold, fg 75]', 'take [fg 247]']],
    [4, ['Enter [bold, fg 6]', 'take [dim]']],
    [0, ['Enter [bold]', 'take']],
  ] as const)('have their keys stand out, at a depth of %i', async (depth, look) => {
    expect(await looks(<Hints hints={hints.slice(0, 1)} width={20} />, depth)).toEqual([look]);
    expect(await looks(<Key name="Enter" label="take" />, depth)).toEqual([look]);
  });
});

it('lets the key that can not be taken back stand out in another color', async () => {
  expect(await looks(<Key name="y" label="remove" tone="danger" />, 24)).toEqual([
    ['y [bold, fg 210]', 'remove [fg 247]'],
  ]);
});

describe('a meter', () => {
  const meter = (used: number, total: number) => <Meter used={used} total={total} cells={10} />;

  it('fills with what is used: from the first on, and whole only when nothing is left', () => {
    const shown = [
      [0, 100],
      [1, 100],
      [50, 100],
      [99, 100],
      [100, 100],
      [120, 100],
      [0, 0],
      [1, 0],
    ] as const;
    expect(shown.map(([used, total]) => lines(meter(used, total))[0]!.indexOf('▱'))).toEqual([
      0, 1, 5, 9, -1, -1, 0, -1,
    ]);
  });

  it('warns when nearly full, alarms when full', async () => {
    const filled = async (used: number, depth: 0 | 4 | 24) => (await looks(meter(used, 100), depth))[0]![0];
    expect(await Promise.all([50, 95, 100].map(used => filled(used, 24)))).toEqual([
      '▰▰▰▰▰ [fg 75]',
      '▰▰▰▰▰▰▰▰▰ [fg 222]',
      '▰▰▰▰▰▰▰▰▰▰ [fg 210]',
    ]);
    expect(await filled(100, 4)).toBe('▰▰▰▰▰▰▰▰▰▰ [fg 1]');
    expect(await filled(100, 0)).toBe('▰▰▰▰▰▰▰▰▰▰');
  });
});
