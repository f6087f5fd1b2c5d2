import fc from 'fast-check';
import type { QueueAssignment, UserSettings } from '../../source/roster/users/user.ts';
import { assignmentTypes, type PackageName } from '../../source/roster/users/vocabulary.ts';
import { adding, editing, joining, leaving, setting } from '../roster/intents.ts';
import { fresh, signedOut } from './model.ts';

const roles = [
  { id: 1, name: 'Admin' },
  { id: 2, name: 'Supervisor' },
  { id: 3, name: 'Agent' },
];
const queues = [
  { id: 1, name: 'Billing', channel: 'voice' as const },
  { id: 3, name: 'Chat', channel: 'messaging' as const },
  { id: 2, name: 'Sales', channel: 'messaging' as const },
];
export const skills = [
  { id: 1, name: 'Refunds', level: null },
  { id: 2, name: 'Spanish', level: 4 },
];
export const teams = [
  { id: 1, name: 'Tier 1' },
  { id: 2, name: 'Tier 2' },
];
/** How many people there are. */
export const size = 6;
/** Of everybody who is added. */
const region = { id: 1, name: 'Main' };

const people = fc.uniqueArray(fc.integer({ min: 1, max: size }), { minLength: 1, maxLength: 4 });
const access = fc.constantFrom('active' as const, 'inactive' as const);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const membership = fc.record({
  queue: fc.constantFrom(...queues),
  type: fc.constantFrom(...assignmentTypes),
  out: optional(fc.boolean()),
});
type Membership = typeof membership extends fc.Arbitrary<infer T> ? T : never;
const presence = optional(fc.constantFrom('Ready' as const, 'Offline' as const));

/** What an addition sets once they are users. */
const settingsAfter = fc.record({
  status_name: presence,
  queues: fc.uniqueArray(membership, { maxLength: 3, selector: ({ queue }) => queue.id }),
  skills: fc.subarray(skills),
  team: optional(
    fc.record({ team: fc.constantFrom(...teams), team_role: fc.constantFrom(...assignmentTypes) }),
  ),
});

/** What an admin may do next. */
export const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('add' as const),
      people,
      careless: fc.boolean(),
      role: fc.constantFrom(...roles),
      package_name: fc.constantFrom<PackageName>('essentials', 'essentials', 'premium', 'elite'),
      user_access: access,
      later: settingsAfter,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      people,
      careless: fc.boolean(),
      role: optional(fc.constantFrom(...roles)),
      user_access: optional(access),
      status_name: presence,
      join: optional(membership),
      leave: optional(fc.constantFrom(...queues)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('remove' as const), people, careless: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.constant({ type: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ type: 'redo' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('undo set' as const),
      nth: fc.nat(20),
      skip: fc.boolean(),
      only: optional(people),
    }),
  },
);

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Who the step is about: mostly those for whom it makes sense, so that enough of it is not refused. */
export function meant(
  step: { people: number[]; careless: boolean },
  fits: (person: number) => boolean,
): number[] {
  const fitting = step.people.filter(fits);
  return step.careless || fitting.length === 0 ? step.people : fitting;
}

function membershipText({ queue, type, out }: Membership): string {
  return `${queue.name} (${type}${out === undefined ? '' : out ? ', opted out' : ', opted in'})`;
}

function member({ queue, type, out }: Membership, before?: QueueAssignment): QueueAssignment {
  return {
    ...queue,
    user_assignment_type: type,
    opted_in: out === undefined ? (before?.opted_in ?? true) : !out,
  };
}

function byName(a: { name: string }, b: { name: string }) {
  return a.name < b.name ? -1 : 1;
}

/** Who is added as this asks; null where that can't be. */
export function added({
  role,
  package_name,
  user_access,
  later,
}: Step & { type: 'add' }): UserSettings | null {
  if (user_access === 'inactive' && later.status_name === 'Ready') return null;
  return fresh(role, {
    ...{ package_name, user_access, region, skills: later.skills },
    ...(later.status_name && { status_name: later.status_name }),
    ...(later.team && { team: { ...later.team.team, team_role: later.team.team_role } }),
    queues: later.queues.map(one => member(one)).sort(byName),
  });
}

/** The same in the words of a plan. */
export function addingIntent({ role, package_name, user_access, later }: Step & { type: 'add' }) {
  const { status_name, team, queues, skills } = later;
  const skillTexts = skills.map(({ name, level }) => (level === null ? name : `${name}=${level}`));
  return adding(
    setting({ role: role.name, package_name, user_access, status_name }),
    setting({
      team: team && `${team.team.name} (${team.team_role})`,
      skills: skillTexts.join('; ') || undefined,
    }),
    joining(...queues.map(membershipText)),
  );
}

/** Who is edited as this asks; null where that can't be. */
export function edited(
  before: UserSettings,
  { role, user_access, status_name, join, leave }: Step & { type: 'edit' },
) {
  let mine: QueueAssignment[] = before.queues.filter(queue => queue.id !== leave?.id);
  if (join) {
    const { queue } = join;
    const old = mine.find(candidate => candidate.id === queue.id);
    mine = mine.filter(candidate => candidate.id !== queue.id);
    mine.push(member(join, old));
    mine.sort(byName);
  }
  const given = {
    ...(role && { role }),
    ...(user_access && { user_access }),
    ...(status_name && { status_name }),
  };
  const after = { ...before, ...given, queues: mine };
  return after.user_access === 'inactive' && status_name === 'Ready' ? null : signedOut(after);
}

/** The same in the words of a plan. */
export function editingIntent({ role, user_access, status_name, join, leave }: Step & { type: 'edit' }) {
  return editing(
    setting({ role: role?.name, user_access, status_name }),
    leave ? leaving(leave.name) : [],
    join ? joining(membershipText(join)) : [],
  );
}
