import type { Action } from '../../source/app/layers.ts';
import { reduce } from '../../source/app/reduce.ts';
import { type App, initialApp } from '../../source/app/state.ts';
import type { Facts, Subject } from '../../source/roster/plan/facts.ts';
import { type Intent, plan } from '../../source/roster/plan/plan.ts';
import { whyNotAddable } from '../../source/roster/plan/plan-add.ts';
import type { Effect, Outcome } from '../../source/roster/screen/effects.ts';
import type { Candidate } from '../../source/roster/screen/form-effects.ts';
import type { UserSettings } from '../../source/roster/users/user.ts';
import { openForm } from '../../source/screens/form/open-form.ts';
import { formRows } from '../../source/screens/form/sections.ts';
import type { FormLayer } from '../../source/screens/form/state.ts';
import { factsAbout, person } from '../roster/build.ts';
import { linesOf } from './drawn.tsx';

/** A form on users who are a plain list: what it asks for is answered at once, by the rules themselves. */
export interface FormStory {
  app: App;
  subjects: Subject[];
  facts: Partial<Facts>;
  /** By which change set those were removed who are no users any more. */
  removed: NonNullable<Facts['removed']>;
  /** What was asked for that has no answer here. */
  asked: Effect[];
  now: number;
}

export function formStory(subjects: Subject[], facts: Partial<Facts> = {}): FormStory {
  const viewer = {
    operator_name: 'maria',
    role_name: 'Admin',
    via: '',
    is_owner: true,
    privileges: [],
    mayEdit: true,
    mayReadHistory: true,
    confined: false,
  };
  const account = {
    account_name: 'Acme',
    license_model: 'named' as const,
    hasPeople: true,
    leavers: 0,
    pools: [],
    domain: null,
  };
  const app = initialApp({ columns: 120, rows: 40 }, viewer, account, {}, null);
  return { app, subjects, facts, removed: new Map(), asked: [], now: 1_000 };
}

/** An edit form on all of the users. */
export function editing(subjects: Subject[], facts: Partial<Facts> = {}): FormStory {
  const story = formStory(subjects, facts);
  return send(story, { type: 'form-facts', of: 'edit', facts: factsAbout(subjects, facts) });
}

/** A form to add those of them who have no license. */
export function adding(subjects: Subject[], facts: Partial<Facts> = {}): FormStory {
  return press(formStory(subjects, facts), 'a');
}

/** Presses keys, a second apart; a text in angle brackets is pasted. */
export function press(story: FormStory, ...keys: string[]): FormStory {
  let after = story;
  for (const key of keys) {
    const at = after.now + 1_000;
    const pasted = /^<(.*)>$/s.exec(key)?.[1];
    const text = pasted ?? (key === 'space' ? ' ' : /^.$/u.test(key) ? key : '');
    const name = pasted === undefined ? key : 'paste';
    after = send({ ...after, now: at }, { type: 'key', key: name, text, at });
  }
  return after;
}

/** Types a text, letter by letter. */
export function type(story: FormStory, text: string): FormStory {
  return press(story, ...Array.from(text, letter => (letter === ' ' ? 'space' : letter)));
}

/** What a person sees, page and panel. */
export function seen({ app }: FormStory): string {
  return linesOf(app).join('\n');
}

export function form({ app }: FormStory): FormLayer {
  const open = openForm(app);
  if (!open) throw new Error('No form is open.');
  return open;
}

/** Puts the cursor of the form on a field, by its name. */
export function to(story: FormStory, name: string): FormStory {
  let after = press(story, 'g');
  for (let tries = 0; tries < 30; tries++) {
    if (currentName(after) === name) return after;
    after = press(after, 'down');
  }
  throw new Error(`No field ${name}.`);
}

function currentName(story: FormStory): string {
  const open = form(story);
  return formRows(open)[open.cursor]?.name ?? '';
}

/** Somebody else changes a user's settings. */
export function meanwhile(story: FormStory, person_id: number, change: Partial<UserSettings>): FormStory {
  const subjects = story.subjects.map(subject =>
    subject.person?.person_id === person_id && subject.user
      ? {
          ...subject,
          user: {
            ...subject.user,
            settings: { ...subject.user.settings, ...change },
            version: subject.user.version + 1,
            modified_by: 'jonas',
          },
        }
      : subject,
  );
  return { ...story, subjects };
}

/** Somebody else removes a user. */
export function removedBy(story: FormStory, person_id: number, operator_name: string): FormStory {
  const subjects = story.subjects.map(subject =>
    subject.person?.person_id === person_id ? { ...subject, user: null } : subject,
  );
  return { ...story, subjects, removed: new Map([...story.removed, [person_id, { id: 9, operator_name }]]) };
}

export function send(story: FormStory, action: Action): FormStory {
  const { app, effects } = reduce(story.app, action);
  let after: FormStory = { ...story, app };
  for (const effect of effects) {
    const outcome = answer(after, effect);
    after = outcome ? send(after, outcome) : { ...after, asked: after.asked.concat(effect) };
  }
  return after;
}

function answer({ subjects, facts, removed }: FormStory, effect: Effect): Outcome | null {
  const factsOf = (ids: readonly number[]) =>
    factsAbout(
      subjects.filter(({ person: one }) => one && ids.includes(one.person_id)),
      facts,
    );
  switch (effect.type) {
    case 'form-facts':
      return { type: 'form-facts', of: effect.of, facts: factsOf(effect.ids) };
    case 'form-plan': {
      const { request, seen, number } = effect;
      const known = factsOf(request.ids);
      const intent: Intent =
        request.kind === 'add'
          ? { kind: 'add', edits: request.edits, template: null }
          : { kind: 'edit', edits: request.edits, template: null, spared: request.spared };
      const changed = known.subjects.filter(
        ({ person: one, user }) =>
          one && seen.has(one.person_id) && seen.get(one.person_id) !== (user?.version ?? null),
      );
      const fits = (subject: Subject) =>
        request.kind === 'add' ? whyNotAddable(subject) === null : subject.user !== null;
      const left = { ...known, subjects: known.subjects.filter(fits) };
      const unfit = { ...known, subjects: known.subjects.filter(subject => !fits(subject)) };
      const leftOut = plan({ ...intent, edits: [] }, unfit).problems.filter(
        one => one.column === 'user_email',
      );
      const planned = { request, changeSet: plan(intent, left), leftOut };
      return { type: 'form-planned', number, planned, meanwhile: changed, removed };
    }
    case 'candidates': {
      const found = subjects.filter(({ user }) => user === null).map(candidateOf);
      const candidates = found.filter(one => one.name.toLowerCase().includes(effect.search.toLowerCase()));
      const page = { candidates, more: false, matching: candidates.length };
      return { type: 'candidates', search: effect.search, after: null, page };
    }
    default:
      return null;
  }
}

function candidateOf(subject: Subject): Candidate {
  const { person_id, display_name, user_email, department, account_status } = subject.person ?? person(0);
  const name_key = display_name.toLowerCase();
  return { person_id, name: display_name, email: user_email, department, account_status, name_key };
}
