import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type AnswerTo,
  asSelection,
  type OnProgress,
  type ReadQuestion,
  type Reply,
  type Request,
} from './question.ts';

/** Where the build puts the thread, from where this stands. */
declare const READER_FILE: string;

/** A thread that reads, because a running SQLite statement holds up whatever else its thread has to do. */
export interface Reader {
  /**
   * The answer, from one state of the database; null once `signal` is aborted, and what has not begun by then never does.
   * Throws a sentence.
   */
  ask<Question extends ReadQuestion>(
    question: Question,
    signal: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<AnswerTo<Question> | null>;
  /** Starts the thread before it is asked anything, so that the first question need not wait for that. */
  start(): void;
  /** Ends the thread. False where it is still in a statement after a moment: nothing but the end of the process ends that. */
  close(): Promise<boolean>;
}

/** The threads of a screen: what it shows never waits for what is counted. */
export interface Readers {
  /** Of rows. */
  pages: Reader;
  /** Of whatever goes through everybody. */
  totals: Reader;
  start(): void;
  close(): Promise<boolean>;
}

/** Threads that read the roster at a path; each starts when it is first asked, unless it was told to before. */
export function createReaders(path: string): Readers {
  const [pages, totals] = [createReader(path), createReader(path)];
  return {
    pages,
    totals,
    start() {
      pages.start();
      totals.start();
    },
    close: async () => (await Promise.all([pages.close(), totals.close()])).every(Boolean),
  };
}

/** Milliseconds that leaving waits for a statement to end. */
const statementWait = 500;

interface Asked {
  resolve(answer: unknown): void;
  reject(error: Error): void;
  onProgress: OnProgress;
}

function createReader(path: string): Reader {
  const asked = new Map<number, Asked>();
  let worker: Worker | null = null;
  let last = 0;
  let isClosed = false;
  const send = (request: Request) => start().postMessage(request);

  function start(): Worker {
    if (worker) return worker;
    worker = new Worker(new URL(READER_FILE, import.meta.url), { workerData: path });
    // It keeps no process from its end.
    worker.unref();
    worker.on('message', hear);
    worker.on('error', fail);
    return worker;
  }

  function hear(reply: Reply): void {
    const one = asked.get(reply.id);
    if (!one) return;
    if ('progress' in reply) one.onProgress(reply.progress.done, reply.progress.total);
    else if ('error' in reply) one.reject(new Error(reply.error));
    else one.resolve(asSelection(reply.answer));
  }

  /** The thread is gone, and what it was asked; the next question starts another. */
  function fail(error: unknown): void {
    worker = null;
    for (const one of asked.values()) one.reject(error as Error);
    asked.clear();
  }

  return {
    async ask(question, signal, onProgress = () => {}) {
      if (signal.aborted) return null;
      const id = ++last;
      const answer = Promise.withResolvers<unknown>();
      asked.set(id, { ...answer, onProgress });
      const abort = () => {
        send({ id, abort: true });
        answer.resolve(null);
      };
      signal.addEventListener('abort', abort, { once: true });
      send({ id, question });
      try {
        return (await answer.promise) as AnswerTo<typeof question> | null;
      } finally {
        signal.removeEventListener('abort', abort);
        asked.delete(id);
      }
    },
    start: () => void (isClosed || start()),
    async close() {
      isClosed = true;
      if (!worker) return true;
      const waited = new AbortController();
      const ended = worker.terminate().then(() => waited.abort());
      const wait = setTimeout(statementWait, false, { signal: waited.signal }).catch(() => true);
      return await Promise.race([ended.then(() => true), wait]);
    },
  };
}
