import type { Problem } from '../../roster/plan/change-set.ts';
import { type Clash, clashesOf } from '../../roster/plan/clashes.ts';
import type { Facts, Subject } from '../../roster/plan/facts.ts';
import { without } from '../../roster/plan/plan-edit.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import { listed } from '../../roster/text/words.ts';
import { fieldChanges } from '../../roster/users/field-changes.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { allEdits } from './edits.ts';
import { problemText } from './problem-text.ts';
import type { FormLayer } from './state.ts';

type Removals = NonNullable<Facts['removed']>;

/** The form with what others did: what clashes with mine stays as it was seen. */
export function mergedWith(form: FormLayer, meanwhile: readonly Subject[], removed: Removals): FormLayer {
  if (form.of === 'add' || meanwhile.length === 0) return { ...form, clashes: [], meanwhile: [] };
  const edits = allEdits(form);
  const shown = new Map(form.facts.subjects.map(subject => [subject.person?.person_id, subject]));
  const pairs = meanwhile.flatMap(({ person, user }) => {
    const was = shown.get(person?.person_id)?.user?.settings;
    if (!person || !user || !was) return [];
    const { person_id } = person;
    const mine = without(edits, form.spared.get(person_id) ?? []);
    return [{ person_id, was, now: user.settings, edits: mine }];
  });
  const clashes = clashesOf(pairs, form.facts);
  const clashing = new Set(clashes.flatMap(clash => clash.people));
  const isClashing = ({ person }: Subject) => clashing.has(person?.person_id ?? -1);
  const known = meanwhile.map(subject =>
    isClashing(subject) ? withoutClashes(subject, shown.get(subject.person?.person_id), clashes) : subject,
  );
  const news = newsOf(form, meanwhile, removed);
  const merged = adopted(form, known);
  // What was filled in stays in sight, with those it was for, until whoever did it leaves.
  if (merged.facts.subjects.every(({ user }) => user === null))
    return {
      ...form,
      clashes: [],
      meanwhile: [],
      news: `${news} Nothing can be saved any more; Esc leaves.`,
    };
  return { ...merged, clashes, meanwhile: meanwhile.filter(isClashing), news };
}

/** Somebody as they are now, but for what clashes: that stays as it was seen, and so does their version. */
function withoutClashes(now: Subject, was: Subject | undefined, clashes: readonly Clash[]): Subject {
  if (!now.user || !was?.user) return now;
  const { settings, version } = was.user;
  const own = clashes.filter(({ people }) => people.includes(now.person?.person_id ?? -1));
  const kept = Object.fromEntries(own.map(({ field }) => [field, settings[field]]));
  return { ...now, user: { ...now.user, settings: { ...now.user.settings, ...kept }, version } };
}

/** The form with these users as they are now. */
export function adopted(form: FormLayer, now: readonly Subject[]): FormLayer {
  if (now.length === 0) return form;
  const byId = new Map(now.map(subject => [subject.person?.person_id, subject]));
  const subjects = form.facts.subjects.map(subject => byId.get(subject.person?.person_id) ?? subject);
  return { ...form, facts: { ...form.facts, subjects } };
}

/** Who changed whom in what, who was removed by whom, and who is back. */
function newsOf({ facts, planned }: FormLayer, meanwhile: readonly Subject[], removed: Removals): string {
  const shown = new Map(facts.subjects.map(subject => [subject.person?.person_id, subject]));
  const away = new Set(planned?.leftOut.map(problem => problem.person_id));
  const isBack = ({ person }: Subject) => away.has(person?.person_id);
  const users = meanwhile.filter(subject => subject.user !== null && !isBack(subject));
  const back = meanwhile.filter(subject => subject.user !== null && isBack(subject));
  const by = listed([...new Set(users.flatMap(({ user }) => user?.modified_by ?? []))]);
  const changed = users.flatMap(({ person, user }) => {
    const was = shown.get(person?.person_id)?.user;
    return was && user ? (Object.keys(fieldChanges(was.settings, user.settings)) as FieldName[]) : [];
  });
  const labels = [...new Set(changed)].map(name => fields[name].label.toLowerCase());
  const what = labels.length > 0 ? `: ${listed(labels)}` : '';
  const gone = meanwhile.filter(({ user }) => user === null);
  const remover = ({ person }: Subject) => removed.get(person?.person_id ?? -1)?.operator_name ?? '';
  return [
    users.length > 0 ? `${by} changed ${namesOf(users)} meanwhile${what}.` : '',
    back.length > 0 ? `${namesOf(back)} ${back.length === 1 ? 'is a user' : 'are users'} again.` : '',
    ...[...Map.groupBy(gone, remover)].map(([who, those]) => `${namesOf(those)} ${wentBy(those, who)}.`),
  ]
    .filter(Boolean)
    .join(' ');
}

function wentBy({ length }: readonly Subject[], who: string): string {
  if (who !== '') return `${length === 1 ? 'was' : 'were'} removed by ${who}`;
  return length === 1 ? 'is no user any more' : 'are no users any more';
}

function namesOf(subjects: readonly Subject[]): string {
  return listed(subjects.flatMap(({ person, user }) => (person ? shownName({ person, user }) : [])));
}

/** The picks without those who can't be added any more. */
export function withoutRefused(form: FormLayer, leftOut: readonly Problem[]) {
  if (!form.people || leftOut.length === 0) return null;
  const out = new Set(leftOut.map(problem => problem.person_id));
  const picked = new Map([...form.people.picked].filter(([id]) => !out.has(id)));
  const [first, ...more] = leftOut.map(problemText);
  const news = `${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}`;
  return { people: { ...form.people, picked }, news };
}
