import { indented } from '../../components/beside.ts';
import { apart, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import type { Change } from '../../roster/change-set.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { App } from '../app.ts';
import { changesLines } from '../change-set/changes-lines.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { moreBelow, seen } from '../scroll.ts';
import type { ImportLayer } from './layer.ts';
import { problemLines } from './problem-lines.ts';

const muted = { color: 'muted' } as const;
const margin = 3;
const widest = 120;

/** What a file would add and change, and what is wrong with it. */
export function importPage(layer: ImportLayer, _app: App, room: PageRoom, look: Look): PageDrawing {
  const lines = importLines(layer, room.width, look);
  const title = [span(' Import preview', { bold: true }), span(`  ${visible(layer.path)}`)];
  const said = layer.busy ? `Writing${look.marks.ellipsis}` : 'nothing is written yet';
  const below = moreBelow(lines.length, layer.top, room.height, look);
  return {
    heading: apart(title, [span(`${said} `, muted)], room.width, look),
    body: seen(lines, layer.top, room.height),
    footer: [span(` ${below}`, muted)],
  };
}

/** All lines of the page. */
export function importLines({ planned }: ImportLayer, width: number, look: Look): Span[][] {
  const room = Math.min(widest, width - margin - 1);
  const { changes, problems, notices, licenses } = planned.changeSet;
  const used = licenses.map(
    use =>
      `${use.package_name} ${number(use.before)} ${look.marks.arrow} ${number(use.after)} of ${number(use.total)}`,
  );
  const about = [used.length > 0 ? `Licenses: ${used.join(', ')}.` : '', ...notices].filter(Boolean);
  return indented(
    [
      counts(changes, problems.length, look),
      ...about.flatMap(sentence => wrapped(visible(sentence), room, muted)),
      ...(problems.length > 0 ? [[], ...problemLines(problems, room, look)] : []),
      ...changesLines(changes, room, look),
    ],
    margin,
  );
}

/** `+ 12 added   ~ 30 changed   ✗ 3 problems`. */
function counts(changes: readonly Change[], problems: number, { marks }: Look): Span[] {
  const added = changes.filter(change => change.action === 'add').length;
  const updated = changes.length - added;
  const parts: Span[][] = [
    ...(problems > 0
      ? [[span(`${marks.failed} ${counted(problems, 'problem')}`, { color: 'danger', bold: true })]]
      : []),
    ...(added > 0 ? [[span(`${marks.added} ${number(added)} to add`, { color: 'good', bold: true })]] : []),
    ...(updated > 0
      ? [[span(`${marks.updated} ${number(updated)} to change`, { color: 'accent', bold: true })]]
      : []),
  ];
  if (parts.length === 0) return [span('Nothing to change: the roster is as the file says.', { bold: true })];
  return parts.flatMap((part, index) => (index === 0 ? part : [span('   '), ...part]));
}
