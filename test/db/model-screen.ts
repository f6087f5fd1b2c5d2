import { expect } from 'vitest';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { readStacks } from '../../db/changes/undo-stacks.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { appliedText } from '../../source/app/applied-text.ts';
import type { AppliedChangeSet, ChangeSet } from '../../source/roster/plan/change-set.ts';
import { reasonToAsk } from '../../source/roster/plan/reason-to-ask.ts';
import { planRequest } from '../../source/session/questions/plans.ts';
import { createPromise } from '../../source/session/questions/promised.ts';
import type { Fixture } from './fixture.ts';
import type { PlainStacks } from './model.ts';

export const logins = ['maria', 'kim'];

/** One screen of an operator, who may have another one open. */
export class Screen {
  readonly operator: number;
  /** Nobody else is at work, nor on another screen. */
  readonly #alone: boolean;
  readonly #roster: Fixture;
  readonly #promise = createPromise();
  /** What was done on this screen, and what was undone: all that whoever sits before it knows of. */
  readonly #did: PlainStacks = { undo: [], redo: [] };

  constructor({ operator, alone }: { operator: number; alone: boolean }, roster: Fixture) {
    this.operator = operator;
    this.#alone = alone;
    this.#roster = roster;
  }

  async who() {
    return (await operatorByLogin(this.#roster.read, logins[this.operator]!))!;
  }

  /**
   * Presses `u` or Ctrl+R, which is to be about `expected`. Where that is not what was done last on this screen, it is
   * asked about first; where nobody else was at work, it never is.
   */
  async press(step: 'undo' | 'redo', expected: number | null): Promise<ChangeSet | null> {
    const { read } = this.#roster;
    const asker = { operator: await this.who(), promised: this.#promise.promised() };
    const planned = await planRequest(read, { kind: step }, asker);
    expect(planned?.takesBack?.id ?? null, step).toBe(expected);
    if (!planned?.takesBack) return null;
    const asks = reasonToAsk(planned) !== null;
    if (!asks) expect(this.#did[step].at(-1), `${step} without asking`).toBe(expected);
    if (this.#alone) expect(asks).toBe(false);
    return planned.changeSet;
  }

  /** Something was written from here: the key that the toast names takes back just that. */
  async made(set: AppliedChangeSet): Promise<void> {
    const { read } = this.#roster;
    const stacks = await readStacks(read, (await this.who()).operator_id);
    this.#promise.made(set, stacks);
    const { undo, redo } = this.#did;
    const without = (list: number[]) => list.splice(0, list.length, ...list.filter(id => id !== set.undoes));
    if (set.step === 'undo') {
      without(undo);
      redo.push(set.id);
    } else if (set.step === 'redo') {
      without(redo);
      undo.push(set.partial ? set.id : (await readChangeSet(read, set.undoes!))!.undoes!);
    } else {
      undo.push(set.id);
      redo.length = 0;
    }
    const toast = appliedText(set, 120);
    const key = toast.includes('Ctrl+R redoes') ? 'redo' : 'undo';
    expect(toast).toContain(key === 'redo' ? 'Ctrl+R redoes' : 'u undoes');
    expect(stacks[key], toast).toBe(this.#did[key].at(-1));
  }
}
