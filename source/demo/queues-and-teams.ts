import type { QueueAssignment, Reference, TeamMembership } from '../roster/users/user.ts';
import type { AssignmentType } from '../roster/users/vocabulary.ts';
import { queueSpecifications, type RegionName, teamSpecifications } from './organization.ts';
import type { QueueReference } from './queue-reference.ts';
import { type Random, weighted } from './random.ts';
import type { Organization } from './write-organization.ts';

export type RoleName =
  | 'Admin'
  | 'Supervisor'
  | 'Agent'
  | 'Quality Analyst'
  | 'Workforce Planner'
  | 'Team Coach';

type Choice<T> = (random: Random) => T;

const queueCounts: Record<RoleName, Choice<number>> = {
  Agent: weighted([
    [0, 4],
    [1, 20],
    [2, 28],
    [3, 25],
    [4, 14],
    [5, 9],
  ]),
  Supervisor: weighted([
    [1, 40],
    [2, 35],
    [3, 25],
  ]),
  'Quality Analyst': weighted([
    [0, 40],
    [1, 30],
    [2, 30],
  ]),
  'Team Coach': weighted([
    [1, 50],
    [2, 50],
  ]),
  'Workforce Planner': () => 0,
  Admin: weighted([
    [0, 70],
    [1, 30],
  ]),
};

const agent: Choice<AssignmentType> = () => 'agent';
const assignmentTypes: Record<RoleName, Choice<AssignmentType>> = {
  Agent: agent,
  Supervisor: weighted([
    ['supervisor', 70],
    ['both', 30],
  ]),
  'Quality Analyst': () => 'supervisor',
  'Team Coach': () => 'both',
  'Workforce Planner': agent,
  Admin: () => 'supervisor',
};

/** Makes a function that puts people into queues: the big ones more often, those of a language only who speaks it. */
export function queueChooser({ queues }: Organization) {
  const list = queueSpecifications.map(specification => ({
    ...specification,
    queue: queues.get(specification.queue_name) as QueueReference,
  }));
  return (random: Random, { role, language }: { role: RoleName; language: string }): QueueAssignment[] => {
    const weights = list.map(({ weight, languages }) =>
      !languages || languages.includes(language) ? weight : 0,
    );
    const assignments: QueueAssignment[] = [];
    for (let count = queueCounts[role](random); count > 0; count--) {
      const index = takeOne(random, weights);
      weights[index] = 0;
      assignments.push({
        ...list[index]!.queue,
        user_assignment_type: assignmentTypes[role](random),
        opted_in: !random.chance(0.07),
      });
    }
    return assignments;
  };
}

function takeOne(random: Random, weights: readonly number[]): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex(weight => {
    rest -= weight;
    return rest < 0;
  });
}

export interface TeamOption {
  role: RoleName;
  region: RegionName;
}

const leads: ReadonlySet<RoleName> = new Set(['Supervisor', 'Team Coach']);

/** Makes a function that puts most people into a team of their part of the world. */
export function teamChooser({ teams }: Organization) {
  const byRegion = Map.groupBy(teamSpecifications, team => team.region);
  return (random: Random, { role, region }: TeamOption): TeamMembership | null => {
    if (role === 'Admin' || (role !== 'Supervisor' && random.chance(0.12))) return null;
    const { team_name } = random.pick(byRegion.get(region)!);
    const team_role = leads.has(role) ? assignmentTypes[role](random) : 'agent';
    return { ...(teams.get(team_name) as Reference), team_role };
  };
}
