import { bars } from '../../components/bars.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { localClock } from '../../roster/local-time.ts';
import type { Usage } from '../../roster/usage.ts';
import { capitalized, number } from '../../roster/words.ts';
import { fit } from '../../terminal/width.ts';

const muted = { color: 'muted' } as const;
const labelWidth = 14;
const barHeight = 3;

/** An hour has a label where there is room for it. */
const hoursBetweenLabels = 3;

/** The most users signed in at once in each hour of the last day, package by package. */
export function peakLines({ peaks }: Usage, width: number, look: Look): Span[][] {
  const byPackage = [...Map.groupBy(peaks, peak => peak.package_name)];
  const charts = byPackage.filter(([, hours]) => hours.some(hour => (hour.peak ?? 0) > 0));
  const [first] = charts;
  if (!first) return [[span('Nobody was signed in, or nothing is known of it yet.', muted)]];
  const hours = first[1].map(({ hour }) => hour);
  const barWidth = width - labelWidth >= hours.length * 3 ? 2 : 1;
  const most = Math.max(...charts.flatMap(([, counts]) => counts.map(({ peak }) => peak ?? 0)));
  return [
    ...charts.flatMap(([package_name, counts]) => {
      const values = counts.map(({ peak }) => peak);
      return [
        [],
        ...labeled(
          capitalized(package_name),
          values,
          trimmed(bars(values, { most, height: barHeight, barWidth }, look)),
          look,
        ),
      ];
    }),
    [],
    axis(hours, barWidth + 1),
  ];
}

/** Without the lines that no bar reaches; two stay for what stands beside them. */
function trimmed(lines: Span[][]): Span[][] {
  const from = lines.findIndex(line => line.some(({ text }) => text.trim() !== ''));
  return lines.slice(Math.min(from, lines.length - 2));
}

/** The name and the highest peak stand beside the bars. */
function labeled(
  title: string,
  values: readonly (number | null)[],
  lines: readonly Span[][],
  look: Look,
): Span[][] {
  const highest = `peak ${number(Math.max(...values.map(value => value ?? 0)))}`;
  const labels = [...Array<string>(lines.length - 2).fill(''), title, highest];
  return lines.map((line, index) => [
    span(fit(labels[index] ?? '', labelWidth, look.marks), index === lines.length - 1 ? muted : {}),
    ...line,
  ]);
}

function axis(hours: readonly string[], step: number): Span[] {
  const labels = hours
    .map((hour, index) =>
      index % hoursBetweenLabels === 0 ? localClock(hour).padEnd(step * hoursBetweenLabels) : '',
    )
    .join('');
  return [span(' '.repeat(labelWidth)), span(labels, muted)];
}
