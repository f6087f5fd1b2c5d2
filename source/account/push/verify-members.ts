import { addRefusals } from '../../../db/account/pushes.ts';
import { membersOfQueue } from '../../../db/account/queue-size.ts';
import { readBases } from '../../../db/account/remote.ts';
import { fieldsOf, moveOf } from '../../roster/push/settled.ts';
import { type MemberOperation, type PushStep, peopleOf } from '../../roster/push/step.ts';
import * as reads from '../reads/reads.ts';
import type { Pushing } from './pushing.ts';
import { whatIsLeft } from './read-back.ts';
import { readMembersBack } from './read-members-back.ts';

type QueueStep = Extract<PushStep, { operation: MemberOperation }>;

/** Pages of members that are read back after a change set at most: of large queues the next reading of all tells. */
const mostPages = 50;

/** Reads back the queues into and out of which a change set put people, and writes down who is not as the account said. */
export async function verifyMembers(
  pushing: Pushing,
  change_set_id: number,
  done: readonly PushStep[],
): Promise<void> {
  const { roster } = pushing;
  const moves = done.filter(
    (step): step is QueueStep => 'people' in step && 'thing_id' in step && step.operation.includes('Queue'),
  );
  const lists = [
    ...Map.groupBy(moves, ({ operation, thing_id }) => `${moveOf(operation).as} ${thing_id}`).values(),
  ];
  let pages = 0;
  for (const steps of lists) {
    pages += Math.ceil((await membersOfQueue(roster.read, steps[0]!.thing_id)) / reads.queueAgents.pageSize);
    if (pages > mostPages) return;
    const people = [...new Set(steps.flatMap(peopleOf))];
    await readMembersBack(pushing, { ...steps[0]!, people });
    for (const step of steps) {
      const left = await whatIsLeft(roster.read, step);
      const bases = await readBases(roster.read, left ? peopleOf(left) : []);
      const conflicts = [...bases.keys()].map(person_id => ({
        ...{
          person_id,
          kind: 'queue' as const,
          local_id: step.thing_id,
          operation: step.operation,
          code: null,
        },
        ...{ state: 'conflict' as const, fields: fieldsOf(step, person_id) },
        reason: `The account took it, and the user is ${moveOf(step.operation).isIn ? 'not in the queue' : 'in the queue still'}.`,
      }));
      await roster
        .write()
        .transaction()
        .execute(trx => addRefusals(trx, change_set_id, conflicts));
    }
  }
}
