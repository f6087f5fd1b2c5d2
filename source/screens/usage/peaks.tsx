import { Box, Text } from 'ink';
import { Bars, type BarsProps, limitLine } from '../../components/bars.tsx';
import { lineBlock } from '../../components/blocks.tsx';
import type { HourPeak, Usage } from '../../roster/licenses/usage.ts';
import { localClock } from '../../roster/text/local-time.ts';
import { capitalized, number } from '../../roster/text/words.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { UsageBlock } from './blocks.ts';

/** Lines of a chart. */
const height = 4;

/** An hour has a label where there is room for it. */
const hoursBetweenLabels = 3;

/** The most users signed in at once in each hour of the last day: a chart for each package that anybody used. */
export function peakBlocks({ peaks, pools }: Usage, width: number): UsageBlock[] {
  const charts = [...Map.groupBy(peaks, peak => peak.package_name)]
    .filter(([, hours]) => hours.some(hour => (hour.peak ?? 0) > 0))
    .map(([name, hours]) => ({
      ...{ name, hours, title: capitalized(name), peak: highest(hours) },
      licenses: pools.find(pool => pool.package_name === name)?.total ?? 0,
    }));
  const title = 'Signed in at once, by hour of the last day';
  const [first] = charts;
  if (!first)
    return [
      lineBlock('peaks', title, 'strong', 1),
      lineBlock('no peaks', 'Nobody was signed in, or nothing is known of it yet.', 'muted'),
    ];
  const widths = chartWidths(charts, first.hours.length, width);
  return [
    { key: 'peaks', height: 2, draw: () => <Title title={title} /> },
    ...charts.map(
      ({ name, hours, title, peak, licenses }): UsageBlock => ({
        key: name,
        height: height + 1,
        opens: new Map([[1, { package: name }]]),
        draw: () => (
          <Chart
            title={title}
            peak={peak}
            widths={widths}
            bars={{
              ...{ values: hours.map(hour => hour.peak), most: Math.max(peak, licenses), height },
              ...{ barWidth: widths.bar, limit: licenses },
            }}
          />
        ),
      }),
    ),
    {
      key: 'axis',
      height: 1,
      draw: () => <Axis hours={first.hours.map(({ hour }) => hour)} widths={widths} width={width} />,
    },
  ];
}

function highest(hours: readonly HourPeak[]): number {
  return Math.max(...hours.map(({ peak }) => peak ?? 0));
}

/** Cells of a chart's name, of the numbers of its scale, and of a bar. */
interface ChartWidths {
  label: number;
  scale: number;
  bar: number;
}

function chartWidths(
  charts: readonly { title: string; peak: number; licenses: number }[],
  hours: number,
  width: number,
): ChartWidths {
  const labels = charts.flatMap(({ title, peak }) => [title, peakText(peak)]);
  const label = Math.max(...labels.map(({ length }) => length)) + 2;
  const most = Math.max(...charts.map(({ peak, licenses }) => Math.max(peak, licenses)));
  const scale = number(most).length + 1;
  const room = width - label - scale;
  return { label, scale, bar: Math.max(1, Math.floor(room / hours) - 1) };
}

function peakText(peak: number): string {
  return `peak ${number(peak)}`;
}

function Title({ title }: { title: string }) {
  const theme = useTheme();
  return (
    <Box marginTop={1}>
      <Text wrap="truncate">
        <Text {...theme.strong}>{title}</Text>
        <Text {...theme.muted}>
          {'   '}
          {marks.limit.repeat(3)} licenses
        </Text>
      </Text>
    </Box>
  );
}

interface ChartProps {
  title: string;
  peak: number;
  widths: ChartWidths;
  bars: BarsProps;
}

/** Its name and highest peak, the scale, and the bars before the line of the licenses that were bought. */
function Chart({ title, peak, widths, bars }: ChartProps) {
  const theme = useTheme();
  return (
    <Box marginTop={1}>
      <Box width={widths.label} flexShrink={0} flexDirection="column">
        <Text {...theme.text}>{title}</Text>
        <Text {...theme.muted}>{peakText(peak)}</Text>
      </Box>
      <Box width={widths.scale} flexShrink={0} paddingRight={1} flexDirection="column" alignItems="flex-end">
        {scaleOf(bars).map(({ line, text }) => (
          <Text key={line} {...theme.muted}>
            {text}
          </Text>
        ))}
      </Box>
      <Box flexDirection="column">
        <Bars {...bars} />
      </Box>
    </Box>
  );
}

/** What stands at the lines of a chart, from the top: its highest value, the licenses that were bought, and 0. */
function scaleOf(bars: BarsProps): { line: number; text: string }[] {
  const texts = new Map([
    [1, '0'],
    [height, number(bars.most)],
    [limitLine(bars), number(bars.limit)],
  ]);
  return Array.from({ length: height }, (_, index) => {
    const line = height - index;
    return { line, text: texts.get(line) ?? ' ' };
  });
}

/** The hours below the bars, as far as there is room for them. */
function Axis({ hours, widths, width }: { hours: readonly string[]; widths: ChartWidths; width: number }) {
  const theme = useTheme();
  const every = (widths.bar + 1) * hoursBetweenLabels;
  const left = widths.label + widths.scale;
  const labels = hours.filter((_, index) => index % hoursBetweenLabels === 0).map(localClock);
  const shown = labels.filter((label, index) => left + index * every + label.length <= width);
  return (
    <Box marginLeft={left}>
      {shown.map(label => (
        <Box key={label} width={every} flexShrink={0}>
          <Text {...theme.muted}>{label}</Text>
        </Box>
      ))}
    </Box>
  );
}
