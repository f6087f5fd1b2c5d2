import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAndEmail } from '../../components/name-and-email.ts';
import { wrapped } from '../../components/wrap.ts';
import type { Change, Problem } from '../../roster/change-set.ts';
import { visible } from '../../terminal/escape.ts';
import { fit } from '../../terminal/width.ts';
import type { ConfirmLayer } from '../app.ts';
import { catalogLines } from '../change-set/catalog-lines.ts';
import { changeLines } from '../change-set/change-lines.ts';
import { headLine, headLineAround } from '../change-set/head-line.ts';
import { queueList } from '../roster/cells.ts';

const muted = { color: 'muted' } as const;

/** The list of the dialog. Of thousands of users only those are drawn that are in sight, and those above them. */
export interface ConfirmList {
  /** The lines from one to another, as far as there are any. */
  between(from: number, to: number): Span[][];
  /** How many lines there are, counted no further than `most`. */
  countUpTo(most: number): number;
  /** How many users it is about in all, those who stay as they are included. */
  users: number;
  /** How many users the first so many lines are about. */
  usersWithin(lines: number): number;
}

/**
 * Who is removed, a line each; of any other change every user with each field before and after. Those of an undo who stay as
 * they are, with the reason, come before those who change.
 */
export function confirmList(layer: ConfirmLayer, width: number, look: Look): ConfirmList {
  const { changeSet, leftOut, takesBack, wish } = layer.planned;
  const { changes, catalog } = changeSet;
  if (wish.kind === 'remove') {
    const within = (lines: number) => Math.min(changes.length, lines);
    const between = (from: number, to: number) =>
      changes.slice(from, to).map(change => removed(change, layer, width, look));
    return { between, countUpTo: within, users: changes.length, usersWithin: within };
  }
  const stay = takesBack ? leftOut : [];
  const all = stay.length + changes.length;
  const first = (lines: number): { lines: Span[][]; users: number } => {
    // The blank line above the first is the dialog's own.
    const drawn: Span[][] = stay.length > 0 ? [[]] : [];
    let users = 0;
    while (drawn.length <= lines && users < stay.length) drawn.push(...staying(stay[users++]!, width, look));
    if (drawn.length <= lines)
      drawn.push(...catalog.flatMap(change => [[], ...catalogLines(change, width, look)]));
    while (drawn.length <= lines && users < all)
      drawn.push([], ...changed(changes[users++ - stay.length]!, layer, width, look));
    return { lines: drawn.slice(1, lines + 1), users };
  };
  return {
    between: (from, to) => first(to).lines.slice(from),
    countUpTo: most => first(most).lines.length,
    users: all,
    usersWithin: lines => first(lines).users,
  };
}

/** Somebody whom an undo leaves as they are. */
function staying({ message }: Problem, width: number, look: Look): Span[][] {
  return wrapped(visible(message), width - 2).map((line, index) => [
    index === 0 ? span(`${look.marks.failed} `, { color: 'warning', bold: true }) : span('  '),
    ...line,
  ]);
}

function changed(change: Change, layer: ConfirmLayer, width: number, look: Look): Span[][] {
  const { user_name, user_email, action, person_id } = change;
  const mark = layer.changed.includes(person_id)
    ? [span(`  ${look.marks.changed}`, { color: 'warning', bold: true })]
    : [];
  const about = { name: visible(user_name), email: visible(user_email), gap: 2 };
  const who = nameAndEmail(about, width - headLineAround - mark.length * 3, look);
  return [[...headLine(who, action, look), ...mark], ...changeLines(change, width, look)];
}

function removed(change: Change, { changed }: ConfirmLayer, width: number, look: Look): Span[] {
  const nameWidth = Math.floor(width * 0.36);
  const roleWidth = Math.floor(width * 0.2);
  const { role, queues } = change.fields;
  const names = (queues?.before ?? queues?.after ?? []).map(queue => queue.name);
  const isNew = changed.includes(change.person_id);
  return [
    span(isNew ? `${look.marks.changed} ` : '  ', { color: 'warning', bold: true }),
    span(`${fit(visible(change.user_name), nameWidth, look.marks)}  `, isNew ? { color: 'warning' } : {}),
    span(`${fit(visible((role?.before ?? role?.after)?.name ?? ''), roleWidth, look.marks)}  `),
    span(queueList(names, width - nameWidth - roleWidth - 6, look), muted),
  ];
}
