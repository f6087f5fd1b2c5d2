import type { Catalog } from '../../roster/catalog/catalog.ts';
import type { RemoteIds, RemoteKind } from '../../roster/pull/pulled-catalog.ts';
import type { RemoteSettings } from '../../roster/pull/pulled-change.ts';
import type { QueueAssignment, Reference, SkillLevel, UserSettings } from '../../roster/users/user.ts';
import {
  type AssignmentType,
  clientIntegrations,
  isOneOf,
  packageNames,
  presences,
  userAccesses,
} from '../../roster/users/vocabulary.ts';
import type { RemoteMembership, RemoteProfile } from '../reads/read-account.ts';
import type * as reads from '../reads/reads.ts';
import { accountSettingsOf } from './account-settings.ts';

/** Turns what the account calls things into what they are called here. */
export interface Translation {
  /**
   * What was read of a user; `isWhole` where all that it names is known here. `person` is the name that they have as a person.
   */
  settingsOf(profile: RemoteProfile, person: string | null): { settings: RemoteSettings; isWhole: boolean };
}

export function createTranslation(catalog: Catalog, ids: RemoteIds): Translation {
  const byId = <Entry extends Reference>(of: RemoteKind, list: readonly Entry[]) => {
    const local = new Map(list.map(entry => [entry.id, entry]));
    return (remote: string | null | undefined) => local.get(ids.get(of)?.get(remote ?? '') ?? -1);
  };
  const role = byId('role', catalog.roles);
  const region = byId('region', catalog.regions);
  const queue = byId('queue', catalog.queues);
  const skill = byId('skill', catalog.skills);
  const teamById = byId('team', catalog.teams);
  return {
    settingsOf({ user, memberships, skills, team }, person) {
      const [held, place] = [role(user.role_id), region(user.region_id)];
      const group = teamById(team?.team_id);
      const queues = memberships?.flatMap((membership): QueueAssignment[] => {
        const found = queue(membership.queue_id);
        if (!found) return [];
        const { id, name, channel } = found;
        return [
          {
            ...{ id, name, channel },
            user_assignment_type: assignmentOf(membership),
            opted_in: membership.opted_in,
          },
        ];
      });
      const levels = skills?.flatMap((skill_id): SkillLevel[] => {
        const found = skill(skill_id);
        return found ? [{ id: found.id, name: found.name, level: null }] : [];
      });
      const settings = {
        ...(held && { role: { id: held.id, name: held.name } }),
        ...(place && { region: { id: place.id, name: place.name } }),
        ...plainSettings(user),
        ...accountSettingsOf(user, queue),
        ...(queues && { queues }),
        ...(levels && { skills: levels }),
        ...(team !== undefined && {
          team: team && group ? { ...group, team_role: assignmentOf(team) } : null,
        }),
        // People are read together with memberships.
        ...(memberships && { display_name: ownName(user, person) }),
      };
      const isWhole =
        (held !== undefined || !user.role_id) &&
        (place !== undefined || !user.region_id) &&
        queues?.length === memberships?.length &&
        levels?.length === skills?.length &&
        (group !== undefined || !team);
      return { settings, isWhole };
    },
  };
}

function assignmentOf({
  isAgent,
  isSupervisor,
}: Pick<RemoteMembership, 'isAgent' | 'isSupervisor'>): AssignmentType {
  return isAgent && isSupervisor ? 'both' : isAgent ? 'agent' : 'supervisor';
}

/** The name that somebody has as a user, where it is another than the one they have as a person. */
function ownName({ display_name }: reads.RemoteUser, person: string | null): string | null {
  return display_name && display_name !== person ? display_name : null;
}

/** What is no reference. A value that the vendor made up since is left out, and stays here as it is. */
function plainSettings(user: reads.RemoteUser): RemoteSettings {
  const { package_name, user_access, status_name, sub_status_name, client_integration } = user;
  const { channel_settings, country_iso_code, add_ons_plan } = user;
  return {
    ...(package_name && isOneOf(packageNames, package_name) && { package_name }),
    ...(user_access && isOneOf(userAccesses, user_access) && { user_access }),
    ...(status_name && presenceOf(status_name, sub_status_name)),
    ...(client_integration && isOneOf(clientIntegrations, client_integration) && { client_integration }),
    ...(country_iso_code !== undefined && { country_iso_code: country_iso_code || null }),
    ...(add_ons_plan && { add_ons_plan }),
    ...(channel_settings && {
      concurrent_message_capacity: channel_settings.concurrent_message_capacity ?? null,
      concurrent_email_capacity: channel_settings.concurrent_email_capacity ?? null,
      multi_channel_engagements: channel_settings.multi_channel_engagements?.enable ?? null,
      max_agent_load: channel_settings.multi_channel_engagements?.max_agent_load ?? null,
      email_max_agent_load: channel_settings.multi_channel_engagements?.email_max_agent_load ?? null,
    }),
  };
}

/** An account may have statuses of its own: who is in one is signed in, and takes nothing, for that reason. */
function presenceOf(
  status_name: string,
  reason: string | null | undefined,
): Pick<UserSettings, 'status_name' | 'sub_status_name'> {
  if (!isOneOf(presences, status_name)) return { status_name: 'Not Ready', sub_status_name: status_name };
  return { status_name, sub_status_name: status_name === 'Not Ready' ? reason || null : null };
}
