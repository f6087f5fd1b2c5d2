import type { Catalog } from '../catalog/catalog.ts';
import type { RemoteSettings } from '../pull/pulled-change.ts';
import { sameValue } from '../users/field-values.ts';
import { accountFields } from '../users/fields.ts';
import { type FieldName, newSettings, type Reference, type UserSettings } from '../users/user.ts';
import type { AssignmentType } from '../users/vocabulary.ts';
import type { MemberOperation, MemberStep, PushStep } from './step.ts';
import { partWhere, sizeOf } from './step-parts.ts';

/** What the account has of users, by person; null or none: they are no users there. */
export type Bases = ReadonlyMap<number, RemoteSettings | null>;

interface Surroundings {
  catalog: Catalog;
  /** Where everybody is who is added without a region. */
  mainRegion: number | null;
}

/** What a user is after the account took a step; `base` is what they were before, null where they were none. */
export function baseAfter(
  step: PushStep,
  person_id: number,
  base: RemoteSettings | null,
  { catalog, mainRegion }: Surroundings,
): RemoteSettings | null {
  const named = <Entry extends Reference>(list: readonly Entry[], id: number) =>
    list.find(entry => entry.id === id);
  switch (step.operation) {
    case 'batchCreateUsers': {
      const { settings } = step.rows.find(row => row.person_id === person_id)!;
      return { ...assumedOf(settings, { catalog, mainRegion }), ...settings };
    }
    case 'batchUpdateUsers':
    case 'updateUser':
      return withSettings(base, step.rows.find(row => row.person_id === person_id)?.settings);
    case 'batchUpdateStatus': {
      const { status_name: _, sub_status_name: __, ...rest } = base ?? {};
      return rest;
    }
    case 'batchDeleteUsers':
      return null;
    case 'assignRegionUsers': {
      const { id = step.thing_id, name = '' } = named(catalog.regions, step.thing_id) ?? {};
      return { ...base, region: { id, name } };
    }
    case 'assignSkills': {
      const skills = step.skills.map(({ id, level }) => ({
        ...{ id, level },
        name: named(catalog.skills, id)?.name ?? '',
      }));
      return { ...base, skills: [...(base?.skills ?? []), ...skills] };
    }
    case 'deleteUserSkill':
      return { ...base, skills: (base?.skills ?? []).filter(({ id }) => id !== step.thing_id) };
    case 'optInOutQueues':
    case 'updateQueueAgent': {
      const { queues, opted_in } = step;
      return {
        ...base,
        queues: (base?.queues ?? []).map(queue =>
          queues.includes(queue.id) ? { ...queue, opted_in } : queue,
        ),
      };
    }
    default:
      return 'people' in step ? withMembership(base ?? {}, step, catalog) : base;
  }
}

/** The name goes with its integration. */
function withSettings(base: RemoteSettings | null, settings: RemoteSettings | undefined): RemoteSettings {
  const isNameless = settings?.client_integration === 'Default' && 'client_integration_name' in (base ?? {});
  return { ...base, ...settings, ...(isNameless && { client_integration_name: null }) };
}

/** What the account gives to those who are added, as far as it is not said. */
export function assumedOf(settings: RemoteSettings, { catalog, mainRegion }: Surroundings): RemoteSettings {
  const usual: RemoteSettings = newSettings(settings.role!);
  for (const name of accountFields) delete usual[name];
  const region = catalog.regions.find(({ id }) => id === mainRegion);
  return { ...usual, region: region ? { id: region.id, name: region.name } : null };
}

/**
 * What only the account sets and somebody had here before they were added again: the account has nothing of it, which the next reading
 * tells, as it is otherwise then.
 */
export function hadAtAccount(settings: UserSettings | undefined): RemoteSettings {
  const held = accountFields.filter(
    name => settings && !sameValue(settings[name], newSettings(settings.role)[name]),
  );
  return Object.fromEntries(held.map(name => [name, settings?.[name]]));
}

/** Into or out of which list an operation puts people. */
export function moveOf(operation: MemberOperation): {
  of: 'queue' | 'team';
  as: 'agent' | 'supervisor';
  isIn: boolean;
} {
  return {
    of: operation.includes('Queue') ? 'queue' : 'team',
    as: operation.includes('Supervisor') ? 'supervisor' : 'agent',
    isIn: operation.startsWith('assign'),
  };
}

function withMembership(
  base: RemoteSettings,
  { operation, thing_id }: MemberStep,
  catalog: Catalog,
): RemoteSettings {
  const { of, as, isIn } = moveOf(operation);
  if (of === 'queue') {
    const held = base.queues?.find(({ id }) => id === thing_id);
    const type = movedType(held?.user_assignment_type ?? null, as, isIn);
    const others = (base.queues ?? []).filter(({ id }) => id !== thing_id);
    if (type === null) return { ...base, queues: others };
    const { name = '', channel = 'voice' } = catalog.queues.find(({ id }) => id === thing_id) ?? {};
    // Who is put into a queue is opted in, and a supervisor has nothing to opt out of.
    const isAgent = (as: AssignmentType | undefined) => as === 'agent' || as === 'both';
    const opted_in = held && isAgent(held.user_assignment_type) && isAgent(type) ? held.opted_in : true;
    const queue = { id: thing_id, name, channel, user_assignment_type: type, opted_in };
    return { ...base, queues: [...others, queue] };
  }
  const held = base.team?.id === thing_id ? base.team.team_role : null;
  if (!isIn && held === null) return base;
  const team_role = movedType(held, as, isIn);
  const name = catalog.teams.find(({ id }) => id === thing_id)?.name ?? '';
  return { ...base, team: team_role === null ? null : { id: thing_id, name, team_role } };
}

function movedType(
  held: AssignmentType | null,
  as: 'agent' | 'supervisor',
  isIn: boolean,
): AssignmentType | null {
  const both = new Set(held === 'both' ? ['agent', 'supervisor'] : held ? [held] : []);
  if (isIn) both.add(as);
  else both.delete(as);
  if (both.size === 0) return null;
  return both.size === 2 ? 'both' : (['agent', 'supervisor'] as const).find(type => both.has(type))!;
}

/** A step as the account stands to it. */
export interface Settled {
  /** What it does not have yet. */
  left: PushStep | null;
  done: PushStep | null;
  /** Of users whom it does not have any more. */
  lost: PushStep | null;
}

/** What of a step the account has, does not have yet, and can't have any more, by what it said last. */
export function settledOf(step: PushStep, bases: Bases, surroundings: Surroundings): Settled {
  const isLost = (part: PushStep, person_id: number) =>
    (bases.get(person_id) ?? null) === null && needsUser(part.operation);
  const isLeft = (part: PushStep, person_id: number) =>
    !isSettled(part, person_id, bases.get(person_id) ?? null, surroundings);
  if (sizeOf(step) === 0) return { left: step, done: null, lost: null };
  return {
    left: partWhere(step, isLeft),
    done: partWhere(step, (part, person_id) => !isLeft(part, person_id) && !isLost(part, person_id)),
    lost: partWhere(step, isLost),
  };
}

/** Whoever is gone needs not be taken out of anything. */
function needsUser(operation: PushStep['operation']): boolean {
  return operation !== 'batchCreateUsers' && !/^(delete|unassign|batchDelete)/.test(operation);
}

function isSettled(
  step: PushStep,
  person_id: number,
  base: RemoteSettings | null,
  surroundings: Surroundings,
): boolean {
  // Whoever is gone there can't be changed.
  if (step.operation === 'batchCreateUsers') return base !== null;
  if (step.operation === 'batchDeleteUsers') return base === null;
  if (base === null) return true;
  // Where somebody is, is not kept: it is sent again, and then so.
  if (step.operation === 'batchUpdateStatus') return !('status_name' in base);
  if (step.operation === 'assignSkills')
    return step.skills.every(({ id, level }) =>
      base.skills?.some(held => held.id === id && held.level === level),
    );
  const after = baseAfter(step, person_id, base, surroundings);
  return (Object.keys(after ?? {}) as FieldName[]).every(name => sameValue(after?.[name], base[name]));
}

/** The fields that a step sets of a user; none where it is about all of them. */
export function fieldsOf(step: PushStep, person_id: number): FieldName[] {
  switch (step.operation) {
    case 'batchCreateUsers':
    case 'batchDeleteUsers':
      return [];
    case 'batchUpdateUsers':
    case 'updateUser':
    case 'batchUpdateStatus':
      return Object.keys(step.rows.find(row => row.person_id === person_id)?.settings ?? {}) as FieldName[];
    case 'assignRegionUsers':
      return ['region'];
    case 'assignSkills':
    case 'deleteUserSkill':
      return ['skills'];
    case 'optInOutQueues':
    case 'updateQueueAgent':
      return ['queues'];
    default:
      return 'people' in step ? [moveOf(step.operation).of === 'queue' ? 'queues' : 'team'] : [];
  }
}
