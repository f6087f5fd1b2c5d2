import { beside } from '../../components/beside.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAmongOthers, nameAndEmail } from '../../components/name-and-email.ts';
import { shownName } from '../../roster/subjects.ts';
import { counted, listed, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { type App, topLayer } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { peoplePane } from '../people/pane.ts';
import { touchedFields } from './edits.ts';
import { fieldsPane } from './fields-pane.ts';
import { planLines } from './plan-lines.ts';
import { formRows } from './sections.ts';
import type { FormLayer, PeoplePane } from './state.ts';

const muted = { color: 'muted' } as const;

/** Both panes stand side by side from this width on; below, only the one with the keys is shown. */
const bothFrom = 100;

/** Lines from which on a blank one stands above what saving would do. */
const roomyFrom = 10;

/** The form as the page shows it: people, fields, and what saving would do. */
export function formPage(form: FormLayer, app: App, room: PageRoom, look: Look): PageDrawing {
  const gap = room.height < roomyFrom ? [] : [[]];
  const height = room.height - 2 - gap.length;
  const body = form.people
    ? addBody(form, app, { ...room, height }, look)
    : fieldsBody(form, app, { ...room, height, focused: true }, look);
  while (body.length < height) body.push([]);
  return {
    heading: heading(form, room.width, look),
    body: [...body, ...gap, ...planLines(form, app.toast?.text, look)],
    footer: [span(` ${footer(form, app, look)}`, muted)],
  };
}

function addBody(form: FormLayer, app: App, room: PageRoom, look: Look): Span[][] {
  const onPeople = app.layers.some(layer => layer.kind === 'people');
  const both = room.width >= bothFrom;
  if (!both)
    return onPeople
      ? peoplePane(form, app, { ...room, focused: true }, look)
      : fieldsBody(form, app, { ...room, focused: true }, look);
  const leftWidth = Math.floor(room.width * 0.5);
  const left = peoplePane(form, app, { ...room, width: leftWidth - 2, focused: onPeople }, look);
  const rightRoom = { ...room, width: room.width - leftWidth, focused: !onPeople };
  const right = fieldsBody(form, app, rightRoom, look);
  return beside(left, right, leftWidth, look);
}

function fieldsBody(form: FormLayer, app: App, room: PageRoom & { focused: boolean }, look: Look): Span[][] {
  const top = topLayer(app);
  const open = top?.kind === 'text' ? top.field : null;
  return fieldsPane({ ...room, form, open, look });
}

function heading(form: FormLayer, width: number, look: Look): Span[] {
  if (form.people) return [span(' Add users', { bold: true }), ...pickedSpans(form.people, look)];
  const users = form.facts.subjects.filter(({ user }) => user !== null);
  const [only] = users;
  if (users.length === 1 && only?.person) {
    const { person, user } = only;
    const who = { name: visible(shownName({ person, user })), email: visible(person.user_email), gap: 3 };
    return [span(' Edit '), ...nameAndEmail(who, width - ' Edit '.length, look)];
  }
  const names = users
    .slice(0, 4)
    .map(({ person, user }) => (person ? nameAmongOthers(visible(shownName({ person, user })), look) : ''));
  const rest = users.length - 3;
  const shown = users.length > 4 ? [...names.slice(0, 3), `${number(rest)} more`] : names;
  return [
    span(' Edit '),
    span(counted(users.length, 'user'), { bold: true }),
    span(`   ${listed(shown, 5)}`, muted),
  ];
}

function pickedSpans({ picked }: PeoplePane, look: Look): Span[] {
  if (picked.size === 0) return [span('   people of the account without a license', muted)];
  const names = [...picked.values()].map(candidate => nameAmongOthers(visible(candidate.name), look));
  return [span(`   ${listed(names, 4)}`, muted)];
}

function footer(form: FormLayer, app: App, look: Look): string {
  const people = form.people;
  const onPeople = app.layers.some(layer => layer.kind === 'people');
  const dot = ` ${look.marks.dot} `;
  if (people && onPeople)
    return [`${number(people.picked.size)} picked`, 'a pasted list of e-mails picks them all'].join(dot);
  const touched = touchedFields(form).length;
  const place = `field ${form.cursor + 1} of ${formRows(form).length}`;
  return [
    ...(people ? [`${number(people.picked.size)} picked`] : []),
    place,
    ...(touched > 0 ? [`${touched} set`] : []),
  ].join(dot);
}
