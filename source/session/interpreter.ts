import { applyChangeSet } from '../../db/apply.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { snapshot } from '../../db/snapshot.ts';
import type { Effect, Outcome, Planned, Remembered } from '../roster/effects.ts';
import { may, type Operator } from '../roster/privileges.ts';
import { answerTo, type Question } from './answers.ts';
import { oneAfterAnother, soon } from './in-time.ts';
import type { Perform } from './loop.ts';

/** What the interpreter needs of the place it runs in. */
export interface Host {
  copy(text: string): void;
  redraw(): void;
  suspend(): void;
  quit(): void;
  remember(settings: Remembered): void;
  /** Gives up waiting for another program's write. */
  giveUp(): void;
}

interface Context {
  roster: RosterDatabase;
  operator: Operator;
  via: string;
  host: Host;
}

type Ask = (question: Question) => Promise<Outcome>;

/** Runs what reducers ask for, on the database and on the host. */
export function createInterpreter(context: Context): Perform<Effect, Outcome> {
  const { roster, operator, host } = context;
  const readInTurn = oneAfterAnother();
  const writeInTurn = oneAfterAnother();
  const ask: Ask = question =>
    readInTurn(() => snapshot(roster.read, db => answerTo(db, question, operator)));
  return effect => {
    switch (effect.type) {
      case 'apply':
        return soon(writeInTurn(() => answered(applied(context, effect.planned, ask))));
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
        host.quit();
        return {};
      default:
        return { now: answered(ask(effect)) };
    }
  };
}

/** A failure is an answer, too: it is shown, and the screen goes on. */
async function answered(outcome: Promise<Outcome>): Promise<Outcome[]> {
  try {
    return [await outcome];
  } catch (error) {
    return [{ type: 'failed', message: error instanceof Error ? error.message : String(error) }];
  }
}

async function applied({ roster, operator, via }: Context, plan: Planned, ask: Ask): Promise<Outcome> {
  // The screen offers them nothing that changes; whatever comes nevertheless opens no writing connection.
  if (!may(operator, 'UserManagement:Edit'))
    throw new Error(`${operator.operator_name} may not change users.`);
  const { operator_id, operator_name } = operator;
  const by = { operator_id, operator_name, via, at: new Date().toISOString() };
  const result = await applyChangeSet(roster.write(), plan.changeSet, by);
  if (result.ok) return { type: 'applied', applied: result.applied, wish: plan.wish };
  const again = await ask({ type: 'plan', wish: plan.wish });
  return again.type === 'planned'
    ? { type: 'stale', planned: again.planned, changed: result.changed }
    : again;
}

async function expired({ id, ms }: Extract<Effect, { type: 'expire-toast' }>): Promise<Outcome[]> {
  await new Promise(resolve => setTimeout(resolve, ms).unref());
  return [{ type: 'toast-expired', id }];
}
