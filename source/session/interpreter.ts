import { mirroredWindow } from '../../db/account/pending.ts';
import type { RosterDatabase } from '../../db/open.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { snapshot } from '../../db/sqlite/snapshot.ts';
import { countView } from '../../db/users/totals.ts';
import type { Identified, Who } from '../operator/who.ts';
import type { Drawing } from '../roster/screen/drawing.ts';
import type { Effect, Outcome, Remembered, Task } from '../roster/screen/effects.ts';
import type { SessionState } from '../roster/screen/session-state.ts';
import { isFiltered, type View } from '../roster/screen/view.ts';
import type { RowWindow } from '../roster/users/row.ts';
import { failure } from './failure.ts';
import { exportTo } from './files/export.ts';
import { after, createLatest, oneAfterAnother, soon } from './in-time.ts';
import type { Perform } from './loop.ts';
import { telling } from './progress.ts';
import { createBackgroundPush } from './pushing/background-push.ts';
import type { Question } from './questions/answers.ts';
import { applied } from './questions/applied.ts';
import { createCurrentOperator, namesFile } from './questions/current-operator.ts';
import { outcomeOf, type SlowQuestion } from './questions/outcomes.ts';
import { mayReadHistory } from './questions/page-answers.ts';
import type { AnswerTo, ExportQuestion } from './reading/question.ts';
import type { Readers } from './reading/reader.ts';

/** What the interpreter needs of the place it runs in. */
export interface Host {
  copy(text: string): void;
  redraw(): void;
  suspend(): void;
  /** Ends the program; `refused` says why, where that was not the wish of whoever looks. */
  quit(refused: string | undefined): void;
  remember(settings: Remembered): void;
  /** Keeps what the next start is to go on with. */
  saveSession(session: SessionState): void;
  /** Keeps how the screen is drawn. */
  draw(drawing: Drawing): void;
  /** Gives up waiting for another program's write; `forGood`: whatever would wait later, too. */
  giveUp(forGood: boolean): void;
  /** Runs a command of this program in a process of its own; resolves with its exit code. */
  runBeside(words: readonly string[]): Promise<number>;
}

interface Context {
  roster: RosterDatabase;
  /** Who looks, as they were admitted. */
  who: Who;
  readers: Readers;
  /** Looks once more who that is and what they may do. */
  identify(db: Db): Promise<Identified>;
  host: Host;
}

/** Milliseconds that the next key waits: for a write, for rows, for a file to be written or read, for what is counted. */
const longestWait = { write: 150, rows: 50, file: 150, count: 5 };

/** Milliseconds from the last write to the folding of the write-ahead log. */
const foldAfter = 500;

/** After so many milliseconds it is told how far a task is. */
const signAfter: Record<Task, number> = { select: 200, copy: 200, write: 300, export: 1_000 };

/** What is said of history to whom it is not for. */
const withheld: Outcome = { type: 'withheld' };

/** Runs what reducers ask for, on the database and on the host. */
export function createInterpreter(context: Context): Perform<Effect, Outcome> {
  const { roster, readers, host } = context;
  const currentOperator = createCurrentOperator(context);
  roster.foldsLater = true;
  const readInTurn = oneAfterAnother();
  const writeInTurn = oneAfterAnother();
  const latest = {
    window: createLatest(),
    count: createLatest(),
    'choice-counts': createLatest(),
    'missing-users': createLatest(),
    usage: createLatest(),
    'copy-rows': createLatest(),
    history: createLatest(),
  };
  /** Rows take long: whoever asks for others does not wait for them. */
  let rowsAreLate = false;
  /** The first rows are waited for: without them there is nothing to look at. */
  let rowsAreThere = false;
  let isFirstCount = true;
  /** The view of which the last count was asked. */
  let counted: View | null = null;
  let exporting: { controller: AbortController; done: Promise<unknown> } | null = null;
  /** Writes that are not done: the first of them is under way. */
  let writes = 0;
  let folding: NodeJS.Timeout | undefined;
  let quitting = false;

  const background = createBackgroundPush({
    read: roster.read,
    operator: () => currentOperator.who().operator,
    run: host.runBeside,
  });

  /** A disk that does not answer holds up the question that needs a file, and no other. */
  const ask = (question: Question) =>
    namesFile(question)
      ? withReader(roster, db => currentOperator.answer(db, question))
      : readInTurn(() => snapshot(roster.read, db => currentOperator.answer(db, question)));

  /** What a start shows first is read here: the threads are still starting. */
  const here = async <T>(signal: AbortSignal, look: (db: Db) => Promise<T>) => {
    const answer = await readInTurn(() => snapshot(roster.read, look));
    return signal.aborted ? null : answer;
  };

  function rows(effect: Extract<Effect, { type: 'window' }>) {
    const { view, request } = effect;
    const signal = latest.window.next();
    // What is being counted of the view before is of no use any more.
    if (view !== counted) {
      latest.count.abort();
      latest['choice-counts'].abort();
    }
    const windowed = (window: RowWindow | null): Outcome | null =>
      window && { type: 'windowed', request, window };
    if (!rowsAreThere) {
      rowsAreThere = true;
      const look = here(signal, db => mirroredWindow(db, view, request));
      return { now: answered(effect, look.then(windowed)) };
    }
    const look = readers.pages.ask(effect, signal).finally(() => {
      if (!signal.aborted) rowsAreLate = false;
    });
    return soon(answered(effect, look.then(windowed)), rowsAreLate ? 0 : longestWait.rows, () => {
      rowsAreLate = true;
    });
  }

  function slow(question: SlowQuestion, task: Task, tell: (outcome: Outcome) => void) {
    const gathers = question.type === 'ids' || question.type === 'between';
    // Who matches is known with them, and keys wait for them rather than for a count.
    if (gathers) latest.count.abort();
    if (question.type === 'count') counted = question.view;
    const signal = gathers ? new AbortController().signal : latest[question.type].next();
    const outcome = (answer: AnswerTo<SlowQuestion> | null) => answer && outcomeOf(question, answer);
    if (question.type === 'count' && isFirstCount) {
      isFirstCount = false;
      // Without search and filters this is known without looking at everybody.
      if (!isFiltered(question.view) && question.selected.size === 0) {
        const look = here(signal, db => countView(db, question.view, question));
        return { now: answered(question, look.then(outcome)) };
      }
    }
    const progress = telling(task, signAfter[task], tell);
    const look = readers.totals.ask(question, signal, progress.at).finally(progress.over);
    return soon(answered(question, look.then(outcome)), longestWait.count);
  }

  /** A search reads all of history; keys go on meanwhile. One for other words takes its place, but none that goes on with it. */
  function history(effect: Extract<Effect, { type: 'history' }>) {
    const { person_id, search, place } = effect;
    if (search === '') return { now: answered(effect, ask(effect)) };
    if (!mayReadHistory(currentOperator.who().operator)) return { now: Promise.resolve([withheld]) };
    const isNew = 'before' in place && place.before === null;
    const signal = isNew ? latest.history.next() : new AbortController().signal;
    const look = readers.pages.ask(effect, signal);
    const outcome = look.then(
      answer => answer && { type: 'history' as const, person_id, search, place, ...answer },
    );
    return soon(answered(effect, outcome), longestWait.rows);
  }

  function toFile(effect: Extract<Effect, { type: 'export' }>, tell: (outcome: Outcome) => void) {
    const controller = new AbortController();
    const progress = telling('export', signAfter.export, tell);
    const write = (question: ExportQuestion) => readers.totals.ask(question, controller.signal, progress.at);
    const exported = currentOperator.withFiles(() => exportTo(effect, write));
    const done = answered(effect, exported.finally(progress.over));
    exporting = { controller, done };
    return soon(done, longestWait.file);
  }

  function write(effect: Extract<Effect, { type: 'apply' }>, tell: (outcome: Outcome) => void) {
    const progress = telling('write', signAfter.write, tell);
    const first = writes++ === 0;
    const written = writeInTurn(async () =>
      quitting && !first
        ? null
        : await applied({ roster, currentOperator }, effect.planned, ask, progress.at),
    );
    const over = () => {
      writes--;
      progress.over();
      foldSoon();
    };
    return soon(answered(effect, written.finally(over)), longestWait.write);
  }

  /** Once what was written is shown, and nothing more is being written. */
  function foldSoon(): void {
    clearTimeout(folding);
    folding = setTimeout(foldQuietly, foldAfter).unref();
  }

  function foldQuietly(): void {
    try {
      if (writes === 0) roster.foldLog();
    } catch {
      // Nothing is lost: all of it is in the log, and whoever writes next tries again.
    }
  }

  /** What is being written is finished, and of an export nothing is left; writes that wait for their turn are given up. */
  async function quit(refused: string | undefined): Promise<void> {
    quitting = true;
    host.giveUp(true);
    exporting?.controller.abort();
    await exporting?.done;
    await writeInTurn(async () => {
      await background.leave();
      host.quit(refused);
    });
  }

  return (effect, tell) => {
    switch (effect.type) {
      case 'window':
        return rows(effect);
      case 'ids':
      case 'between':
      case 'count':
      case 'choice-counts':
      case 'missing-users':
      case 'usage':
        return slow(effect, 'select', tell);
      case 'copy-rows':
        return slow(effect, 'copy', tell);
      case 'history':
        return history(effect);
      case 'export':
        return toFile(effect, tell);
      case 'stop-export':
        exporting?.controller.abort();
        return {};
      case 'apply':
        return write(effect, tell);
      case 'send-waiting':
        background.look(() => tell({ type: 'not-sent' }), effect.again);
        return {};
      case 'give-up-push':
        return { later: answered(effect, background.giveUp(effect.id)) };
      case 'expire-toast':
        return { later: after<Outcome>(effect.ms, { type: 'toast-expired', id: effect.id }) };
      case 'wake':
        return { later: after<Outcome>(effect.ms, { type: 'awake' }) };
      case 'expire-news':
        return { later: after<Outcome>(effect.ms, { type: 'news-expired', number: effect.number }) };
      case 'copy':
        host.copy(effect.text);
        return {};
      case 'remember':
        host.remember(effect.settings);
        return {};
      case 'draw':
        host.draw(effect.drawing);
        return {};
      case 'save-session':
        host.saveSession(effect.session);
        return {};
      case 'give-up':
        host.giveUp(false);
        return {};
      case 'redraw':
        host.redraw();
        return {};
      case 'suspend':
        host.suspend();
        return {};
      case 'quit':
        void quit(effect.refused);
        return {};
      default:
        // A file can be on a disk that does not answer: keys go on, those that leave among them.
        if (namesFile(effect)) return soon(answered(effect, ask(effect)), longestWait.file);
        return { now: answered(effect, ask(effect)) };
    }
  };
}

async function withReader<T>(roster: RosterDatabase, look: (db: Db) => Promise<T>): Promise<T> {
  const db = roster.reader();
  return await snapshot(db, look).finally(() => db.destroy());
}

/** A failure is an answer, too: it is shown, and the screen goes on. What was aborted has none. */
async function answered(effect: Effect, outcome: Promise<Outcome | null>): Promise<Outcome[]> {
  try {
    const found = await outcome;
    return found ? [found] : [];
  } catch (error) {
    return [{ type: 'failed', message: failure(error), effect }];
  }
}
