import { Box, Text } from 'ink';
import { Meter } from '../../components/meter.tsx';
import { Wrapped, wrapLines } from '../../components/wrapped.tsx';
import { graceOf } from '../../roster/licenses/grace.ts';
import type { Usage } from '../../roster/licenses/usage.ts';
import type { PoolUse } from '../../roster/plan/facts.ts';
import { localClock } from '../../roster/text/local-time.ts';
import { capitalized } from '../../roster/text/words.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { UsageBlock } from './blocks.ts';
import { PoolTable, poolTableWidth } from './pool-table.tsx';

/** Cells of a meter: none is drawn where there are fewer, and longer ones are no easier to read. */
const meterSize = { least: 20, most: 60 };

/** Cells between the table, the meters and the notes. */
const gap = 2;

/** The license pools: numbers, meters, and since when one is exceeded. */
export function licensesBlock(usage: Usage, width: number): UsageBlock {
  const notes = usage.pools.map(pool => graceNote(pool, usage.at));
  const room = width - poolTableWidth(usage) - gap;
  const hasMeters = room >= meterSize.least;
  const widestNote = Math.max(0, ...notes.map(({ text }) => text.length));
  // What costs money is never cut: where it has no room beside the meters it stands below them.
  const areBeside = widestNote <= room - (hasMeters ? meterSize.least + gap : 0);
  const meterRoom = areBeside && widestNote > 0 ? room - gap - widestNote : room;
  const cells = Math.min(meterSize.most, meterRoom);
  const below = areBeside ? [] : notes.filter(({ text }) => text !== '').map(withPackage);
  const lines = below.reduce((sum, { text }) => sum + wrapLines(text, width).length, 0);
  return {
    key: 'licenses',
    height: 1 + notes.length + lines,
    opens: new Map(usage.pools.map(({ package_name }, index) => [1 + index, { package: package_name }])),
    draw: () => (
      <>
        <Box columnGap={gap}>
          <PoolTable usage={usage} />
          {hasMeters && <Meters pools={usage.pools} cells={cells} />}
          {areBeside && <Notes notes={notes} />}
        </Box>
        <NotesBelow notes={below} width={width} />
      </>
    ),
  };
}

interface Note {
  pool: PoolUse;
  text: string;
  style: 'warning' | 'danger';
}

function withPackage({ pool, text, style }: Note): Note {
  return { pool, text: `${capitalized(pool.package_name)}: ${text}`, style };
}

function Meters({ pools, cells }: { pools: readonly PoolUse[]; cells: number }) {
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={1} width={cells}>
      {pools.map(({ package_name, used, total }) => (
        // Nobody bought any: there is nothing to fill.
        <Box key={package_name} height={1}>
          {(used > 0 || total > 0) && <Meter used={used} total={total} cells={cells} />}
        </Box>
      ))}
    </Box>
  );
}

function Notes({ notes }: { notes: readonly Note[] }) {
  const theme = useTheme();
  return (
    <Box flexDirection="column" flexShrink={0} marginTop={1}>
      {notes.map(({ pool, text, style }) => (
        <Box key={pool.package_name} height={1}>
          <Text {...theme[style]}>{text}</Text>
        </Box>
      ))}
    </Box>
  );
}

function NotesBelow({ notes, width }: { notes: readonly Note[]; width: number }) {
  const theme = useTheme();
  return notes.map(({ pool, text, style }) => (
    <Wrapped key={pool.package_name} width={width} style={theme[style]}>
      {text}
    </Wrapped>
  ));
}

/** Since when a pool is exceeded, and until when that costs nothing (domain rule 4); empty where it is not. */
function graceNote(pool: PoolUse, at: string): Note {
  const grace = graceOf(pool, new Date(at));
  if (!grace) return { pool, text: '', style: 'warning' };
  const since = `over since ${localClock(grace.exceededSince)}, `;
  const until = localClock(grace.graceUntil);
  return grace.overdue
    ? { pool, text: `${since}billed since ${until}`, style: 'danger' }
    : { pool, text: `${since}free until ${until}`, style: 'warning' };
}
