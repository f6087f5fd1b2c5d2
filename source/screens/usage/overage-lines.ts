import { type Column, inColumns } from '../../components/columns.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { isBilled } from '../../roster/grace.ts';
import { localTime } from '../../roster/local-time.ts';
import type { Usage } from '../../roster/usage.ts';
import { capitalized, counted, number } from '../../roster/words.ts';

const muted = { color: 'muted' } as const;

const columns: Column[] = [{}, {}, {}, { align: 'right' }, {}, { leaves: 1 }];

/** The times over the pools, the newest first, below a title; nothing where there were none. */
export function overageLines(
  { overages, overages_not_listed, at }: Usage,
  width: number,
  look: Look,
): Span[][] {
  if (overages.length === 0) return [];
  const heads = ['Package', 'Since', 'Until', 'Most', '', 'Began by'].map(title => [span(title, muted)]);
  const rows = overages.map(overage => [
    [span(capitalized(overage.package_name))],
    [span(localTime(overage.since))],
    [overage.until === null ? span('now', { color: 'warning' }) : span(localTime(overage.until))],
    [span(`${number(overage.most)} of ${number(overage.total)}`)],
    [isBilled(overage, new Date(at)) ? span('billed', { color: 'danger' }) : span('free', muted)],
    [span(overage.change_set_id === null ? '' : `change set ${overage.change_set_id}`, muted)],
  ]);
  return [
    [],
    [span('More signed in than licenses', { bold: true })],
    ...inColumns([heads, ...rows], columns, width, look),
    ...(overages_not_listed > 0
      ? [[span(`${counted(overages_not_listed, 'more time')}: roster account --usage`, muted)]]
      : []),
  ];
}
