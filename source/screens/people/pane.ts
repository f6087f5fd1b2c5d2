import { indented } from '../../components/beside.ts';
import { fieldSpans } from '../../components/field.ts';
import { apart, fitSpans, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import type { AccountSummary } from '../../roster/effects.ts';
import { type Candidate, countedTo } from '../../roster/form-effects.ts';
import { missingFor } from '../../roster/missing.ts';
import { searchWords } from '../../roster/search-terms.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import type { FormLayer, PeoplePane } from '../form/state.ts';
import { searched } from '../roster/cells.ts';
import { hiddenMatch, nameWithMatch } from '../roster/hidden-match.ts';
import { currentPlace } from './reducer.ts';

const muted = { color: 'muted' } as const;

/** Lines from which on the list stands a line below the search. */
const roomyFrom = 8;

interface Room {
  width: number;
  height: number;
  /** Whether the list has the keys. */
  focused: boolean;
}

/** The people without a license: the search, and those who match. */
export function peoplePane(
  { people }: FormLayer,
  { account }: Pick<App, 'account'>,
  room: Room,
  look: Look,
): Span[][] {
  if (!people) return [];
  const { width, height, focused } = room;
  const prompt = span(' > ', focused ? { color: 'accent', bold: true } : muted);
  const typed = focused
    ? fieldSpans(people.field, width - 16, look)
    : [span(visible(people.field.value) || 'search', muted)];
  const count = [span(countText(people), muted)];
  const gap = height < roomyFrom ? [] : [[]];
  const listHeight = height - 1 - gap.length;
  const { candidates } = people;
  const cursor = currentPlace(people);
  const top = Math.max(0, Math.min(cursor - Math.floor(listHeight / 2), candidates.length - listHeight));
  const words = searchWords(people.field.value);
  const lines = candidates
    .slice(top, top + listHeight)
    .map((candidate, index) =>
      personLine(candidate, people, { current: focused && top + index === cursor, words, width }, look),
    );
  if (candidates.length === 0) lines.push(...indented(emptyLines(people, account, width - 4), 3));
  return [apart([prompt, ...typed], count, width, look), ...gap, ...lines];
}

function countText({ matching }: PeoplePane): string {
  return matching > countedTo
    ? `more than ${number(countedTo)} people`
    : counted(matching, 'person', 'people');
}

/** Why nobody is there to be picked, and what to do about it. */
function emptyLines({ field }: PeoplePane, account: AccountSummary, width: number): Span[][] {
  if (!account.hasPeople) {
    const missing = missingFor(account).slice(0, -1);
    const steps = missing.flatMap(({ todo, command }) => [
      ...wrapped(`${todo}:`, width, muted),
      ...indented(wrapped(command, width - 2, { color: 'accent' }), 2),
    ]);
    return [...wrapped('Nobody is in the account yet.', width), [], ...steps];
  }
  const search = visible(field.value.trim());
  if (search !== '') {
    const text = `Nobody without a license matches "${search}". Esc empties the search.`;
    return wrapped(text, width, muted);
  }
  const more = wrapped('roster people import FILE.csv', width, { color: 'accent' });
  return [...wrapped('Everybody in the account has a license. More people:', width, muted), ...more];
}

interface PersonLine {
  current: boolean;
  words: readonly string[];
  width: number;
}

function personLine(
  candidate: Candidate,
  { picked }: PeoplePane,
  { current, words, width }: PersonLine,
  look: Look,
): Span[] {
  const { marks } = look;
  const chosen = picked.has(candidate.person_id);
  const inactive = candidate.account_status !== 'active';
  const nameWidth = Math.max(14, Math.floor((width - 7) * 0.42));
  const box = inactive
    ? span('  ')
    : span(
        `${chosen ? marks.selected : marks.unselected} `,
        chosen ? { color: 'selected', bold: true } : muted,
      );
  const status = inactive ? [span(` ${candidate.account_status}`, { color: 'warning' })] : [];
  const emailWidth = width - 7 - nameWidth - (inactive ? candidate.account_status.length + 2 : 0);
  // One letter is everywhere.
  const telling = words.filter(word => displayWidth(word) > 1);
  const hidden = hiddenMatch(candidate, { name: nameWidth, email: emailWidth }, telling);
  const left = [
    span(` ${current ? marks.cursor : ' '} `, { bold: true }),
    box,
    ...(hidden === null
      ? searched(candidate.name, nameWidth, words, look, inactive ? muted : {})
      : nameWithMatch(candidate.name, hidden, nameWidth, words, look)),
    span('  '),
    ...searched(candidate.email, displayWidth(visible(candidate.email)), words, look, muted),
  ];
  const line =
    status.length > 0 ? apart(left, [...status, span(' ')], width, look) : fitSpans(left, width, look);
  return current ? line.map(({ text, style }) => span(text, { ...style, background: 'cursorRow' })) : line;
}
