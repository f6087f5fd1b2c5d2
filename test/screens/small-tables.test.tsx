import { Box } from 'ink';
import { expect, it } from 'vitest';
import { Bars } from '../../source/components/bars.tsx';
import { type Column, Columns } from '../../source/components/columns.tsx';
import { NameAndEmail } from '../../source/components/name-and-email.tsx';
import { span } from '../../source/components/span.tsx';
import { componentLines } from './drawn.tsx';

function table(rows: readonly string[][], columns: readonly Column[], width: number): string[] {
  const cells = rows.map(texts => texts.map(text => [span(text)]));
  return componentLines(
    <Box width={width} flexDirection="column">
      <Columns rows={cells} columns={columns} width={width} />
    </Box>,
  );
}

const rows = [
  ['Queue', 'Users', 'Channel'],
  ['日本語サポート', '1,200', 'voice'],
  ['A queue with a long name', '3', 'email'],
];
const columns: Column[] = [{ min: 10, max: 20 }, { align: 'right' }, { leaves: 1 }];

it('lays cells out below each other, numbers at the right, names of any script', () => {
  expect(table(rows, columns, 60).slice(0, 3)).toEqual([
    'Queue                 Users  Channel',
    '日本語サポート        1,200  voice',
    'A queue with a long…      3  email',
  ]);
});

it('cuts what may be cut where there is little room, and leaves out what may leave after that', () => {
  expect(table(rows, columns, 28).slice(0, 3)).toEqual([
    'Queue         Users  Channel',
    '日本語サポ…   1,200  voice',
    'A queue wit…      3  email',
  ]);
  expect(table(rows, columns, 22).slice(0, 3)).toEqual([
    'Queue            Users',
    '日本語サポート   1,200',
    'A queue with a…      3',
  ]);
});

it('draws bars in eighths of a cell before a line at the limit', () => {
  const bars = { values: [0, 1, 8, null, 12], most: 16, height: 2, barWidth: 1, limit: 16 };
  expect(componentLines(<Bars {...bars} />)).toEqual(['┄┄┄┄┄┄┄┄▄┄', '  ▁ █   █']);
  const low = { ...bars, values: [3, 1], barWidth: 2, limit: 2 };
  expect(componentLines(<Bars {...low} />)).toEqual(['', '▃▃┄▁▁┄']);
});

it('shortens a name for the e-mail behind it, but no further than to half of the room', () => {
  const shown = (name: string, email: string, width: number) =>
    componentLines(<NameAndEmail name={name} email={email} width={width} />)[0];
  expect(shown('Ana Silva', 'ana@acme.example', 40)).toBe('Ana Silva  ana@acme.example');
  expect(shown('Ana Beatriz de Sousa e Silva', 'ana@acme.example', 40)).toBe(
    'Ana Beatriz de Sousa …  ana@acme.example',
  );
  expect(shown('長い名前 '.repeat(25), 'e'.repeat(200), 40)).toMatch(/^長い名前 長い名前.*… +e+…$/);
});
