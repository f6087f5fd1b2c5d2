import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { failure } from '../failure.ts';
import { oneAfterAnother } from '../in-time.ts';
import { answerTo } from './answers.ts';
import { type ReadQuestion, type Reply, type Request, withSelections } from './question.ts';

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
