import { onTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { chained, type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { Facts } from '../../roster/plan/facts.ts';
import { whyNotAddable } from '../../roster/plan/plan-add.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import type { DraftForm } from '../../roster/screen/session-state.ts';
import { counted, listed } from '../../roster/text/words.ts';
import { readEdits } from '../../roster/users/edit-settings.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { fields } from '../../roster/users/fields.ts';
import { idsOf, isChanged } from './edits.ts';
import { openedForm } from './open.ts';
import { openForm } from './open-form.ts';
import { replanned } from './planning.ts';
import type { FormDraft, FormLayer } from './state.ts';
import { takeText } from './text/reducer.ts';

/** What tells whether a form is stored already: what was filled in, and what is being typed into it. */
export function draftParts(app: App, { draft, template, spared, people, facts }: FormLayer): unknown[] {
  const typed = onTop(app, 'text')?.field.value ?? null;
  return [draft, template, spared, people?.picked, facts.subjects, typed];
}

/** The form as it is stored, with what is being typed into it; null where nothing would be lost. */
export function draftForm(app: App): DraftForm | null {
  const text = onTop(app, 'text');
  const form = openForm(text ? takeText(app, text, 0).app : app);
  if (!form || !isChanged(form)) return null;
  const people = new Map<number, number | null>(idsOf(form).map(id => [id, null]));
  for (const { person, user } of form.facts.subjects)
    if (person) people.set(person.person_id, user?.version ?? null);
  const { of, draft, spared, template } = form;
  return { of, people, draft, spared, template: template?.name ?? null };
}

/** Opens the newest form that was not saved; first what it shows is asked for. */
export function restoreForm(app: App): Step {
  const [first] = app.unsaved;
  if (!first) return step(app);
  const { of, people } = first.form;
  return step(app, { type: 'form-facts', of, ids: [...people.keys()], restored: first });
}

/** Whoever does not want it any more. */
export function forgetForm(app: App): Step {
  const [first, ...others] = app.unsaved;
  if (!first) return step(app);
  return step(withToast({ ...app, unsaved: others }, 'info', 'Forgotten.'));
}

type Opened = Extract<Outcome, { type: 'form-facts' }>;

/** A form that was not saved, on the people and the catalog as they are now; what is gone is left out and said. */
export function formRestored(before: App, { of, facts, restored, picked, ...why }: Opened): Step {
  const app = { ...before, unsaved: before.unsaved.filter(one => one !== restored) };
  const { form } = restored!;
  const { draft, template, gone } = stillThere(form, facts);
  const subjects = facts.subjects.filter(subject =>
    of === 'edit' ? subject.user !== null : whyNotAddable(subject) === null,
  );
  const notes = [...peopleNotes(form, facts.subjects, subjects.length), ...gone];
  if (subjects.length === 0) return step(withToast(app, 'info', said('Nobody of that form is left.', notes)));
  const ids = new Set(subjects.map(({ person }) => person!.person_id));
  const people = new Map(
    (picked ?? []).flatMap(one => (ids.has(one.person_id) ? [[one.person_id, one]] : [])),
  );
  const opened = openedForm(app, of, { ...facts, subjects: of === 'edit' ? subjects : [] });
  const filled = chained(opened, now => {
    const pane = openForm(now)?.people;
    return replanned(now, {
      draft,
      template,
      spared: new Map([...form.spared].filter(([id]) => ids.has(id))),
      people: pane ? { ...pane, picked: people } : null,
    });
  });
  const toast = said(why.said ?? 'As you left it: nothing of it is saved yet.', notes);
  return { ...filled, app: withToast(filled.app, 'info', toast) };
}

function said(first: string, notes: readonly string[]): string {
  return [first, ...notes].join(' ');
}

/** Who is left out, and who is not as the form showed them. */
function peopleNotes(form: DraftForm, subjects: Opened['facts']['subjects'], left: number): string[] {
  const away = form.people.size - left;
  const changed = subjects.flatMap(({ person, user }) =>
    person && user && form.people.get(person.person_id) !== user.version ? [{ person, user }] : [],
  );
  const what = form.of === 'edit' ? 'no users any more' : 'not to be added any more';
  const by = listed([...new Set(changed.map(({ user }) => user.modified_by))]);
  return [
    away > 0 ? `${counted(away, 'person', 'people')} left out: ${what}.` : '',
    form.of === 'edit' && changed.length > 0 ? `${by} changed ${listed(changed.map(shownName))} since.` : '',
  ].filter(Boolean);
}

/** What a form asks for without queues, roles … that no longer exist, and sentences on those. */
function stillThere(form: DraftForm, facts: Facts) {
  const gone = new Set<string>();
  const exists = (edit: FieldEdit): boolean => {
    if (!refers(edit)) return true;
    const { problems } = readEdits([edit], facts);
    const missing = problems.find(({ code }) => code.startsWith('unknown_'));
    if (missing) gone.add(`${fields[edit.field].label} ${edit.text} no longer exists.`);
    return !missing;
  };
  const draft: FormDraft = Object.fromEntries(
    Object.entries(form.draft).flatMap(([name, edits]) => {
      const left = edits.filter(exists);
      // An empty list means something else: that nothing is asked for against a template.
      return left.length > 0 || edits.length === 0 ? [[name, left]] : [];
    }),
  );
  const type = form.of === 'add' ? 'add' : 'update';
  const template =
    facts.catalog.templates.find(one => one.name === form.template && one.type === type) ?? null;
  if (form.template !== null && !template) gone.add(`The template ${form.template} no longer exists.`);
  return { draft, template, gone: [...gone] };
}

function refers({ field }: FieldEdit): boolean {
  return ['reference', 'queues', 'skills', 'team'].includes(fields[field].type.kind);
}
