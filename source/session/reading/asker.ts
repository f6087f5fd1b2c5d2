import { setImmediate } from 'node:timers/promises';
import type { OnProgress } from './question.ts';

/** Whoever asks a thread something that takes long. */
export interface Asker {
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** The pages up to the moment that nobody wants them any more; in between the thread hears what it is told. */
export async function* untilAborted<Page>(
  pages: AsyncIterable<Page>,
  { signal }: Pick<Asker, 'signal'>,
): AsyncGenerator<Page> {
  for await (const page of pages) {
    await setImmediate();
    if (signal.aborted) return;
    yield page;
  }
}
