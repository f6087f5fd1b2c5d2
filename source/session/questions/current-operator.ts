import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Identified, Who } from '../../operator/who.ts';
import { whyNot } from '../../roster/access/permission.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import type { Stacks } from '../../roster/undo/undo-stacks.ts';
import { answerTo, type Question } from './answers.ts';
import { createPromise } from './promised.ts';

/** Whoever looks at the screen: what they ask is answered as far as they may know and do it by now. */
export interface CurrentOperator {
  who(): Who;
  /** They made a change set, and have these stacks since: it is no news to them. */
  made(set: AppliedChangeSet, stacks: Stacks): void;
  answer(db: Db, question: Question): Promise<Outcome>;
  /** Runs what reads or writes a file whose path was typed; the screen offers nobody over SSH to type one. */
  withFiles<T>(work: () => Promise<T>): Promise<T>;
}

export function createCurrentOperator(context: {
  who: Who;
  identify(db: Db): Promise<Identified>;
}): CurrentOperator {
  let { who } = context;
  const ownSets = new Set<number>();
  const promise = createPromise();
  async function withFiles<T>(work: () => Promise<T>): Promise<T> {
    if (who.operator.key !== undefined) throw new Error('Files of this machine are out of reach over SSH.');
    return await work();
  }
  return {
    who: () => who,
    made(set, stacks) {
      ownSets.add(set.id);
      promise.made(set, stacks);
    },
    async answer(db, question) {
      // Roles change and keys are taken back while a screen is open: after every commit it is looked again who looks.
      if (question.type === 'refresh') {
        const again = await context.identify(db);
        if ('refused' in again) return { type: 'dismissed', why: again.refused };
        who = again.who;
        const why = whyNot(who.operator, 'UserManagement:Read');
        if (why !== null) return { type: 'dismissed', why };
      }
      const answer = () => answerTo(db, question, { who, ownSets, promised: promise.promised() });
      return namesFile(question) ? await withFiles(answer) : await answer();
    },
    withFiles,
  };
}

/** Whether the answer takes reading a file, or a folder, whose path was typed. */
export function namesFile(question: Question): boolean {
  if (question.type === 'plan') return question.request.kind === 'import';
  return question.type === 'complete-path';
}
