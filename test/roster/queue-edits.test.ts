import { describe, expect, it } from 'vitest';
import type { Problem } from '../../source/roster/change-set.ts';
import { queueEdits } from '../../source/roster/queue-edits.ts';
import { billing, sales } from './build.ts';

const night = { id: 3, name: 'Billing (supervisor)', channel: 'voice' as const };
const asAgent = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };

function edited(add: string[], remove: string[], known = [billing, sales]) {
  const problems: Problem[] = [];
  return { queues: queueEdits(add, remove, known, problems)([asAgent]), problems };
}

describe('queueEdits', () => {
  it('puts somebody in as agent, supervisor or both', () => {
    expect(edited(['sales (Both)'], []).queues).toEqual([
      asAgent,
      { ...sales, user_assignment_type: 'both', opted_in: true },
    ]);
  });

  it('changes how somebody belongs to a queue, without opting them in again', () => {
    const problems: Problem[] = [];
    const edit = queueEdits(['Billing (supervisor)'], [], [billing], problems);
    expect(edit([{ ...asAgent, opted_in: false }])).toEqual([
      { ...asAgent, user_assignment_type: 'supervisor', opted_in: false },
    ]);
  });

  it('takes out, and leaves alone who is not in', () => {
    expect(edited([], ['Billing', 'Sales']).queues).toEqual([]);
  });

  it('prefers a queue whose own name ends in brackets', () => {
    expect(edited(['Billing (supervisor)'], [], [billing, night]).queues).toContainEqual({
      ...night,
      user_assignment_type: 'agent',
      opted_in: true,
    });
  });

  it('names unknown queues', () => {
    const { problems, queues } = edited(['Bilge'], ['Sails']);
    expect(problems.map(problem => [problem.code, problem.value])).toEqual([
      ['unknown_queue', 'Bilge'],
      ['unknown_queue', 'Sails'],
    ]);
    expect(queues).toEqual([asAgent]);
  });
});
