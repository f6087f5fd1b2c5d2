import { wayBack } from '../../app/applied-text.ts';
import type { Block } from '../../components/blocks.tsx';
import { type TextStyle, textBlock } from '../../components/text-block.tsx';
import { givenAccess } from '../../roster/access/grants-access.ts';
import { changedLicenses, licenseText } from '../../roster/licenses/licenses.ts';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { isWarning } from '../../roster/plan/notice.ts';
import type { TakenBack } from '../../roster/plan/reason-to-ask.ts';
import { pushCostTexts } from '../../roster/push/push-cost.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { ConfirmLayer } from './state.ts';

interface Fact {
  text: string;
  style: TextStyle;
}

/** What it means, a fact a line: who is left out, who changed, what is lost, and how it comes back. */
export function confirmFacts(layer: ConfirmLayer, width: number): Block[] {
  return facts(layer).map(({ text, style }, key) => textBlock(text, { key, width, style }));
}

function facts({ planned, notShown, changed }: ConfirmLayer): Fact[] {
  const { changeSet, leftOut, request, takesBack } = planned;
  const found = takesBack ? toTakeBack(takesBack) : [];
  const say = (text: string, style: TextStyle = 'text') => found.push({ text, style });
  for (const text of takesBack ? staying(leftOut.length) : leftOutText(planned)) say(text, 'warning');
  if (changed.length > 0) {
    const who = counted(changed.length, 'user');
    say(`${marks.changed} ${who} changed meanwhile. This is how things are now.`, 'warning');
  }
  if (notShown > 0) {
    const are = notShown === 1 ? 'is' : 'are';
    say(`${number(notShown)} of them ${are} not shown by the search and filters.`, 'warningStrong');
  }
  const operators = givenAccess(changeSet.catalog).map(visible);
  if (operators.length > 0)
    say(`${listed(operators)} can get in with the login or key that this brings back.`, 'warningStrong');
  if (request.kind === 'remove') {
    say('They lose their license, role, queues, skills and settings.');
    say(`Their ${changeSet.changes.length === 1 ? 'account stays' : 'accounts stay'}.`);
  }
  for (const use of changedLicenses(changeSet.licenses)) say(`${licenseText(use, marks.arrow)}.`);
  const { calls, notSent } = pushCostTexts(changeSet.account);
  for (const text of calls) say(text);
  for (const text of notSent) say(visible(text), 'warning');
  const { first, further } = noticesOf(changeSet);
  for (const notice of first) say(visible(notice), noticeStyle(notice));
  if (further.length > 0) say(`${number(further.length)} more like these stand below the users.`, 'warning');
  if (request.kind !== 'remove') say(`${wayBack(changeSet)} it.`);
  else say(request.leavers ? 'u brings back who is active in the account by then.' : 'u brings them back.');
  return found;
}

export function noticeStyle(notice: string): TextStyle {
  return isWarning(notice) ? 'warning' : 'text';
}

/** Many notices would leave no room for the users: the first stand below the list, the others at its end. */
export function noticesOf({ notices }: Pick<ChangeSet, 'notices'>): { first: string[]; further: string[] } {
  const most = notices.length > 3 ? 2 : 3;
  return { first: notices.slice(0, most), further: notices.slice(most) };
}

/** Those of an undo who are left out are in the list. */
function staying(count: number): string[] {
  if (count === 0) return [];
  const stay = count === 1 ? 'stays' : 'stay';
  return [`${marks.failed} ${counted(count, 'user')} ${stay} as now; the others are changed.`];
}

/** The first who can't be part of it, with the reason, and how many more. */
function leftOutText({ leftOut, request }: ConfirmLayer['planned']): string[] {
  const named = leftOut.slice(0, 2).map(({ message }) => visible(message));
  if (leftOut.length <= 2) return named;
  const others = counted(leftOut.length - 2, 'other');
  return [...named, `${others} can't be ${request.kind === 'remove' ? 'removed' : 'changed'} either.`];
}

/** Which change set an undo is about, so that nobody undoes what they don't know of. */
function toTakeBack({ id, at, operator_name, summary, whose }: TakenBack): Fact[] {
  const text = visible(`Change set ${id} of ${operator_name}, ${localTime(at)}: ${summary}`);
  const head: Fact = { text, style: 'text' };
  return whose === 'last' ? [head] : [head, { text: notYourLast[whose], style: 'warningStrong' }];
}

const notYourLast = {
  elsewhere: 'You did it elsewhere, not on this screen.',
  older: 'It is not your newest change.',
  theirs: 'It is not yours.',
} as const;
