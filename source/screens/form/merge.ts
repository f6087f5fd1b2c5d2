import type { Problem } from '../../roster/change-set.ts';
import { type Clash, clashesOf } from '../../roster/clashes.ts';
import type { Subject } from '../../roster/facts.ts';
import { fieldChanges } from '../../roster/field-changes.ts';
import { fields } from '../../roster/fields.ts';
import { without } from '../../roster/plan-edit.ts';
import { shownName } from '../../roster/subjects.ts';
import type { FieldName } from '../../roster/user.ts';
import { listed } from '../../roster/words.ts';
import { allEdits } from './edits.ts';
import { problemText } from './problem-text.ts';
import type { FormLayer } from './state.ts';

/** The form with what others did: what clashes with mine stays as it was seen. */
export function mergedWith(form: FormLayer, meanwhile: readonly Subject[]): FormLayer {
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
  const clashes = clashesOf(pairs, form.facts.catalog);
  const clashing = new Set(clashes.flatMap(clash => clash.people));
  const isClashing = ({ person }: Subject) => clashing.has(person?.person_id ?? -1);
  const known = meanwhile.map(subject =>
    isClashing(subject) ? withoutClashes(subject, shown.get(subject.person?.person_id), clashes) : subject,
  );
  return {
    ...adopted(form, known),
    clashes,
    meanwhile: meanwhile.filter(isClashing),
    news: newsOf(meanwhile, shown),
  };
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

/** Who changed whom in what, and who is gone. */
function newsOf(meanwhile: readonly Subject[], shown: ReadonlyMap<number | undefined, Subject>): string {
  const users = meanwhile.filter(({ user }) => user !== null);
  const by = listed([...new Set(users.flatMap(({ user }) => user?.modified_by ?? []))]);
  const changed = users.flatMap(({ person, user }) => {
    const was = shown.get(person?.person_id)?.user;
    return was && user ? (Object.keys(fieldChanges(was.settings, user.settings)) as FieldName[]) : [];
  });
  const labels = [...new Set(changed)].map(name => fields[name].label.toLowerCase());
  const what = labels.length > 0 ? `: ${listed(labels)}` : '';
  const gone = meanwhile.filter(({ user }) => user === null);
  return [
    users.length > 0 ? `${by} changed ${namesOf(users)} meanwhile${what}.` : '',
    gone.length > 0 ? `${namesOf(gone)} ${gone.length === 1 ? 'is' : 'are'} no user any more.` : '',
  ]
    .filter(Boolean)
    .join(' ');
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
