import type { RemoteKind } from '../../roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../roster/pull/pulled-change.ts';
import {
  type PushedKind,
  type PushStep,
  type ThingStep,
  thingOf,
  type UserRow,
} from '../../roster/push/step.ts';
import type { Reference } from '../../roster/users/user.ts';
import type { PackageName } from '../../roster/users/vocabulary.ts';

/** What the account calls people and things that have numbers here. */
export interface Names {
  /** Null where it knows them by none: then by their address. */
  userId(person_id: number): string | null;
  email(person_id: number): string;
  thing(of: RemoteKind, id: number): string | null;
  /** Of a presence, or of a reason for Not Ready. */
  status(name: string): string | null;
  /** Of a category of skills. */
  category(name: string): string | null;
  /** Where those go who are left in a role or region that goes; null for other things. */
  instead(of: PushedKind, id: number): (Reference & { remote_id: string }) | null;
}

/** What is sent for a step. */
export interface StepRequest {
  /** Of the thing that the path is about. */
  id?: string;
  /** Of the user that it is about. */
  user?: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** The account does not have what a step names; the message is a sentence. */
export class NotThere extends Error {
  override name = 'NotThere';
}

/** Throws NotThere. */
export function requestOf(step: PushStep, names: Names): StepRequest {
  const idOf = (person_id: number) => {
    const id = names.userId(person_id);
    if (id === null) throw new NotThere(`The account does not have ${names.email(person_id)}.`);
    return id;
  };
  const thing = (of: RemoteKind, id: number, name = `a ${of} of the roster`) => {
    const found = names.thing(of, id);
    if (found === null) throw new NotThere(`The account does not have ${name}.`);
    return found;
  };
  const settings = (row: UserRow, { inCapitals = false } = {}) =>
    settingsBody(row.settings, thing, inCapitals);
  switch (step.operation) {
    case 'batchCreateUsers':
      return {
        body: { users: step.rows.map(row => ({ ...whoIs(row.person_id, names), ...settings(row) })) },
      };
    case 'batchUpdateUsers': {
      const users = step.rows.map(row => ({
        user_id: idOf(row.person_id),
        ...settings(row, { inCapitals: true }),
      }));
      return { body: { users } };
    }
    case 'updateUser': {
      const [row] = step.rows as [UserRow];
      return { user: idOf(row.person_id), body: settings(row) };
    }
    case 'batchUpdateStatus': {
      const users = step.rows.map(row => ({
        user_id: idOf(row.person_id),
        ...statusBody(row.settings, names),
      }));
      return { body: { users } };
    }
    case 'batchDeleteUsers':
      return { query: { user_ids: step.people.map(idOf).join(',') } };
    case 'assignSkills': {
      const skills = step.skills.map(({ id, level }) => ({
        skill_id: thing('skill', id),
        ...(level !== null && { max_proficiency_level: level }),
      }));
      return { user: idOf(step.people[0]), body: { skills } };
    }
    case 'deleteUserSkill':
      return { user: idOf(step.people[0]), id: thing('skill', step.thing_id) };
    case 'optInOutQueues': {
      const queue_ids = step.queues.map(id => thing('queue', id));
      return { user: idOf(step.people[0]), body: { opt_in_out_status: step.opted_in ? 0 : 1, queue_ids } };
    }
    case 'updateQueueAgent':
      return {
        ...{ id: thing('queue', step.queues[0]!), user: idOf(step.people[0]) },
        body: { opt_in_out_status: step.opted_in ? 0 : 1 },
      };
    case 'deleteQueueAgent':
    case 'deleteQueueSupervisor':
      return { id: thing('queue', step.thing_id), user: idOf(step.people[0]!) };
    case 'unassignTeamAgents':
    case 'unassignTeamSupervisors':
      return { id: thing('team', step.thing_id), query: { user_ids: step.people.map(idOf).join(',') } };
    case 'createSkillCategory': {
      const { category, graded } = step;
      const body = { skill_category_name: category, skill_type: graded ? 'proficiency' : 'text' };
      return { body: graded ? { ...body, max_proficiency_level: 5 } : body };
    }
    default:
      if ('people' in step)
        return {
          id: thing(placeOf(step.operation), step.thing_id),
          body: { user_ids: step.people.map(idOf) },
        };
      return thingRequest(step, names);
  }
}

function placeOf(operation: string): 'region' | 'queue' | 'team' {
  if (operation === 'assignRegionUsers') return 'region';
  return operation.startsWith('assignQueue') ? 'queue' : 'team';
}

/** By their id there, else by their address: whoever is new at the account may have none here. */
function whoIs(person_id: number, names: Names): { user_id: string } | { user_email: string } {
  const user_id = names.userId(person_id);
  return user_id === null ? { user_email: names.email(person_id) } : { user_id };
}

function statusBody({ status_name, sub_status_name }: RemoteSettings, names: Names) {
  const found = (name: string) => {
    const id = names.status(name);
    if (id === null) throw new NotThere(`The account has no status ${name}.`);
    return id;
  };
  return {
    ...(status_name && { status_id: found(status_name) }),
    ...(sub_status_name && { sub_status_id: found(sub_status_name) }),
  };
}

type Thing = (of: RemoteKind, id: number, name?: string) => string;

/** Batches of changes spell packages with a capital. */
function settingsBody(settings: RemoteSettings, thing: Thing, inCapitals: boolean): Record<string, unknown> {
  const { role, region, package_name, client_integration_name: connection } = settings;
  const plain = ['add_ons_plan', 'user_access', 'country_iso_code', 'client_integration'] as const;
  return {
    ...(role && { role_id: thing('role', role.id, `the role ${role.name}`) }),
    ...(region && { region_id: thing('region', region.id, `the region ${region.name}`) }),
    ...(package_name && { package_name: inCapitals ? capital(package_name) : package_name }),
    ...Object.fromEntries(plain.filter(name => name in settings).map(name => [name, settings[name]])),
    ...('client_integration_name' in settings && { client_integration_name: connection ?? '' }),
    ...channelsBody(settings),
  };
}

function capital(name: PackageName): string {
  return name[0]!.toUpperCase() + name.slice(1);
}

function channelsBody(settings: RemoteSettings): { channel_settings?: unknown } {
  const engagements = {
    ...('multi_channel_engagements' in settings && { enable: settings.multi_channel_engagements }),
    ...('max_agent_load' in settings && { max_agent_load: settings.max_agent_load }),
    ...('email_max_agent_load' in settings && { email_max_agent_load: settings.email_max_agent_load }),
  };
  const capacities = ['concurrent_message_capacity', 'concurrent_email_capacity'] as const;
  const channel_settings = {
    ...Object.fromEntries(capacities.filter(name => name in settings).map(name => [name, settings[name]])),
    ...(Object.keys(engagements).length > 0 && { multi_channel_engagements: engagements }),
  };
  return Object.keys(channel_settings).length > 0 ? { channel_settings } : {};
}

function thingRequest(step: ThingStep, names: Names): StepRequest {
  const { thing_id, name, values } = step;
  const { of, does } = thingOf(step);
  const body = () => thingBody(of, values, names);
  if (does === 'create') return { body: body() };
  const id = names.thing(of, thing_id);
  if (id === null) throw new NotThere(`The account does not have the ${of} ${name}.`);
  if (does === 'update') return { id, body: body() };
  if (of !== 'role' && of !== 'region') return { id };
  // Whoever is in it there, and not here, has to be somewhere.
  const instead = names.instead(of, thing_id);
  const query = of === 'role' ? 'transfer_role_id' : 'move_users_to_region_id';
  return { id, ...(instead && { query: { [query]: instead.remote_id } }) };
}

function thingBody(
  of: PushedKind,
  { category, description, ...values }: Readonly<Record<string, unknown>>,
  names: Names,
): Record<string, unknown> {
  const body = {
    ...values,
    ...(of === 'queue' && description !== undefined && { queue_description: description }),
  };
  if (category === undefined) return body;
  const skill_category_id = names.category(String(category));
  if (skill_category_id === null) throw new NotThere(`The account has no category of skills ${category}.`);
  return { ...body, skill_category_id };
}
