import { Box, Text } from 'ink';
import { type CellProps, Table } from 'ink-table';
import { memo, type PropsWithChildren } from 'react';
import type { Usage } from '../../roster/licenses/usage.ts';
import { capitalized, number } from '../../roster/text/words.ts';
import { useTheme } from '../../theme/theme-context.ts';

const heads = ['Package', 'Users', 'Signed in', 'Licenses', 'Left'] as const;

const columns = heads.map(key => ({ key, align: key === 'Package' ? 'left' : 'right' }) as const);

type Row = Record<(typeof heads)[number], string | null>;

/** Cells at both sides of each column. */
const padding = 1;

/** Each package: how many users hold it, how many are signed in, and how many of its licenses are left. */
export const PoolTable = memo(function PoolTable({ usage }: { usage: Usage }) {
  const { license_model } = usage;
  return (
    <Box flexShrink={0} marginX={-padding}>
      <Table
        // A table keeps the components that it was mounted with.
        key={license_model}
        data={rowsOf(usage)}
        columns={columns}
        padding={padding}
        header={license_model === 'named' ? HeadOfNamed : HeadOfConcurrent}
        cell={Cell}
        skeleton={NoRule}
      />
    </Box>
  );
});

/** Cells from the first letter to the last digit. */
export function poolTableWidth(usage: Usage): number {
  const rows = rowsOf(usage);
  const widths = heads.map(head => Math.max(head.length, ...rows.map(row => row[head]?.length ?? 0)));
  return widths.reduce((sum, width) => sum + width + 2 * padding, -2 * padding);
}

function rowsOf({ pools, packages }: Usage): Row[] {
  return pools.map(({ package_name, used, total }) => {
    const count = packages.find(one => one.package_name === package_name);
    return {
      Package: capitalized(package_name),
      Users: number(count?.users ?? 0),
      'Signed in': number(count?.signed_in ?? 0),
      Licenses: number(total),
      // Of what nobody bought nothing can be left.
      Left: used === 0 && total === 0 ? null : number(total - used),
    };
  });
}

/** What the license model counts stands out. */
function HeadOfNamed({ children }: PropsWithChildren) {
  return <Head counted="Users">{children}</Head>;
}

function HeadOfConcurrent({ children }: PropsWithChildren) {
  return <Head counted="Signed in">{children}</Head>;
}

function Head({ counted, children }: PropsWithChildren<{ counted: (typeof heads)[number] }>) {
  const theme = useTheme();
  return <Text {...(String(children).trim() === counted ? theme.accent : theme.muted)}>{children}</Text>;
}

function Cell({ column, children }: CellProps) {
  const theme = useTheme();
  const text = String(children).trim();
  const isLeft = heads[column] === 'Left';
  if (isLeft && text.startsWith('-')) return <Text {...theme.dangerStrong}>{children}</Text>;
  if (isLeft && text === '0') return <Text {...theme.warning}>{children}</Text>;
  return <Text {...(text === '0' ? theme.muted : theme.text)}>{children}</Text>;
}

/** Lines between the rows would be more than the numbers. */
function NoRule() {
  return null;
}
