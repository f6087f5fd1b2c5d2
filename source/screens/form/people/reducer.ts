import { opened, replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { andThen, chained, type Step, step } from '../../../app/step.ts';
import { stillOn } from '../../../app/still-on.ts';
import { withToast } from '../../../app/toasts.ts';
import { textField, typeKey } from '../../../keys/text-field.ts';
import { changeSetLimit } from '../../../roster/plan/change-set.ts';
import { tooManyChanges } from '../../../roster/plan/plan.ts';
import type { Outcome } from '../../../roster/screen/effects.ts';
import type { Candidate } from '../../../roster/screen/form-effects.ts';
import { pastedEmails } from '../../../roster/screen/pasted-emails.ts';
import { counted } from '../../../roster/text/words.ts';
import { isChanged } from '../edits.ts';
import { openForm, withoutForm, withPeople } from '../open-form.ts';
import { replanned } from '../planning.ts';
import { problemText } from '../problem-text.ts';
import type { PeopleLayer, PeoplePane } from '../state.ts';

/** So many people are read at once. */
export const listedAtOnce = 100;

/** The list goes on before its end is reached. */
const ahead = 30;

type ReducePeople<Action> = (app: App, people: PeoplePane, action: Action) => Step;

/** What a key does with the people of the form below. */
export function withPane<Action>(reduce: ReducePeople<Action>) {
  return (app: App, _layer: PeopleLayer, action: Action): Step => {
    const people = openForm(app)?.people;
    return people ? reduce(app, people, action) : step(app);
  };
}

/** Every other key narrows the list; a paste with e-mails in it is a list of them. */
export function typeInPeople(
  app: App,
  people: PeoplePane,
  { key, text }: { key: string; text: string },
): Step {
  if (key === 'paste' && text.includes('@')) return pasted(app, text);
  const field = typeKey(people.field, key, text);
  if (!field) return step(app);
  const next = withPeople(app, { field });
  return field.value === people.field.value ? step(next) : asked(next, field.value);
}

function asked(app: App, search: string): Step {
  return step(app, { type: 'candidates', search, after: null, limit: listedAtOnce });
}

/** A stretch of the list is there; what somebody has typed past is left. */
export function candidatesListed(app: App, outcome: Extract<Outcome, { type: 'candidates' }>): Step {
  const people = openForm(app)?.people;
  if (!people || outcome.search !== people.field.value) return step(app);
  const { page, after } = outcome;
  const last = people.candidates.at(-1);
  if (after && last?.person_id !== after.person_id) return step(app);
  const candidates = after ? [...people.candidates, ...page.candidates] : page.candidates;
  const matching = page.matching ?? people.matching;
  const { search } = outcome;
  // What was just typed leads to the first who matches, if the current one does not.
  const before = search === people.listed ? people.candidates : [];
  const current = stillOn(people.current, before.map(idOf), candidates.map(idOf));
  return step(withPeople(app, { candidates, listed: search, matching, more: page.more, current }));
}

function idOf({ person_id }: Candidate): number {
  return person_id;
}

/** Where the cursor stands among the people listed. */
export function currentPlace({ candidates, current }: PeoplePane): number {
  const at = candidates.findIndex(one => one.person_id === current);
  return Math.max(0, at);
}

export function moved(app: App, people: PeoplePane, by: number): Step {
  const { candidates, more } = people;
  const place = Math.max(0, Math.min(candidates.length - 1, currentPlace(people) + by));
  const next = withPeople(app, { current: candidates[place]?.person_id ?? null });
  const last = candidates.at(-1);
  if (!more || !last || place < candidates.length - ahead) return step(next);
  const { name_key, person_id } = last;
  return step(next, {
    type: 'candidates',
    search: people.field.value,
    after: { name_key, person_id },
    limit: listedAtOnce,
  });
}

/** Why somebody of the list can't be added; null if they can (domain rule 2). */
function whyNotPickable({ account_status, name }: Candidate): string | null {
  return account_status === 'active' ? null : `${name} is ${account_status} in the account.`;
}

/** Picks the current one, or not any more, and moves down. */
export function pick(app: App, people: PeoplePane): Step {
  const current = people.candidates[currentPlace(people)];
  if (!current) return step(app);
  const reason = whyNotPickable(current);
  const after = moved(app, people, 1);
  if (reason) return { ...after, app: withToast(after.app, 'info', reason) };
  const picked = new Map(people.picked);
  if (!picked.delete(current.person_id)) picked.set(current.person_id, current);
  return withPicks(after, picked);
}

function withPicks(before: Step, picked: PeoplePane['picked']): Step {
  return chained(before, app => {
    const people = openForm(app)?.people;
    return people ? replanned(app, { people: { ...people, picked } }) : step(app);
  });
}

/** On to the settings; where nobody is picked yet, with the current one. */
export function done(app: App, people: PeoplePane, take: boolean): Step {
  const current = people.candidates[currentPlace(people)];
  const closed = replaceTop(app, null);
  if (!take || people.picked.size > 0) return step(closed);
  if (!current) return step(app);
  const reason = whyNotPickable(current);
  if (reason) return step(withToast(app, 'info', reason));
  return withPicks(step(closed), new Map([[current.person_id, current]]));
}

/** Esc empties the search first, then leaves the form. */
export function leave(app: App, people: PeoplePane): Step {
  if (people.field.value !== '') return asked(withPeople(app, { field: textField() }), '');
  const form = openForm(app);
  if (form && isChanged(form)) return step(opened(app, { kind: 'leave', openedAt: app.now, early: null }));
  return step(withoutForm(app));
}

function pasted(app: App, text: string): Step {
  const found = pastedEmails(text);
  if (found.emails.length > changeSetLimit)
    return step(withToast(app, 'error', tooManyChanges(found.emails.length).message));
  return step(app, { type: 'candidates-named', ...found });
}

/** The people of a pasted list are found: those who can be are picked, the others are named. */
export function candidatesNamed(app: App, outcome: Extract<Outcome, { type: 'candidates-named' }>): Step {
  const people = openForm(app)?.people;
  if (!people) return step(app);
  const picked = new Map(people.picked);
  for (const candidate of outcome.candidates) picked.set(candidate.person_id, candidate);
  const found = counted(outcome.candidates.length, 'person', 'people');
  const next = withPicks(step(app), picked);
  const problems = outcome.refused.map(problem => ({ ...problem, message: problemText(problem) }));
  if (problems.length === 0)
    return { ...next, app: withToast(next.app, 'info', `Picked ${found} of the list.`) };
  const { unlisted } = outcome;
  const title = `${counted(problems.length + unlisted, 'line')} of the list not picked`;
  return andThen(next, { type: 'problems-open', title, outcome: `picked ${found}`, problems, unlisted });
}
