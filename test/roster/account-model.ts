import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { operations } from '../../source/roster/push/operations.ts';
import { type MemberOperation, type PushStep, peopleOf } from '../../source/roster/push/step.ts';
import { newSettings, type QueueAssignment, type UserSettings } from '../../source/roster/users/user.ts';
import { main } from './build.ts';

/** The users of an account, by person, as far as steps change them. */
export type Account = Map<number, UserSettings>;

const inNoBatch = ['region', 'status_name', 'sub_status_name', 'display_name', 'team', 'queues', 'skills'];
const channels = [
  'concurrent_message_capacity',
  'concurrent_email_capacity',
  'multi_channel_engagements',
  'max_agent_load',
  'email_max_agent_load',
];

/** Does what the vendor does, and throws where it refuses. */
export function applyStep(account: Account, step: PushStep): void {
  const people = peopleOf(step);
  const { most } = operations[step.operation];
  refuse(people.length > most && step.operation !== 'assignSkills', 'too many at once');
  refuse(new Set(people).size < people.length, 'somebody twice in a call');
  switch (step.operation) {
    case 'batchCreateUsers':
      for (const { person_id, settings } of step.rows) {
        refuse(account.has(person_id), 'is a user already');
        refuse(!settings.role, 'needs a role');
        refuseNames(settings, inNoBatch);
        account.set(person_id, { ...newSettings(settings.role!), region: main, ...settings });
      }
      return;
    case 'batchUpdateUsers':
      for (const row of step.rows) {
        refuseNames(row.settings, [...inNoBatch, ...channels]);
        change(account, row.person_id, row.settings);
      }
      return;
    case 'updateUser':
      for (const { person_id, settings } of step.rows) {
        refuseNames(
          settings,
          inNoBatch.filter(name => name !== 'region'),
        );
        change(account, person_id, settings);
      }
      return;
    case 'batchUpdateStatus':
      for (const { person_id, settings } of step.rows) Object.assign(user(account, person_id), settings);
      return;
    case 'batchDeleteUsers':
      for (const person_id of step.people) refuse(!account.delete(person_id), 'is no user');
      return;
    case 'assignSkills': {
      const { skills } = user(account, step.people[0]);
      refuse(step.skills.length > most || step.skills.length === 0, 'one to twenty skills');
      for (const { id, level } of step.skills) {
        refuse(
          skills.some(skill => skill.id === id),
          'has the skill already, whatever the level',
        );
        skills.push({ id, name: '', level });
      }
      return;
    }
    case 'deleteUserSkill': {
      const { skills } = user(account, step.people[0]);
      const at = skills.findIndex(({ id }) => id === step.thing_id);
      refuse(at < 0, 'does not have the skill');
      skills.splice(at, 1);
      return;
    }
    case 'optInOutQueues':
    case 'updateQueueAgent':
      for (const id of step.queues) {
        const queue = user(account, step.people[0]).queues.find(held => held.id === id);
        refuse(!queue || queue.user_assignment_type === 'supervisor', 'is no agent of the queue');
        queue!.opted_in = step.opted_in;
      }
      return;
    default:
      if ('people' in step)
        for (const person_id of step.people) move(user(account, person_id), step.operation, step.thing_id);
  }
}

function user(account: Account, person_id: number): UserSettings {
  const found = account.get(person_id);
  if (!found) throw new Error(`${person_id} is no user`);
  return found;
}

function refuse(isRefused: boolean, why: string): void {
  if (isRefused) throw new Error(why);
}

function refuseNames(settings: RemoteSettings, names: readonly string[]): void {
  const wrong = Object.keys(settings).filter(name => names.includes(name));
  refuse(wrong.length > 0, `not taken here: ${wrong.join(', ')}`);
}

function change(account: Account, person_id: number, settings: RemoteSettings): void {
  const before = user(account, person_id);
  const isOther =
    settings.client_integration !== undefined && settings.client_integration !== before.client_integration;
  Object.assign(before, isOther ? { client_integration_name: null } : {}, settings);
}

function move(settings: UserSettings, operation: MemberOperation, thing_id: number): void {
  const as = operation.includes('Agent') ? 'agent' : 'supervisor';
  const other = as === 'agent' ? 'supervisor' : 'agent';
  const joins = operation.startsWith('assign');
  if (operation === 'assignRegionUsers') {
    settings.region = { id: thing_id, name: '' };
  } else if (operation.includes('Team')) {
    const { team } = settings;
    refuse(!joins && team?.id !== thing_id, 'is not in the team');
    refuse(joins && team !== null && team.id !== thing_id, 'is in another team');
    const left = team?.team_role === 'both' ? other : null;
    const team_role = joins ? (team?.team_role === other ? 'both' : as) : left;
    settings.team = team_role && { id: thing_id, name: '', team_role };
  } else {
    const held = settings.queues.find(({ id }) => id === thing_id);
    const others = settings.queues.filter(queue => queue !== held);
    refuse(!joins && held?.user_assignment_type !== as && held?.user_assignment_type !== 'both', 'not in it');
    settings.queues = [...others, ...moved(held, { as, other, joins, thing_id })];
  }
}

function moved(
  held: QueueAssignment | undefined,
  {
    as,
    other,
    joins,
    thing_id,
  }: { as: 'agent' | 'supervisor'; other: 'agent' | 'supervisor'; joins: boolean; thing_id: number },
): QueueAssignment[] {
  if (!joins && held?.user_assignment_type !== 'both') return [];
  const user_assignment_type = joins ? (held?.user_assignment_type === other ? 'both' : as) : other;
  // Opting is an agent's: it goes with being one.
  const wasAgent = held !== undefined && held.user_assignment_type !== 'supervisor';
  const opted_in = user_assignment_type === 'supervisor' || !wasAgent ? true : held.opted_in;
  return [{ id: thing_id, name: '', channel: 'voice', user_assignment_type, opted_in }];
}
