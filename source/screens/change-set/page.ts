import { indented } from '../../components/beside.ts';
import { apart, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { type AppliedChangeSet, undoneText } from '../../roster/change-set.ts';
import { localTime } from '../../roster/local-time.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { App } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { moreBelow, seen } from '../scroll.ts';
import { catalogLines } from './catalog-lines.ts';
import { changesLines } from './changes-lines.ts';
import type { ChangeSetLayer } from './layer.ts';

const muted = { color: 'muted' } as const;
const margin = 3;

/** The lines are as wide as they can be read. */
const widest = 120;

/** One change set: who, when, from where, and each user's fields before and after. */
export function changeSetPage(layer: ChangeSetLayer, _app: App, room: PageRoom, look: Look): PageDrawing {
  const { set } = layer;
  const lines = changeSetLines(layer, room.width, look);
  const undone = [span(`${undoneText(set)} `, { color: 'warning' })];
  const title = [span(` Change ${set.id}`, { bold: true }), span(`  ${visible(set.summary)}`)];
  return {
    heading: apart(title, undone, room.width, look),
    body: seen(lines, layer.top, room.height),
    footer: [span(` ${footer(layer, lines.length, room.height, look)}`, muted)],
  };
}

function footer({ set, changes, top }: ChangeSetLayer, lines: number, height: number, look: Look): string {
  const read = changes?.length ?? 0;
  const users =
    read < set.users ? `${number(read)} of ${counted(set.users, 'user')} read` : counted(set.users, 'user');
  const parts = [set.users > 0 ? users : '', moreBelow(lines, top, height, look)];
  return parts.filter(Boolean).join(` ${look.marks.dot} `);
}

/** All lines of the page, as far as the changes are read. */
export function changeSetLines({ set, changes }: ChangeSetLayer, width: number, look: Look): Span[][] {
  const room = Math.min(widest, width - margin - 1);
  return indented([...about(set, room, look), ...changesLines(changes ?? [], room, look)], margin);
}

function about(set: AppliedChangeSet, width: number, look: Look): Span[][] {
  const { at, operator_name, via, licenses, notices, catalog, undoes } = set;
  const dot = ` ${look.marks.dot} `;
  const facts = [localTime(at), visible(operator_name), visible(via)];
  if (undoes !== undefined) facts.push(`takes back change ${undoes}`);
  const used = licenses
    .filter(use => use.before !== use.after)
    .map(
      use =>
        `${use.package_name} ${number(use.before)} ${look.marks.arrow} ${number(use.after)} of ${number(use.total)}`,
    );
  return [
    ...wrapped(facts.join(dot), width, muted),
    ...(used.length > 0 ? wrapped(`Licenses: ${used.join(', ')}`, width, muted) : []),
    ...notices.flatMap(notice => wrapped(visible(notice), width, muted)),
    ...(catalog ?? []).flatMap(change => [[], ...catalogLines(change, width, look)]),
  ];
}
