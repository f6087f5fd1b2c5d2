import { applyChangeSet } from '../../db/changes/apply.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { Operator } from '../roster/access/privileges.ts';
import type { ChangeSet } from '../roster/plan/change-set.ts';
import { plan } from '../roster/plan/plan.ts';
import type { HistoryStep } from './history-steps.ts';
import type { Authors } from './operators.ts';
import { randomFor } from './random.ts';
import { daysBefore } from './times.ts';

const topic = 4;

/** Does the steps one after the other, the way the program does them; steps about nobody are left out. */
export async function writeHistory(
  db: Db,
  steps: readonly HistoryStep[],
  { authors, now }: { authors: Authors; now: Date },
): Promise<void> {
  let last: number | null = null;
  let lastAddition: number | null = null;
  for (const step of steps) {
    const operator = authors[step.who];
    const changeSet = step.people.length > 0 ? await planned(db, step, { operator, last }) : null;
    if (!changeSet || changeSet.changes.length === 0) continue;
    const { operator_id, operator_name } = operator;
    const at = daysBefore(now, step.daysAgo, step.clock);
    const result = await applyChangeSet(db, changeSet, { operator_id, operator_name, via: step.via, at });
    if (!result.ok) throw new Error(`Made-up history went stale: ${changeSet.summary}`);
    last = result.applied.id;
    if (changeSet.kind === 'add') lastAddition = last;
  }
  await sendOldNotices(db, lastAddition);
}

async function planned(
  db: Db,
  { intent, people }: HistoryStep,
  { operator, last }: { operator: Operator; last: number | null },
): Promise<ChangeSet | null> {
  const facts = await readFacts(db, { ids: people }, operator);
  if (intent.kind !== 'undo-last') return sound(plan(intent, facts));
  const set = last === null ? null : await readChangeSet(db, last);
  return set ? sound(plan({ kind: 'undo', set }, facts)) : null;
}

function sound(changeSet: ChangeSet): ChangeSet {
  const [problem] = changeSet.problems;
  if (problem) throw new Error(`Made-up history does not work out: ${problem.message}`);
  return changeSet;
}

/** Only the e-mails of the newest addition still wait, under ids that are the same every time. */
async function sendOldNotices(db: Db, newest: number | null): Promise<void> {
  await db.transaction().execute(async trx => {
    await trx
      .deleteFrom('outbox')
      .where('change_set_id', '!=', newest ?? 0)
      .execute();
    const waiting = await trx
      .selectFrom('outbox')
      .select(['outbox_id', 'person_id'])
      .orderBy('person_id')
      .execute();
    for (const { outbox_id, person_id } of waiting)
      await trx
        .updateTable('outbox')
        .set({ outbox_id: madeUpUuid(person_id) })
        .where('outbox_id', '=', outbox_id)
        .execute();
  });
}

function madeUpUuid(number: number): string {
  const random = randomFor(topic, number);
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${random.pick(['8', '9', 'a', 'b'])}${digits(3)}-${digits(12)}`;
}
