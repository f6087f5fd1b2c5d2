import { beside, indented } from '../../components/beside.ts';
import { apart, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAndEmail } from '../../components/name-and-email.ts';
import { shownName } from '../../roster/subjects.ts';
import type { User } from '../../roster/user.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { cursorRow } from '../roster/state.ts';
import { moreBelow, seen } from '../scroll.ts';
import { assignmentSections } from './assignments.ts';
import { lastChanges } from './last-changes.ts';
import type { UserLayer } from './layer.ts';
import { pairSections, type Section } from './pairs.ts';

const muted = { color: 'muted' } as const;
const margin = 3;

/** From this width on the settings stand at the left, queues, skills and changes at the right. */
const twoColumnsFrom = 100;

/** One user, in two columns where there is room. */
export function userPage(layer: UserLayer, app: App, room: PageRoom, look: Look): PageDrawing {
  const lines = userLines(layer, room.width, look);
  const place = [
    isCurrent(app, layer) ? position(app) : '',
    moreBelow(lines.length, layer.top, room.height, look),
  ];
  return {
    heading: heading(layer, room.width, look),
    body: seen(lines, layer.top, room.height),
    footer: [span(` ${place.filter(Boolean).join(` ${look.marks.dot} `)}`, muted)],
  };
}

function heading({ user, name }: UserLayer, width: number, look: Look): Span[] {
  if (!user) return [span(` ${visible(name)}`, { bold: true })];
  const { settings, person } = user;
  const access = settings.user_access === 'active' ? [] : [span('Inactive', { color: 'warning' })];
  const role = visible(settings.role.name);
  const widest = Math.floor(width / 4);
  const shown = displayWidth(role) > widest ? fit(role, widest, look.marks) : role;
  const right = [span('  '), ...access, span(access.length > 0 ? '  ' : ''), span(`${shown} `, muted)];
  const who = { name: visible(shownName({ person, user })), email: visible(person.user_email), gap: 3 };
  const left = nameAndEmail(who, width - 1 - spansWidth(right), look);
  return apart([span(' '), ...left], right, width, look);
}

/** Whether the roster's cursor is on the user who is shown: others may have removed that one. */
export function isCurrent({ roster }: App, { person_id }: UserLayer): boolean {
  return roster.rows[roster.cursor]?.person_id === person_id;
}

function position({ roster }: App): string {
  const row = cursorRow(roster);
  const { matching } = roster.totals;
  if (row === null) return '';
  return `user ${number(row + 1)}${matching === null ? '' : ` of ${number(matching)}`}`;
}

/** All lines of the page, seen or not. */
export function userLines({ user, name, changes }: UserLayer, width: number, look: Look): Span[][] {
  if (user === undefined) return [];
  if (user === null)
    return [...gone(name), ...indented(block([lastChanges(changes, width - margin - 1, look)]), margin)];
  return width < twoColumnsFrom
    ? oneColumn(user, changes, width, look)
    : twoColumns(user, changes, width, look);
}

function gone(name: string): Span[][] {
  return [
    [span(`${' '.repeat(margin)}${visible(name)} is no contact center user any more.`, { bold: true })],
    [],
  ];
}

function oneColumn(user: User, changes: UserLayer['changes'], width: number, look: Look): Span[][] {
  const room = width - margin - 1;
  const [identity, access, channels, team] = pairSections(user, room, look);
  const sections = [access, ...assignmentSections(user, room, look), channels, team, identity];
  const known = sections.filter(section => section !== undefined);
  return indented(block([...known, lastChanges(changes, room, look)]), margin);
}

function twoColumns(user: User, changes: UserLayer['changes'], width: number, look: Look): Span[][] {
  const left = Math.min(70, Math.floor((width - margin) * 0.46));
  const right = width - margin - left - 1;
  const lines = beside(
    block(pairSections(user, left - 3, look)),
    block([...assignmentSections(user, right, look), lastChanges(changes, right, look)]),
    left,
    look,
  );
  return indented(lines, margin);
}

/** Sections below each other, with a blank line between. */
function block(sections: readonly Section[]): Span[][] {
  return sections.flatMap(({ title, lines }, index) => [
    ...(index > 0 ? [[]] : []),
    [span(title, { bold: true })],
    ...lines,
  ]);
}
