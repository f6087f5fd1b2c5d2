import { countMembers } from '../../../db/account/member-counts.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import { moveOf } from '../../roster/push/settled.ts';
import { type MemberStep, type OptingStep, type PushStep, peopleOf } from '../../roster/push/step.ts';
import { partWhere } from '../../roster/push/step-parts.ts';
import * as reads from '../reads/reads.ts';
import { inTransaction, type Pushing } from './pushing.ts';
import { settledNow, skillsOf } from './read-back.ts';
import { readMembersBack, readOptingBack, readSkillsBack } from './read-members-back.ts';
import { conflictsOf } from './refusals.ts';

type Skills = Extract<PushStep, { operation: 'assignSkills' | 'deleteUserSkill' }>;

/** Pages that are read back after a change set at most: of large queues the next reading of all tells. */
const mostPages = 50;

/** Reads back queues, teams and skills that a change set gave and took away, and writes down who has them not as the account said. */
export async function verifyMembers(
  pushing: Pushing,
  change_set_id: number,
  done: readonly PushStep[],
): Promise<void> {
  const { roster } = pushing;
  let pages = 0;
  const isTooMuch = (more: number) => {
    pages += more;
    return pages > mostPages;
  };
  const pagesOf = async (of: 'queue' | 'team', id: number) =>
    Math.max(1, Math.ceil((await countMembers(roster.read, of, id)) / reads.queueAgents.pageSize));
  const moves = done.filter((step): step is MemberStep => 'people' in step && isMove(step));
  for (const steps of groupedBy(moves, ({ operation, thing_id }) => {
    const { of, as } = moveOf(operation);
    return `${of} ${as} ${thing_id}`;
  })) {
    const [{ operation, thing_id }] = steps as [MemberStep];
    if (isTooMuch(await pagesOf(moveOf(operation).of, thing_id))) return;
    await readMembersBack(pushing, { operation, thing_id, people: [...new Set(steps.flatMap(peopleOf))] });
    await noteConflicts(pushing, change_set_id, steps);
  }
  const opting = done.filter((step): step is OptingStep => 'queues' in step);
  for (const step of opting) {
    for (const id of step.queues) if (isTooMuch(await pagesOf('queue', id))) return;
    await readOptingBack(pushing, step);
    await noteConflicts(pushing, change_set_id, [step]);
  }
  const skills = done.filter((step): step is Skills =>
    /^(assignSkills|deleteUserSkill)$/.test(step.operation),
  );
  for (const steps of groupedBy(skills, ({ people }) => people[0])) {
    if (isTooMuch(1)) return;
    await readSkillsBack(pushing, steps[0]!.people[0], new Set(steps.flatMap(skillsOf)));
    await noteConflicts(pushing, change_set_id, steps);
  }
}

function isMove({ operation }: PushStep): boolean {
  return /^(assign|delete|unassign)(Queue|Team)(Agent|Supervisor)/.test(operation);
}

function groupedBy<Step>(steps: readonly Step[], keyOf: (step: Step) => unknown): Step[][] {
  return [...Map.groupBy(steps, keyOf).values()];
}

/** What was done last is what holds: a skill goes, and comes again at another level. */
async function noteConflicts(
  { roster }: Pushing,
  change_set_id: number,
  steps: readonly PushStep[],
): Promise<void> {
  const wrong: PushStep[] = [];
  const seen = new Set<string>();
  for (const step of steps.toReversed()) {
    const last = partWhere(step, part => !seen.has(keyOf(part)));
    if (!last) continue;
    partWhere(step, part => Boolean(seen.add(keyOf(part))));
    const { left } = await settledNow(roster.read, last);
    if (left) wrong.push(left);
  }
  await inTransaction(roster, trx =>
    addRefusals(
      trx,
      change_set_id,
      wrong.flatMap(step => conflictsOf(step, conflictText(step))),
    ),
  );
}

/** Whom and what a part of a step is about. */
function keyOf(part: PushStep): string {
  const [person_id] = peopleOf(part);
  if ('skills' in part) return `${person_id} ${part.skills[0]!.id}`;
  if ('queues' in part) return `${person_id} ${part.queues[0]}`;
  return `${person_id} ${'thing_id' in part ? part.thing_id : ''}`;
}

function conflictText(step: PushStep): string {
  switch (step.operation) {
    case 'optInOutQueues':
    case 'updateQueueAgent':
      return `The account took it, and the user is not opted ${step.opted_in ? 'in' : 'out'}.`;
    case 'assignSkills':
      return 'The account took it, and the user has the skill not, or at another level.';
    case 'deleteUserSkill':
      return 'The account took it, and the user has the skill still.';
    default: {
      const { of, isIn } = moveOf((step as MemberStep).operation);
      return `The account took it, and the user is ${isIn ? `not in the ${of}` : `in the ${of} still`}.`;
    }
  }
}
