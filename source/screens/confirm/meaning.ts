import type { Span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { letIn } from '../../roster/let-in.ts';
import { localTime } from '../../roster/local-time.ts';
import type { TakenBack } from '../../roster/reason-to-ask.ts';
import { counted, listed, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { ConfirmLayer } from '../app.ts';
import { wayBack } from '../applied-text.ts';

const warning = { color: 'warning' } as const;

/** What it means, in sentences: who is left out, who changed, what is lost, and how it comes back. */
export function meaning({ planned, notShown, changed }: ConfirmLayer, width: number, look: Look): Span[][] {
  const { leftOut, wish, takesBack } = planned;
  const lines = takesBack ? toTakeBack(takesBack, width) : [];
  const named = takesBack
    ? staying(leftOut.length, look)
    : leftOut.slice(0, 2).map(({ message }) => visible(message));
  if (!takesBack && leftOut.length > 2)
    named.push(
      `${counted(leftOut.length - 2, 'other')} can't be ${wish.kind === 'remove' ? 'removed' : 'changed'} either.`,
    );
  lines.push(...named.flatMap(message => wrapped(message, width, warning)));
  if (changed.length > 0) {
    const meanwhile = `${look.marks.changed} ${counted(changed.length, 'user')} changed meanwhile. This is how things are now.`;
    lines.push(...wrapped(meanwhile, width, warning));
  }
  if (notShown > 0) {
    const hidden = `${number(notShown)} of them ${notShown === 1 ? 'is' : 'are'} not shown by the search and filters.`;
    lines.push(...wrapped(hidden, width, { ...warning, bold: true }));
  }
  const operators = letIn(planned.changeSet.catalog).map(visible);
  if (operators.length > 0) {
    const back = `${listed(operators)} can get in with the login or key that this brings back.`;
    lines.push(...wrapped(back, width, { ...warning, bold: true }));
  }
  const accounts = planned.changeSet.changes.length === 1 ? 'account stays' : 'accounts stay';
  const loss = `They lose their license, role, queues, skills and settings. Their ${accounts}.`;
  if (wish.kind === 'remove') lines.push(...wrapped(loss, width));
  return [...lines, ...wrapped(licensesAndWayBack(planned, look), width)];
}

/** Those of an undo who are left out are in the list. */
function staying(count: number, look: Look): string[] {
  if (count === 0) return [];
  return [
    `${look.marks.failed} ${counted(count, 'user')} ${count === 1 ? 'stays' : 'stay'} as now; the others are changed.`,
  ];
}

/** Which change set an undo is about, so that nobody undoes what they don't know of. */
function toTakeBack({ id, at, operator_name, summary, whose }: TakenBack, width: number): Span[][] {
  const head = wrapped(visible(`Change set ${id} of ${operator_name}, ${localTime(at)}: ${summary}`), width);
  if (whose === 'last') return head;
  return [...head, ...wrapped(notYourLast[whose], width, { ...warning, bold: true })];
}

const notYourLast = {
  elsewhere: 'You did it elsewhere, not on this screen.',
  older: 'It is not your newest change.',
  theirs: 'It is not yours.',
} as const;

function licensesAndWayBack({ changeSet, wish }: ConfirmLayer['planned'], look: Look): string {
  const licenses = changeSet.licenses
    .filter(use => use.before !== use.after)
    .map(({ package_name, before, after, total }) => {
      return `${package_name} ${number(before)} ${look.marks.arrow} ${number(after)} of ${number(total)}`;
    });
  const back = wish.kind === 'remove' ? 'u brings them back.' : `${wayBack(changeSet)} it.`;
  return [licenses.length > 0 ? `Licenses: ${licenses.join(', ')}.` : '', back].filter(Boolean).join(' ');
}
