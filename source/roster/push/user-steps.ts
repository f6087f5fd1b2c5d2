import type { RemoteSettings } from '../pull/pulled-change.ts';
import type { Membership } from './membership-changes.ts';
import { operations } from './operations.ts';
import { type MemberOperation, optingStep, type PushStep, type UserRow } from './step.ts';
import type { UserChanges } from './user-changes.ts';

type Changes = readonly UserChanges[];

/** Additions, changes, capacities and regions; whoever needs a call of their own has all of it in that one. */
export function profiles(changes: Changes): PushStep[] {
  const isAlone = ({ isNew, channels }: UserChanges) => !isNew && Object.keys(channels).length > 0;
  const [alone, others] = [changes.filter(isAlone), changes.filter(change => !isAlone(change))];
  const [added, changed] = [others.filter(({ isNew }) => isNew), others.filter(({ isNew }) => !isNew)];
  const [one, ...more] = changed;
  // One call instead of two.
  if (one?.region && more.length === 0 && Object.keys(one.profile).length > 0) {
    alone.push(...changed.splice(0));
    others.splice(others.indexOf(one), 1);
  }
  return [
    ...rowSteps('batchCreateUsers', added, ({ profile, channels }) => ({ ...profile, ...channels })),
    ...rowSteps('batchUpdateUsers', changed, ({ profile }) => profile),
    ...rowSteps('updateUser', alone, ({ profile, channels, region }) => ({
      ...profile,
      ...channels,
      ...(region && { region }),
    })),
    ...memberSteps(others, ({ region }) =>
      region ? [{ operation: 'assignRegionUsers', thing_id: region.id }] : [],
    ),
  ];
}

const queueOperations = {
  in: { agent: 'assignQueueAgents', supervisor: 'assignQueueSupervisors' },
  out: { agent: 'deleteQueueAgent', supervisor: 'deleteQueueSupervisor' },
} as const;

const teamOperations = {
  in: { agent: 'assignTeamAgents', supervisor: 'assignTeamSupervisors' },
  out: { agent: 'unassignTeamAgents', supervisor: 'unassignTeamSupervisors' },
} as const;

/** Into queues, in batches; or out of them, one by one. */
export function queues(changes: Changes, way: 'in' | 'out'): PushStep[] {
  return memberSteps(changes, change => change.queues[way].map(placeBy(queueOperations[way])));
}

/** Out of the one team, then into the other: nobody is in two. */
export function teams(changes: Changes): PushStep[] {
  return (['out', 'in'] as const).flatMap(way =>
    memberSteps(changes, ({ team }) => team[way].map(placeBy(teamOperations[way]))),
  );
}

/** A level can't be changed: the skill goes, and comes again. */
export function skills(changes: Changes): PushStep[] {
  return changes.flatMap(({ person_id, skills }) => [
    ...skills.again.map(thing_id => skillRemoval(person_id, thing_id)),
    ...inBatches(skills.in, operations.assignSkills.most).map(
      (batch): PushStep => ({
        operation: 'assignSkills',
        people: [person_id],
        skills: batch.map(({ id, level }) => ({ id, level })),
      }),
    ),
  ]);
}

/** Skills that are taken away for good, one by one. */
export function skillRemovals(changes: Changes): PushStep[] {
  return changes.flatMap(({ person_id, skills }) =>
    skills.out.map(thing_id => skillRemoval(person_id, thing_id)),
  );
}

function skillRemoval(person_id: number, thing_id: number): PushStep {
  return { operation: 'deleteUserSkill', people: [person_id], thing_id };
}

/** One call a user and way, whatever the queues. */
export function opting(changes: Changes): PushStep[] {
  return changes.flatMap(({ person_id, opting }) =>
    (['in', 'out'] as const)
      .filter(way => opting[way].length > 0)
      .map(way => optingStep(person_id, way === 'in', opting[way])),
  );
}

/** Presences, in batches. */
export function statuses(changes: Changes): PushStep[] {
  return rowSteps('batchUpdateStatus', changes, ({ status }) => status ?? {});
}

/** Users who have no license here any more, in batches. */
export function removals(removed: readonly number[]): PushStep[] {
  const { most } = operations.batchDeleteUsers;
  return inBatches(removed, most).map(people => ({ operation: 'batchDeleteUsers', people }));
}

/** Batches of users with something to be set. */
function rowSteps(
  operation: Extract<PushStep, { rows: unknown }>['operation'],
  changes: Changes,
  settingsOf: (change: UserChanges) => RemoteSettings,
): PushStep[] {
  const rows = changes
    .map((change): UserRow => ({ person_id: change.person_id, settings: settingsOf(change) }))
    .filter(({ settings }) => Object.keys(settings).length > 0);
  return inBatches(rows, operations[operation].most).map(batch => ({ operation, rows: batch }));
}

/** Where somebody comes in or goes out, and by which operation. */
interface Place {
  operation: MemberOperation;
  thing_id: number;
}

function placeBy(by: Readonly<Record<Membership['as'], MemberOperation>>) {
  return ({ thing_id, as }: Membership): Place => ({ operation: by[as], thing_id });
}

/** A call is about one place. */
function memberSteps(changes: Changes, placesOf: (change: UserChanges) => readonly Place[]): PushStep[] {
  const moves = changes.flatMap(change =>
    placesOf(change).map(place => ({ ...place, person_id: change.person_id })),
  );
  const groups = Map.groupBy(moves, ({ operation, thing_id }) => `${operation} ${thing_id}`);
  return [...groups.values()].flatMap(group => {
    const { operation, thing_id } = group[0]!;
    const people = group.map(({ person_id }) => person_id);
    return inBatches(people, operations[operation].most).map(batch => ({
      operation,
      thing_id,
      people: batch,
    }));
  });
}

function inBatches<T>(list: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < list.length; at += size) batches.push(list.slice(at, at + size));
  return batches;
}
