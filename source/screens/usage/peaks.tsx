import { Box, Text } from 'ink';
import { Bars, barsHeight } from '../../components/bars.tsx';
import { type Block, lineBlock } from '../../components/blocks.tsx';
import { localClock } from '../../roster/local-time.ts';
import type { Usage } from '../../roster/usage.ts';
import { capitalized, number } from '../../roster/words.ts';
import { useTheme } from '../../theme/theme-context.ts';

const labelWidth = 14;

/** The highest bar, in lines; two at least are needed for what stands beside it. */
const height = 3;
const leastHeight = 2;

/** An hour has a label where there is room for it. */
const hoursBetweenLabels = 3;

/** The most users signed in at once in each hour of the last day, package by package. */
export function peakBlocks({ peaks }: Usage, width: number): Block[] {
  const byPackage = [...Map.groupBy(peaks, peak => peak.package_name)];
  const charts = byPackage.filter(([, hours]) => hours.some(hour => (hour.peak ?? 0) > 0));
  const [first] = charts;
  if (!first) return [lineBlock('no peaks', 'Nobody was signed in, or nothing is known of it yet.', 'muted')];
  const hours = first[1].map(({ hour }) => hour);
  const barWidth = width - labelWidth >= hours.length * 3 ? 2 : 1;
  const most = Math.max(...charts.flatMap(([, counts]) => counts.map(({ peak }) => peak ?? 0)));
  return [
    ...charts.map(([package_name, counts]): Block => {
      const bars = { values: counts.map(({ peak }) => peak), most, height, barWidth };
      return {
        key: package_name,
        height: 1 + Math.max(leastHeight, barsHeight(bars)),
        draw: () => <Chart title={capitalized(package_name)} bars={bars} />,
      };
    }),
    { key: 'axis', height: 2, draw: () => <Axis hours={hours} step={barWidth + 1} width={width} /> },
  ];
}

/** The name and the highest peak stand beside the bars. */
function Chart({ title, bars }: { title: string; bars: Parameters<typeof Bars>[0] }) {
  const theme = useTheme();
  const highest = Math.max(...bars.values.map(value => value ?? 0));
  return (
    <Box marginTop={1} alignItems="flex-end">
      <Box width={labelWidth} flexShrink={0} flexDirection="column">
        <Text wrap="truncate" {...theme.text}>
          {title}
        </Text>
        <Text wrap="truncate" {...theme.muted}>
          peak {number(highest)}
        </Text>
      </Box>
      <Bars {...bars} />
    </Box>
  );
}

/** The hours below the bars, as far as there is room for them. */
function Axis({ hours, step, width }: { hours: readonly string[]; step: number; width: number }) {
  const theme = useTheme();
  const every = step * hoursBetweenLabels;
  const labels = hours.filter((_, index) => index % hoursBetweenLabels === 0).map(localClock);
  const shown = labels.filter((label, index) => labelWidth + index * every + label.length <= width);
  return (
    <Box marginTop={1} marginLeft={labelWidth}>
      {shown.map(label => (
        <Box key={label} width={every} flexShrink={0}>
          <Text {...theme.muted}>{label}</Text>
        </Box>
      ))}
    </Box>
  );
}
