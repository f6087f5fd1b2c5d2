import { readClashes } from '../../../db/account/clashes.ts';
import { atAccount } from '../../../db/account/pending.ts';
import { historyPage, pushedSets, withPushes } from '../../../db/account/pushed-sets.ts';
import { refusedParts } from '../../../db/account/refused.ts';
import { changesOfPerson, listChangeSets } from '../../../db/history/change-sets.ts';
import { changesAfter } from '../../../db/history/history-pages.ts';
import { outboxCounts } from '../../../db/outbox/outbox-counts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import { may, type Operator } from '../../roster/access/privileges.ts';
import type { ClashingUser } from '../../roster/pull/clash-lines.ts';
import type { PageEffect, PageOutcome } from '../../roster/screen/page-effects.ts';
import { completePath } from '../files/paths.ts';
import { sortedByName } from './plans.ts';

/** The questions of pages. */
export type PageQuestion = Extract<
  PageEffect,
  { type: 'user' | 'clashes' | 'history' | 'change-set' | 'pushes' | 'outbox' | 'complete-path' }
>;

type Asked<Type extends PageQuestion['type']> = Extract<PageQuestion, { type: Type }>;

/** The last changes that a user's page shows. */
const lastChanges = 10;
const changesAtOnce = 200;
/** As many as are worth a look; the command lists more. */
const mostPushes = 500;

/** The answer to a page, from one state of the database. */
export async function answerToPage(db: Db, question: PageQuestion, operator: Operator): Promise<PageOutcome> {
  switch (question.type) {
    case 'user':
      return userPage(db, question, operator);
    case 'clashes': {
      const clashing = await readClashes(db, question.ids ?? undefined);
      return { ...question, users: sortedByName([...clashing.values()], nameAndId) };
    }
    case 'history':
      return mayReadHistory(operator) ? historyAnswer(db, question) : { type: 'withheld' };
    case 'change-set':
      return mayReadHistory(operator) ? changeSetPage(db, question) : { type: 'withheld' };
    case 'pushes':
      return mayReadHistory(operator)
        ? { type: 'pushes', ...(await pushedSets(db, mostPushes)) }
        : { type: 'withheld' };
    case 'outbox': {
      const { waiting, unknown } = await outboxCounts(db);
      return { type: 'outbox', waiting, unknown };
    }
    case 'complete-path':
      return { type: 'path-completed', asked: question.text, ...(await completePath(question.text)) };
  }
}

function nameAndId({ name, person_id }: ClashingUser) {
  return { name, id: person_id };
}

/** Whether they may see what was changed, and by whom. */
export function mayReadHistory(operator: Operator): boolean {
  return may(operator, 'RptContactCenterOperationLog:Read');
}

async function userPage(db: Db, { id }: Asked<'user'>, operator: Operator): Promise<PageOutcome> {
  const users = await readUsers(db, [id]);
  const changes = mayReadHistory(operator) ? await changesOfPerson(db, id, lastChanges) : null;
  const user = users.get(id) ?? null;
  return { type: 'user', id, user, changes, atAccount: user && (await atAccount(db, user)) };
}

async function historyAnswer(db: Db, question: Asked<'history'>): Promise<PageOutcome> {
  const { person_id, search, place } = question;
  return { type: 'history', person_id, search, place, ...(await historyPage(db, question)) };
}

async function changeSetPage(db: Db, { id, after }: Asked<'change-set'>): Promise<PageOutcome> {
  const [set] = await withPushes(db, await listChangeSets(db, { ids: [id] }));
  if (!set) throw new Error(`There is no change set ${id}.`);
  const changes = await changesAfter(db, { id, after, limit: changesAtOnce });
  return { type: 'change-set', set, after, changes, refused: await refusedParts(db, set) };
}
