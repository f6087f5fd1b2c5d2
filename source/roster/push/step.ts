import type { CatalogKind } from '../plan/change-set.ts';
import type { RemoteKind } from '../pull/pulled-catalog.ts';
import type { RemoteSettings } from '../pull/pulled-change.ts';
import type { SkillLevel } from '../users/user.ts';

/** What of the catalog can be made, changed and removed from here; templates can't. */
export const pushedKinds = ['region', 'role', 'queue', 'skill', 'team'] as const satisfies RemoteKind[];
export type PushedKind = (typeof pushedKinds)[number];

/** Whether what is done here to this kind of the catalog is for the account, too. */
export function isPushed(of: CatalogKind): of is PushedKind {
  return (pushedKinds as readonly CatalogKind[]).includes(of);
}

/** Operations that put users into a region, queue or team, or take them out of it. */
export type MemberOperation =
  | 'assignRegionUsers'
  | 'assignQueueAgents'
  | 'assignQueueSupervisors'
  | 'deleteQueueAgent'
  | 'deleteQueueSupervisor'
  | 'assignTeamAgents'
  | 'assignTeamSupervisors'
  | 'unassignTeamAgents'
  | 'unassignTeamSupervisors';

export type ThingOperation = `${'create' | 'update' | 'delete'}${Capitalize<PushedKind>}`;

/** One user of a batch, with what is to be set. */
export interface UserRow {
  person_id: number;
  settings: RemoteSettings;
}

/** Several queues go in one call of a newer operation, one by the older one. */
export interface OptingStep {
  operation: 'optInOutQueues' | 'updateQueueAgent';
  people: readonly [number];
  opted_in: boolean;
  queues: readonly number[];
}

/** Some users go into a region, queue or team, or out of it. */
export interface MemberStep {
  operation: MemberOperation;
  thing_id: number;
  people: readonly number[];
}

/** Something of the catalog is made, changed or removed; `name` is empty where it is not known any more. */
export interface ThingStep {
  operation: ThingOperation;
  thing_id: number;
  name: string;
  values: Readonly<Record<string, unknown>>;
}

/**
 * One call into the account, named after the vendor's operation. People and things are said by the numbers that they have here:
 * what is added by an earlier step has no other one yet.
 */
export type PushStep =
  | {
      operation: 'batchCreateUsers' | 'batchUpdateUsers' | 'updateUser' | 'batchUpdateStatus';
      rows: readonly UserRow[];
    }
  | MemberStep
  | { operation: 'assignSkills'; people: readonly [number]; skills: readonly Omit<SkillLevel, 'name'>[] }
  | { operation: 'deleteUserSkill'; people: readonly [number]; thing_id: number }
  | OptingStep
  | { operation: 'batchDeleteUsers'; people: readonly number[] }
  | { operation: 'createSkillCategory'; category: string; graded: boolean }
  | ThingStep;

/** How somebody is opted in to queues, or out of them. */
export function optingStep(person_id: number, opted_in: boolean, queues: readonly number[]): OptingStep {
  const operation = queues.length === 1 ? 'updateQueueAgent' : 'optInOutQueues';
  return { operation, people: [person_id], opted_in, queues };
}

/** Of which kind the thing of a step is, and what becomes of it. */
export function thingOf({ operation }: Pick<ThingStep, 'operation'>): {
  of: PushedKind;
  does: 'create' | 'update' | 'delete';
} {
  const does = (['create', 'update', 'delete'] as const).find(verb => operation.startsWith(verb))!;
  return { does, of: operation.slice(does.length).toLowerCase() as PushedKind };
}

/** Whom a step is about. */
export function peopleOf(step: PushStep): readonly number[] {
  if ('rows' in step) return step.rows.map(({ person_id }) => person_id);
  return 'people' in step ? step.people : [];
}
