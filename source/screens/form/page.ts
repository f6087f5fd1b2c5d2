import { beside } from '../../components/beside.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAmongOthers, nameAndEmail } from '../../components/name-and-email.ts';
import { wrapped } from '../../components/wrap.ts';
import { fields } from '../../roster/fields.ts';
import { shownName } from '../../roster/subjects.ts';
import { counted, listed, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { type App, topLayer } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { peoplePane } from '../people/pane.ts';
import { editsOf, touchedFields } from './edits.ts';
import { fieldsPane } from './fields-pane.ts';
import { planLines } from './plan-lines.ts';
import { formRows, laterNames } from './sections.ts';
import type { FormLayer, PeoplePane } from './state.ts';

const muted = { color: 'muted' } as const;

/** Both panes stand side by side from this width on; below, only the one with the keys is shown. */
const bothFrom = 100;

/** Lines from which on a blank one stands above what saving would do. */
const roomyFrom = 10;

/** Lines from which on there is room to say what comes later. */
const fewestWithLater = 10;

/** The form as the page shows it: people, fields, and what saving would do. */
export function formPage(form: FormLayer, app: App, room: PageRoom, look: Look): PageDrawing {
  const gap = room.height < roomyFrom ? [] : [[]];
  const height = room.height - 2 - gap.length;
  const body = form.people
    ? addBody(form, app, { ...room, height }, look)
    : editBody(form, app, { ...room, height }, look);
  while (body.length < height) body.push([]);
  return {
    heading: heading(form, room.width, look),
    body: [...body, ...gap, ...planLines(form, app.toast?.text, look)],
    footer: [span(` ${footer(form, app, look)}`, muted)],
  };
}

function editBody(form: FormLayer, app: App, { width, height }: PageRoom, look: Look): Span[][] {
  const top = topLayer(app);
  const open = top?.kind === 'text' ? top.field : null;
  return fieldsPane({ form, focused: true, open, width, height, look });
}

function addBody(form: FormLayer, app: App, room: PageRoom, look: Look): Span[][] {
  const onPeople = app.layers.some(layer => layer.kind === 'people');
  const both = room.width >= bothFrom;
  if (!both)
    return onPeople
      ? peoplePane(form, { ...room, focused: true }, look)
      : settingsBody(form, app, room, { focused: true }, look);
  const leftWidth = Math.floor(room.width * 0.5);
  const left = peoplePane(form, { ...room, width: leftWidth - 2, focused: onPeople }, look);
  const right = settingsBody(
    form,
    app,
    { ...room, width: room.width - leftWidth },
    { focused: !onPeople },
    look,
  );
  return beside(left, right, leftWidth, look);
}

/** The settings of those to be added, and the ones that come later. */
function settingsBody(
  form: FormLayer,
  app: App,
  { width, height }: PageRoom,
  { focused }: { focused: boolean },
  look: Look,
): Span[][] {
  const top = topLayer(app);
  const open = top?.kind === 'text' ? top.field : null;
  // In a low terminal the fields need the lines.
  const later = height >= fewestWithLater ? laterLines(form, width - 4) : [];
  const lines = fieldsPane({
    form,
    focused,
    open,
    width,
    height: height - later.length - (later.length > 0 ? 1 : 0),
    look,
  });
  while (lines.length < height - later.length) lines.push([]);
  return [...lines, ...later.map(line => [span('   '), ...line])];
}

/** What a template brings besides, and what can be set only once they are users. */
function laterLines(form: FormLayer, width: number): Span[][] {
  const brought = laterNames.filter(name => editsOf(form, name).length > 0);
  const texts = brought.map(name => {
    const values = editsOf(form, name).map(edit => visible(edit.text));
    return `${fields[name].label.toLowerCase()} ${values.join(', ')}`;
  });
  const rest = laterNames.filter(name => !brought.includes(name));
  const labels = rest.map(name => fields[name].label.toLowerCase());
  return [
    ...(texts.length > 0 ? wrapped(`The template also brings ${texts.join('; ')}.`, width) : []),
    ...wrapped(`After adding: ${labels.join(', ')}.`, width, muted),
  ];
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
