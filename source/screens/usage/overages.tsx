import { lineBlock } from '../../components/blocks.tsx';
import { type Column, Columns } from '../../components/columns.tsx';
import { span } from '../../components/span.tsx';
import { isBilled } from '../../roster/licenses/grace.ts';
import type { Usage } from '../../roster/licenses/usage.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { capitalized, counted, number } from '../../roster/text/words.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { UsageBlock } from './blocks.ts';

const heads = ['Package', 'Since', 'Until', 'Most', '', 'Began by'];
const columns: Column[] = [{}, {}, {}, { align: 'right' }, {}, { leaves: 1 }];

/** The times over the pools, the newest first, below a title; nothing where there were none. */
export function overageBlocks(usage: Usage, width: number): UsageBlock[] {
  const { overages, overages_not_listed } = usage;
  if (overages.length === 0) return [];
  const more = `${counted(overages_not_listed, 'more time')}: roster account --usage`;
  return [
    lineBlock('overages', 'More signed in than licenses', 'strong', 1),
    {
      key: 'overage table',
      height: 1 + overages.length,
      opens: new Map(overages.map(({ package_name }, index) => [1 + index, { package: package_name }])),
      draw: () => <OverageTable usage={usage} width={width} />,
    },
    ...(overages_not_listed > 0 ? [lineBlock('more overages', more, 'muted')] : []),
  ];
}

function OverageTable({ usage: { overages, at }, width }: { usage: Usage; width: number }) {
  const theme = useTheme();
  const rows = overages.map(overage => [
    [span(capitalized(overage.package_name), theme.text)],
    [span(localTime(overage.since), theme.text)],
    [overage.until === null ? span('now', theme.warning) : span(localTime(overage.until), theme.text)],
    [span(`${number(overage.most)} of ${number(overage.total)}`, theme.text)],
    [isBilled(overage, new Date(at)) ? span('billed', theme.danger) : span('free', theme.muted)],
    [span(overage.change_set_id === null ? '' : `change set ${overage.change_set_id}`, theme.muted)],
  ]);
  const titles = heads.map(title => [span(title, theme.muted)]);
  return <Columns rows={[titles, ...rows]} columns={columns} width={width} />;
}
