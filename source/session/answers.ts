import { readAccount, readPools } from '../../db/account.ts';
import type { Db } from '../../db/dialect.ts';
import { queueCounts, roleCounts, totals } from '../../db/totals.ts';
import { idsBetween, matchingIds, rosterWindow } from '../../db/window.ts';
import type { Who } from '../operator/who.ts';
import type { AccountSummary, Effect, Outcome } from '../roster/effects.ts';
import { viewerOf } from '../roster/viewer.ts';
import { rowsAsCsv } from './copied-rows.ts';
import { answerToForm, type FormQuestion, isFormQuestion } from './form-answers.ts';
import { whatIsGone } from './gone.ts';
import { answerToPage, type PageQuestion } from './page-answers.ts';
import { planWish } from './plans.ts';

/** The effects that only read. */
export type Question =
  | PageQuestion
  | FormQuestion
  | Extract<Effect, { type: 'window' | 'ids' | 'between' | 'choices' | 'refresh' | 'plan' | 'copy-rows' }>;

type Asked<Type extends Question['type']> = Extract<Question, { type: Type }>;

/** The outcome of a reading effect, from one state of the database. */
export async function answerTo(db: Db, question: Question, who: Who): Promise<Outcome> {
  const { operator } = who;
  switch (question.type) {
    case 'window':
      return windowed(db, question);
    case 'ids':
      return { type: 'ids', ids: await matchingIds(db, question.view), change: question.change };
    case 'between':
      return { type: 'ids', ids: await idsBetween(db, question.view, ...question.ids), change: 'add' };
    case 'choices':
      return choices(db, question);
    case 'refresh':
      return refreshed(db, question, who);
    case 'plan':
      return planned(db, question, operator);
    case 'copy-rows':
      return copiedRows(db, question);
    default:
      if (isFormQuestion(question)) return answerToForm(db, question, operator);
      return answerToPage(db, question, operator);
  }
}

async function windowed(db: Db, { view, request, count }: Asked<'window'>): Promise<Outcome> {
  const window = await rosterWindow(db, view, request);
  return { type: 'windowed', window, totals: count ? await totals(db, view, count) : null };
}

async function choices(db: Db, { of, view }: Asked<'choices'>): Promise<Outcome> {
  const counts = of === 'queue' ? queueCounts : roleCounts;
  const all = await totals(db, { ...view, [of]: null }, []);
  return { type: 'choices', of, choices: await counts(db, view), all: all.matching };
}

async function refreshed(
  db: Db,
  { view, selected }: Asked<'refresh'>,
  { operator, via }: Who,
): Promise<Outcome> {
  const gone = await whatIsGone(db, view, selected);
  return { type: 'refreshed', account: await accountSummary(db), gone, viewer: viewerOf(operator, via) };
}

/** What the header shows of the account. */
export async function accountSummary(db: Db): Promise<AccountSummary> {
  const { account_name, license_model } = await readAccount(db);
  return { account_name, license_model, pools: await readPools(db, license_model) };
}

async function planned(db: Db, { wish }: Asked<'plan'>, operator: Who['operator']): Promise<Outcome> {
  const plan = await planWish(db, wish, operator);
  return plan ? { type: 'planned', planned: plan } : { type: 'nothing-to-plan', wish };
}

async function copiedRows(db: Db, { ids, view }: Asked<'copy-rows'>): Promise<Outcome> {
  const text = await rowsAsCsv(db, ids, view);
  return { type: 'copied', what: `${ids.length} ${ids.length === 1 ? 'row' : 'rows'} as CSV`, text };
}
