import type { RemoteSettings } from '../pull/pulled-change.ts';
import type { FieldName, SkillLevel, UserSettings } from '../users/user.ts';
import type { AssignmentType } from '../users/vocabulary.ts';
import type { PushedKind } from './step.ts';

/** What the account has. */
export interface Known {
  /** Whether a thing is there, or is once what is added before users are. */
  has(of: PushedKind, id: number): boolean;
  /** Whether it goes with this push, and everybody out of it. */
  isRemoved(of: PushedKind, id: number): boolean;
  /** Where everybody is who is added without a region. */
  mainRegion: number | null;
}

/** As which of the two somebody is in a queue or team; `both` is one of each. */
export interface Membership {
  thing_id: number;
  as: Exclude<AssignmentType, 'both'>;
}

/** Out of which queues or teams somebody goes, and into which. */
interface Moves {
  in: Membership[];
  out: Membership[];
}

export interface MembershipChanges {
  queues: Moves;
  /** Queues to opt in to and out of. */
  opting: { in: number[]; out: number[] };
  team: Moves;
  /** `again` are held at another level: they go out before they come in. */
  skills: { in: SkillLevel[]; again: number[]; out: number[] };
}

/** A user as the roster wants them and as the account said they are, where they differ. */
export interface Sides {
  wanted: UserSettings;
  before: RemoteSettings;
  known: Known;
  /** Fields that can't be sent, or not wholly, are added to it. */
  notSent: Set<FieldName>;
}

export function queueChanges(
  isChanged: boolean,
  { wanted, before, known, notSent }: Sides,
): Pick<MembershipChanges, 'queues' | 'opting'> {
  if (!isChanged) return { queues: { in: [], out: [] }, opting: { in: [], out: [] } };
  const held = before.queues ?? [];
  const there = wanted.queues.filter(({ id }) => known.has('queue', id));
  const staying = held.filter(({ id }) => !known.isRemoved('queue', id));
  const agents = there.filter(({ user_assignment_type }) => user_assignment_type !== 'supervisor');
  // Who is put into a queue is opted in; a supervisor has nothing to opt out of.
  const wasIn = (id: number) =>
    held.find(queue => queue.id === id && queue.user_assignment_type !== 'supervisor')?.opted_in ?? true;
  const opted = agents.filter(({ id, opted_in }) => opted_in !== wasIn(id));
  const isLost = wanted.queues.some(
    queue => !there.includes(queue) || (!agents.includes(queue) && !queue.opted_in),
  );
  if (isLost) notSent.add('queues');
  const memberships = (list: typeof held) =>
    list.flatMap(({ id, user_assignment_type }) => membershipsOf(id, user_assignment_type));
  return {
    queues: moved(memberships(staying), memberships(there)),
    opting: {
      in: opted.filter(({ opted_in }) => opted_in).map(({ id }) => id),
      out: opted.filter(({ opted_in }) => !opted_in).map(({ id }) => id),
    },
  };
}

export function teamChanges(isChanged: boolean, { wanted, before, known, notSent }: Sides): Moves {
  if (!isChanged) return { in: [], out: [] };
  const isThere = wanted.team !== null && known.has('team', wanted.team.id);
  if (wanted.team && !isThere) notSent.add('team');
  const [was, now] = [before.team, isThere ? wanted.team : null].map(team =>
    team ? membershipsOf(team.id, team.team_role) : [],
  ) as [Membership[], Membership[]];
  const goesAnyway = now.length === 0 && before.team && known.isRemoved('team', before.team.id);
  return goesAnyway ? { in: [], out: [] } : moved(was, now);
}

export function skillChanges(
  isChanged: boolean,
  { wanted, before, known, notSent }: Sides,
): MembershipChanges['skills'] {
  if (!isChanged) return { in: [], again: [], out: [] };
  const held = new Map((before.skills ?? []).map(({ id, level }) => [id, level]));
  const there = wanted.skills.filter(({ id }) => known.has('skill', id));
  if (there.length < wanted.skills.length) notSent.add('skills');
  const again = there.filter(({ id, level }) => held.has(id) && held.get(id) !== level);
  return {
    in: there.filter(skill => !held.has(skill.id) || again.includes(skill)),
    again: again.map(({ id }) => id),
    out: [...held.keys()].filter(
      id => !wanted.skills.some(skill => skill.id === id) && !known.isRemoved('skill', id),
    ),
  };
}

function membershipsOf(thing_id: number, type: AssignmentType): Membership[] {
  return (['agent', 'supervisor'] as const)
    .filter(as => type === as || type === 'both')
    .map(as => ({ thing_id, as }));
}

function moved(was: readonly Membership[], now: readonly Membership[]): Moves {
  const without = (list: readonly Membership[], others: readonly Membership[]) =>
    list.filter(({ thing_id, as }) => !others.some(other => other.thing_id === thing_id && other.as === as));
  return { in: without(now, was), out: without(was, now) };
}
