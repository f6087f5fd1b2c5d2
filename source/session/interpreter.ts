import { applyChangeSet } from '../../db/apply.ts';
import type { Db } from '../../db/dialect.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { snapshot } from '../../db/snapshot.ts';
import { whyNot } from '../operator/permission.ts';
import { authorship, type Identified, type Who } from '../operator/who.ts';
import type { Effect, Outcome, Planned, Remembered } from '../roster/effects.ts';
import { answerTo, type Question } from './answers.ts';
import { failure } from './failure.ts';
import { oneAfterAnother, soon } from './in-time.ts';
import type { Perform } from './loop.ts';

/** What the interpreter needs of the place it runs in. */
export interface Host {
  copy(text: string): void;
  redraw(): void;
  suspend(): void;
  /** Ends the program; `refused` says why, where that was not the wish of whoever looks. */
  quit(refused: string | undefined): void;
  remember(settings: Remembered): void;
  /** Gives up waiting for another program's write. */
  giveUp(): void;
}

interface Context {
  roster: RosterDatabase;
  /** Who looks, as they were admitted. */
  who: Who;
  /** Looks once more who that is and what they may do. */
  identify(db: Db): Promise<Identified>;
  host: Host;
}

type Ask = (question: Question) => Promise<Outcome>;

/** Runs what reducers ask for, on the database and on the host. */
export function createInterpreter(context: Context): Perform<Effect, Outcome> {
  const { roster, host } = context;
  let { who } = context;
  const readInTurn = oneAfterAnother();
  const writeInTurn = oneAfterAnother();
  // Roles change and keys are taken back while a screen is open: after every commit it is looked again who looks.
  const ask: Ask = question =>
    readInTurn(() =>
      snapshot(roster.read, async db => {
        if (question.type === 'refresh') {
          const again = await context.identify(db);
          if ('refused' in again) return { type: 'dismissed', why: again.refused };
          who = again.who;
          const why = whyNot(who.operator, 'UserManagement:Read');
          if (why !== null) return { type: 'dismissed', why };
        }
        if (who.operator.key !== undefined && namesFile(question))
          throw new Error('Files of this machine are out of reach over SSH.');
        return answerTo(db, question, who);
      }),
    );
  return effect => {
    switch (effect.type) {
      case 'apply':
        return soon(writeInTurn(() => answered(applied({ roster, who }, effect.planned, ask))));
      case 'expire-toast':
        return { later: expired(effect) };
      case 'copy':
        host.copy(effect.text);
        return {};
      case 'remember':
        host.remember(effect.settings);
        return {};
      case 'give-up':
        host.giveUp();
        return {};
      case 'redraw':
        host.redraw();
        return {};
      case 'suspend':
        host.suspend();
        return {};
      case 'quit':
        host.quit(effect.refused);
        return {};
      default:
        return { now: answered(ask(effect)) };
    }
  };
}

/** Whether a question reads or writes a file whose path was typed; the screen offers nobody over SSH to type one. */
function namesFile(question: Question): boolean {
  if (question.type === 'plan') return question.wish.kind === 'import';
  return question.type === 'export' || question.type === 'complete-path';
}

/** A failure is an answer, too: it is shown, and the screen goes on. */
async function answered(outcome: Promise<Outcome>): Promise<Outcome[]> {
  try {
    return [await outcome];
  } catch (error) {
    return [{ type: 'failed', message: failure(error) }];
  }
}

async function applied(
  { roster, who }: Pick<Context, 'roster' | 'who'>,
  plan: Planned,
  ask: Ask,
): Promise<Outcome> {
  // The screen offers them nothing that changes; whatever comes nevertheless opens no writing connection.
  const why = whyNot(who.operator, 'UserManagement:Edit');
  if (why !== null) throw new Error(why);
  const result = await applyChangeSet(roster.write(), plan.changeSet, authorship(who));
  if (result.ok) return { type: 'applied', applied: result.applied, wish: plan.wish };
  if (result.reason === 'forbidden')
    throw new Error('You may not change users any more; nothing was written.');
  const again = await ask({ type: 'plan', wish: plan.wish });
  return again.type === 'planned'
    ? { type: 'stale', planned: again.planned, changed: result.changed }
    : again;
}

async function expired({ id, ms }: Extract<Effect, { type: 'expire-toast' }>): Promise<Outcome[]> {
  await new Promise(resolve => setTimeout(resolve, ms).unref());
  return [{ type: 'toast-expired', id }];
}
