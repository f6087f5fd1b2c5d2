import type { Catalog } from '../roster/catalog/catalog.ts';
import type { RemoteEntry, RemoteIds, RemoteKind } from '../roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../roster/pull/pulled-change.ts';
import type { QueueAssignment, Reference, SkillLevel } from '../roster/users/user.ts';
import {
  channels,
  clientIntegrations,
  isOneOf,
  packageNames,
  presenceReasons,
  presences,
  userAccesses,
} from '../roster/users/vocabulary.ts';
import type { AccountReading } from './read-account.ts';
import type { RemoteUser } from './reads.ts';

/** Turns what the account calls things into what they are called here. */
export interface Translation {
  settingsOf(user: RemoteUser): RemoteSettings;
}

/** Whose skills have a level that nobody read yet keep the one they have here. */
export function createTranslation(reading: AccountReading, catalog: Catalog, ids: RemoteIds): Translation {
  const byId = <Entry extends Reference>(of: RemoteKind, list: readonly Entry[]) => {
    const local = new Map(list.map(entry => [entry.id, entry]));
    return (remote: string | null | undefined) => local.get(ids.get(of)?.get(remote ?? '') ?? -1);
  };
  const role = byId('role', catalog.roles);
  const region = byId('region', catalog.regions);
  const queueById = byId('queue', catalog.queues);
  const skillById = byId('skill', catalog.skills);
  const queues = new Map<string, QueueAssignment[]>();
  for (const [queue_id, members] of reading.members) {
    const queue = queueById(queue_id);
    if (!queue) continue;
    const { id, name, channel } = queue;
    for (const [user_id, { isAgent, isSupervisor, opted_in }] of members) {
      const user_assignment_type = isAgent && isSupervisor ? 'both' : isAgent ? 'agent' : 'supervisor';
      listed(queues, user_id).push({ id, name, channel, user_assignment_type, opted_in });
    }
  }
  const skills = new Map<string, SkillLevel[]>();
  for (const [skill_id, holders] of reading.holders) {
    const skill = skillById(skill_id);
    if (skill)
      for (const user_id of holders)
        listed(skills, user_id).push({ id: skill.id, name: skill.name, level: null });
  }
  const people = new Map(reading.people.map(person => [person.id, person]));
  return {
    settingsOf(user) {
      const [held, place] = [role(user.role_id), region(user.region_id)];
      return {
        ...(held && { role: { id: held.id, name: held.name } }),
        ...(place && { region: { id: place.id, name: place.name } }),
        ...plainSettings(user),
        display_name: ownName(user, people.get(user.user_id)?.display_name),
        queues: queues.get(user.user_id) ?? [],
        skills: skills.get(user.user_id) ?? [],
      };
    },
  };
}

function listed<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The name that somebody has as a user, where it is another than the one they have as a person. */
function ownName({ display_name }: RemoteUser, person: string | null | undefined): string | null {
  return display_name && display_name !== person ? display_name : null;
}

/** What is no reference. A value that the vendor made up since is left out, and stays here as it is. */
function plainSettings(user: RemoteUser): RemoteSettings {
  const { package_name, user_access, status_name, sub_status_name, client_integration } = user;
  const { channel_settings, country_iso_code, add_ons_plan } = user;
  const reason = sub_status_name ?? '';
  return {
    ...(package_name && isOneOf(packageNames, package_name) && { package_name }),
    ...(user_access && isOneOf(userAccesses, user_access) && { user_access }),
    ...(status_name &&
      isOneOf(presences, status_name) && {
        status_name,
        sub_status_name: isOneOf(presenceReasons, reason) ? reason : null,
      }),
    ...(client_integration && isOneOf(clientIntegrations, client_integration) && { client_integration }),
    ...(country_iso_code !== undefined && { country_iso_code: country_iso_code || null }),
    ...(add_ons_plan && { add_ons_plan }),
    ...(channel_settings && {
      concurrent_message_capacity: channel_settings.concurrent_message_capacity ?? null,
      concurrent_email_capacity: channel_settings.concurrent_email_capacity ?? null,
      max_agent_load: channel_settings.multi_channel_engagements?.max_agent_load ?? null,
      email_max_agent_load: channel_settings.multi_channel_engagements?.email_max_agent_load ?? null,
    }),
  };
}

/** The catalog of the account in our words. */
export function remoteEntries({ roles, regions, queues, skills }: AccountReading): RemoteEntry[] {
  return [
    ...roles.map(
      ({ role_id, role_name }): RemoteEntry => ({ of: 'role', remote_id: role_id, record: { role_name } }),
    ),
    ...regions.map(
      ({ region_id, region_name, is_main_region }): RemoteEntry => ({
        ...{ of: 'region', remote_id: region_id },
        record: { region_name, ...(is_main_region != null && { is_main: is_main_region }) },
      }),
    ),
    ...queues.map(
      ({ queue_id, queue_name, channel }): RemoteEntry => ({
        ...{ of: 'queue', remote_id: queue_id },
        record: { queue_name, ...(channel && isOneOf(channels, channel) && { channel }) },
      }),
    ),
    ...skills.map(
      ({ skill_id, skill_name, skill_type, skill_category_name }): RemoteEntry => ({
        ...{ of: 'skill', remote_id: skill_id },
        record: {
          skill_name,
          ...(skill_category_name && { category: skill_category_name }),
          ...(skill_type && { graded: skill_type === 'proficiency' }),
        },
      }),
    ),
  ];
}
