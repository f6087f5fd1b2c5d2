import { Box } from 'ink';
import { expect, it } from 'vitest';
import { textField } from '../../source/keys/text-field.ts';
import type { ListItem as PickItem } from '../../source/keys/typed-list.ts';
import { PickPanel } from '../../source/screens/pick/panel.tsx';
import type { PickLayer } from '../../source/screens/pick/state.ts';
import { makeTheme } from '../../source/theme/theme.ts';
import { columns, lines, looks } from '../components/rendered.tsx';

const size = { columns, rows: 14 };

const commands: PickItem[] = [
  { id: 'edit', label: 'Edit', detail: 'e', disabled: 'Maria may look but not change.' },
  { id: 'history', label: 'History', detail: 'h', disabled: null },
  { id: 'move', label: 'Move', detail: '↑ ↓', disabled: null },
];

function list(purpose: PickLayer['purpose'], change: Partial<PickLayer> = {}) {
  const layer: PickLayer = {
    ...{ kind: 'pick', purpose, title: 'Title', items: commands, field: textField() },
    ...{ current: 'history', row: null, ids: [], picked: null },
    ...change,
  };
  return (
    <Box height={size.rows}>
      <PickPanel layer={layer} size={size} />
    </Box>
  );
}

/** The lines inside of the frame, without blanks around them. */
function inside(element: ReturnType<typeof list>, theme?: ReturnType<typeof makeTheme>): string[] {
  return lines(element, theme).flatMap(line => /│ (.*) │/.exec(line)?.[1]?.trimEnd() ?? []);
}

it('shows commands with their keys, what can not be run now, and why', () => {
  expect(inside(list('commands'))).toEqual([
    '> ▏',
    '',
    `  e                Edit${' '.repeat(45)} not now`,
    '▸ h                History',
    '  ↑ ↓              Move',
    '',
    '',
  ]);
  expect(inside(list('commands', { current: 'edit' }))).toContain('Maria may look but not change.');
  expect(inside(list('commands'), makeTheme(0, true))).toContain('  Up/Down          Move');
});

it('shows in the menu of a row the key at the right, or that it can not be run', () => {
  expect(inside(list('row', { current: 'edit' }))).toEqual([
    '> ▏',
    '',
    `▸ Edit${' '.repeat(32)} not now`,
    `  History${' '.repeat(36)}h`,
    `  Move${' '.repeat(37)}↑ ↓`,
    'Maria may look but not change.',
    '',
  ]);
});

it('shows what is picked where several may be', () => {
  const boxes = inside(list('columns', { picked: ['history'] })).map(line => line.slice(0, 12).trim());
  expect(boxes).toEqual(['> ▏', '', '☐ Edit', '▸ ☑ History', '☐ Move']);
});

it('keeps its height however far it is narrowed, and says that nothing matches', () => {
  const { length } = lines(list('queue'));
  expect(inside(list('queue', { field: textField('his') }))).toEqual([
    '> his▏',
    '',
    expect.any(String),
    '',
    '',
  ]);
  expect(inside(list('queue', { field: textField('zzz') }))[2]).toBe('  Nothing matches.');
  expect(lines(list('queue', { field: textField('zzz') }))).toHaveLength(length);
});

it('shows what is around the cursor, and where that is', () => {
  const items = Array.from({ length: 40 }, (_, n) => ({
    id: n,
    label: `Queue ${n}`,
    detail: '',
    disabled: null,
  }));
  const shown = inside(list('queue', { items, current: 20 }));
  expect(shown).toEqual([
    expect.stringMatching(/^> ▏ +21 of 40 {2}↓ 18 more$/),
    '',
    '  Queue 18',
    '  Queue 19',
    '▸ Queue 20',
    '  Queue 21',
  ]);
  expect(inside(list('queue', { items, current: 39 })).at(-1)).toBe('▸ Queue 39');
});

it.each([
  [24, 'bg 25'],
  [4, 'bg 4'],
  [0, 'inverse'],
] as const)(
  'has one background from edge to edge on the row of the cursor, at a depth of %i',
  async (depth, fill) => {
    const rows = await looks(list('commands'), depth);
    const filled = rows.flat().filter(run => run.includes(fill));
    expect(filled.map(run => run.replace(/ \[.*/, '')).join('')).toMatch(/^▸ h {16}History {50}$/);
  },
);
