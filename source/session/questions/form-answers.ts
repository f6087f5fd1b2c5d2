import { withPushCost } from '../../../db/account/planned-push.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import { lastRemovals } from '../../../db/history/change-sets.ts';
import { candidatesNamed, unlicensedPeople } from '../../../db/people/unlicensed.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { addLimit } from '../../roster/plan/change-set.ts';
import type { Facts, Subject } from '../../roster/plan/facts.ts';
import { plan } from '../../roster/plan/plan.ts';
import { whyNotAddable } from '../../roster/plan/plan-add.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import type { Effect } from '../../roster/screen/effects.ts';
import type { FormChangeRequest, FormEffect, FormOutcome } from '../../roster/screen/form-effects.ts';
import { countNotShown, inNameOrder, intentOf, sortedByName } from './plans.ts';
import { refusedForm } from './refused-form.ts';

/** The questions of forms. */
export type FormQuestion = FormEffect;

type Asked<Type extends FormQuestion['type']> = Extract<FormQuestion, { type: Type }>;

export function isFormQuestion(question: Effect): question is FormQuestion {
  return ['form-facts', 'refused-form', 'form-plan', 'candidates', 'candidates-named'].includes(
    question.type,
  );
}

/** The answer to a form, from one state of the database. */
export async function answerToForm(db: Db, question: FormQuestion, operator: Operator): Promise<FormOutcome> {
  switch (question.type) {
    case 'form-facts': {
      const { of, ids, restored } = question;
      const read = await readFacts(db, { ids }, operator);
      const facts = { ...read, subjects: sortedByName(read.subjects, nameAndId) };
      if (!restored) return { type: 'form-facts', of, facts };
      const picked = of === 'add' ? await candidatesNamed(db, ids) : [];
      return { type: 'form-facts', of, facts, restored, picked };
    }
    case 'refused-form':
      return await refusedForm(db, question.id, operator);
    case 'form-plan':
      return formPlan(db, question, operator);
    case 'candidates': {
      const { search, after, limit } = question;
      const page = await unlicensedPeople(db, { search, after, limit });
      return { type: 'candidates', search, after, page };
    }
    case 'candidates-named':
      return named(db, question, operator);
  }
}

function nameAndId({ person, user, asked }: Subject) {
  return { name: person ? shownName({ person, user }) : asked, id: person?.person_id ?? 0 };
}

/** The plan of what a form would do, without those who can't be part of it any more, and who is not as it shows them. */
async function formPlan(
  db: Db,
  { number, request, seen }: Asked<'form-plan'>,
  operator: Operator,
): Promise<FormOutcome> {
  const facts = await readFacts(db, { ids: request.ids }, operator);
  const fits = (subject: Subject) =>
    request.kind === 'add' ? whyNotAddable(subject) === null : subject.user !== null;
  const left: Facts = { ...facts, subjects: facts.subjects.filter(fits) };
  const gone = plan(intentOf({ ...request, edits: [] }), {
    ...facts,
    subjects: facts.subjects.filter(subject => !fits(subject)),
  });
  const leftOut = gone.problems.filter(problem => problem.column === 'user_email');
  const drafted = inNameOrder(plan(intentOf(request), left));
  const meanwhile = facts.subjects.filter(({ person, user }) => {
    return person && seen.has(person.person_id) && seen.get(person.person_id) !== (user?.version ?? null);
  });
  const ids = left.subjects.flatMap(({ person }) => person?.person_id ?? []);
  const rest = { ...request, ids };
  const changeSet = isSmall(ids) || isAsked(rest) ? await withPushCost(db, drafted) : drafted;
  const planned = { request: rest, changeSet, leftOut, notShown: await countNotShown(db, rest) };
  const away = meanwhile.flatMap(({ person, user }) => (person && !user ? person.person_id : []));
  return { type: 'form-planned', number, planned, meanwhile, removed: await lastRemovals(db, away) };
}

/** Of more users it takes too long to be said with every field that changes. */
const isSmall = (ids: readonly number[]) => ids.length <= addLimit;

/** Whether somebody is asked next: then it is said what is not shown. */
const isAsked = (request: FormChangeRequest) => request.kind === 'edit' && request.seenIn !== undefined;

/** Who of a list of e-mails can be added; the others with the reason. */
async function named(
  db: Db,
  { emails, unreadable, moreUnreadable }: Asked<'candidates-named'>,
  operator: Operator,
): Promise<FormOutcome> {
  const { subjects } = await readFacts(db, { emails }, operator);
  const refused = [
    ...unreadable.map(line => ({
      code: 'no_email',
      value: line,
      message: `No e-mail in "${line.slice(0, 60)}".`,
    })),
    ...subjects.flatMap(subject => whyNotAddable(subject) ?? []),
  ];
  const ids = subjects.flatMap(subject =>
    subject.person && !whyNotAddable(subject) ? subject.person.person_id : [],
  );
  const candidates = await candidatesNamed(db, ids);
  return { type: 'candidates-named', candidates, refused, unlisted: moreUnreadable };
}
