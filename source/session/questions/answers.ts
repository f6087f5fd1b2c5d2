import { type AccountLink, readLink } from '../../../db/account/link.ts';
import { withPushCost } from '../../../db/account/planned-push.ts';
import { listPushes, readWaitingSets } from '../../../db/account/push-list.ts';
import { hasPeople, readAccount, readPools, sharedDomain } from '../../../db/catalog/account.ts';
import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import { newsSince } from '../../../db/history/news.ts';
import { countLeavers } from '../../../db/people/leavers.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { withLastOnes } from '../../../db/users/last-ones.ts';
import type { Who } from '../../operator/who.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import { viewerOf } from '../../roster/access/viewer.ts';
import type {
  AccountSource,
  AccountSummary,
  Effect,
  MissingFilters,
  Outcome,
} from '../../roster/screen/effects.ts';
import type { View } from '../../roster/screen/view.ts';
import { answerToForm, type FormQuestion, isFormQuestion } from './form-answers.ts';
import { answerToPage, type PageQuestion } from './page-answers.ts';
import { planRequest } from './plans.ts';
import type { Promised } from './promised.ts';

/** The effects that only read, and are done with at once. */
export type Question =
  | PageQuestion
  | FormQuestion
  | Extract<Effect, { type: 'choices' | 'refresh' | 'plan' }>;

type Asked<Type extends Question['type']> = Extract<Question, { type: Type }>;

/** Whoever asks, the change sets that they made here, and what `u` and Ctrl+R are to do. */
export interface Asker {
  who: Who;
  ownSets: ReadonlySet<number>;
  promised: Promised;
}

/** The outcome of a reading effect, from one state of the database. */
export async function answerTo(db: Db, question: Question, asker: Asker): Promise<Outcome> {
  const { operator } = asker.who;
  switch (question.type) {
    case 'choices':
      return choices(db, question);
    case 'refresh':
      return refreshed(db, question, asker);
    case 'plan':
      return planned(db, question, { operator, promised: asker.promised });
    default:
      if (isFormQuestion(question)) return answerToForm(db, question, operator);
      return answerToPage(db, question, operator);
  }
}

async function choices(db: Db, { of }: Asked<'choices'>): Promise<Outcome> {
  const all = await (of === 'queue' ? readQueues(db) : readRoles(db));
  return { type: 'choices', of, choices: all.map(({ id, name }) => ({ id, name })) };
}

async function refreshed(
  db: Db,
  { view, since, follows }: Asked<'refresh'>,
  { who: { operator, via }, ownSets }: Asker,
): Promise<Outcome> {
  const missing = await missingFilters(db, view);
  const news = await newsSince(db, since, ownSets);
  const account = await accountSummary(db);
  const pushes = follows.length > 0 ? await listPushes(db, { ids: follows }) : [];
  return { type: 'refreshed', account, missing, viewer: viewerOf(operator, via), news, pushes };
}

/** Which of the filters in force were deleted by others: their names. */
async function missingFilters(db: Db, view: View): Promise<MissingFilters> {
  return {
    queue: missing(view.queue, view.queue ? await readQueues(db) : []),
    role: missing(view.role, view.role ? await readRoles(db) : []),
  };
}

function missing(filter: View['queue'], existing: readonly { id: number }[]): string | null {
  if (!filter || existing.some(({ id }) => id === filter.id)) return null;
  return filter.name;
}

async function sourceOf(db: Db, link: AccountLink): Promise<AccountSource> {
  const { read_at, failing_since, failure } = link;
  return { read_at, failing_since, failure, waiting: (await readWaitingSets(db)).count };
}

/** What the header shows of the account. */
export async function accountSummary(db: Db): Promise<AccountSummary> {
  const { account_name, license_model } = await readAccount(db);
  const pools = await readPools(db, license_model);
  const link = await readLink(db);
  return {
    account_name,
    license_model,
    pools,
    hasPeople: await hasPeople(db),
    leavers: await countLeavers(db),
    domain: await sharedDomain(db),
    source: link ? await sourceOf(db, link) : undefined,
  };
}

async function planned(
  db: Db,
  { request }: Asked<'plan'>,
  asker: { operator: Operator; promised: Promised },
): Promise<Outcome> {
  const plan = await planRequest(db, request, asker);
  if (!plan) return { type: 'nothing-to-plan', request };
  const changeSet = await withPushCost(db, await withLastOnes(db, plan.changeSet));
  return { type: 'planned', planned: { ...plan, changeSet } };
}
