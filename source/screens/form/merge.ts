import type { Problem } from '../../roster/change-set.ts';
import { type Clash, clashesOf } from '../../roster/clashes.ts';
import type { Subject } from '../../roster/facts.ts';
import { without } from '../../roster/plan-edit.ts';
import { shownName } from '../../roster/subjects.ts';
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
    news: newsOf(meanwhile),
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

function newsOf(meanwhile: readonly Subject[]): string {
  const users = meanwhile.filter(({ user }) => user !== null);
  const gone = meanwhile.length - users.length;
  const by = listed([...new Set(users.flatMap(({ user }) => user?.modified_by ?? []))]);
  const names = listed(meanwhile.flatMap(({ person, user }) => (person ? shownName({ person, user }) : [])));
  if (users.length === 0) return `${names} ${gone === 1 ? 'is' : 'are'} no user any more.`;
  return `${by} changed ${names} meanwhile.`;
}

/** The picks without those who can't be added any more. */
export function withoutRefused(form: FormLayer, leftOut: readonly Problem[]) {
  if (!form.people || leftOut.length === 0) return null;
  const out = new Set(leftOut.map(problem => problem.person_id));
  const picked = new Map([...form.people.picked].filter(([id]) => !out.has(id)));
  return { people: { ...form.people, picked }, news: leftOut[0] ? problemText(leftOut[0]) : null };
}
