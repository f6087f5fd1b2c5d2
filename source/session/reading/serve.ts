import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { mirroredWindow } from '../../../db/account/pending.ts';
import { historyPage } from '../../../db/account/pushed-sets.ts';
import { openReader } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { queueCounts, roleCounts } from '../../../db/users/choice-counts.ts';
import { countView } from '../../../db/users/totals.ts';
import { readUsage } from '../../../db/users/usage.ts';
import { idsBetween, matchingIds } from '../../../db/users/window.ts';
import { gathered, nobody, type Selection, withoutAll } from '../../roster/screen/selection.ts';
import { wholeRoster } from '../../roster/screen/view.ts';
import { failure } from '../failure.ts';
import { oneAfterAnother } from '../in-time.ts';
import { type Asker, untilAborted } from './asker.ts';
import { copiedRows } from './copied-rows.ts';
import { exportUsers } from './export.ts';

import { type ReadAnswers, type ReadQuestion, type Reply, type Request, withSelections } from './question.ts';

/** Answers whoever started this thread, with a connection of its own to the roster at the path it was given. */
export function serve(): void {
  const port = parentPort!;
  const path = workerData as string;
  const reply = (message: Reply) => port.postMessage(message);
  const aborts = new Map<number, AbortController>();
  const inTurn = oneAfterAnother();
  let db: Db | null = null;

  async function answer(id: number, question: ReadQuestion, signal: AbortSignal): Promise<void> {
    const onProgress = (done: number, total: number | null) => reply({ id, progress: { done, total } });
    const look = (from: Db) => snapshot(from, one => answerTo(one, question, { signal, onProgress }));
    try {
      if (question.type === 'export') {
        const own = openReader(path);
        reply({ id, answer: await look(own).finally(() => own.destroy()) });
        return;
      }
      await inTurn(async () => {
        // What was aborted meanwhile is heard of before it begins.
        await setImmediate();
        db ??= openReader(path);
        reply({ id, answer: signal.aborted ? null : await look(db) });
      });
    } catch (error) {
      reply({ id, error: failure(error) });
    } finally {
      aborts.delete(id);
    }
  }

  port.on('message', (request: Request) => {
    if ('abort' in request) {
      aborts.get(request.id)?.abort();
      return;
    }
    const controller = new AbortController();
    aborts.set(request.id, controller);
    void answer(request.id, withSelections(request.question), controller.signal);
  });
}

/** A page is for a look; the command lists more. */
const shownOverages = 10;

/** The answer to what a screen asks, from one state of the database; of no use, or null, once it is aborted. */
async function answerTo(
  db: Db,
  question: ReadQuestion,
  asker: Asker,
): Promise<ReadAnswers[keyof ReadAnswers] | null> {
  switch (question.type) {
    case 'window':
      return await mirroredWindow(db, question.view, question.request);
    case 'count':
      return await countView(db, question.view, question);
    case 'ids':
      return await people(matchingIds(db, question.view), asker);
    case 'between':
      return await people(idsBetween(db, question.view, question.ids), asker);
    case 'choice-counts':
      return await choiceCounts(db, question);
    case 'missing-users':
      return await noLongerUsers(db, question.selected, asker);
    case 'usage':
      return await readUsage(db, new Date(), shownOverages);
    case 'copy-rows':
      return await copiedRows(db, question, asker);
    case 'history':
      return await historyPage(db, question);
    case 'export':
      return await exportUsers(db, question, asker);
  }
}

async function people(pages: AsyncIterable<number[]>, asker: Asker): Promise<Selection> {
  return await gathered(untilAborted(pages, asker), done => asker.onProgress(done, null));
}

async function choiceCounts(
  db: Db,
  { of, view }: Extract<ReadQuestion, { type: 'choice-counts' }>,
): Promise<ReadAnswers['choice-counts']> {
  const found = await (of === 'queue' ? queueCounts : roleCounts)(db, view);
  const all = await countView(db, { ...view, [of]: null }, { selected: nobody, person_id: null });
  return { users: new Map(found.map(choice => [choice.id, choice.users])), all: all.totals.matching };
}

/** Up to so many people are looked up one by one; for more all users are read. */
const lookedUp = 1_000;

/** Which of these people are no users any more. */
async function noLongerUsers(db: Db, selected: Selection, asker: Asker): Promise<Selection> {
  const among = selected.size > lookedUp ? wholeRoster : { ...wholeRoster, only: selected };
  return withoutAll(selected, await gathered(untilAborted(matchingIds(db, among), asker)));
}
