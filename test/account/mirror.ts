import type { ConnectedHome } from './connected-home.ts';
import type { State, User } from './state/state.ts';

/** Users as both sides can be asked for them, by e-mail. */
type Users = Record<string, Record<string, unknown>>;

interface Listed {
  user_email: string;
  role_name: string;
  user_access: string;
  package_name: string;
  region_name: string | null;
  concurrent_message_capacity: number | null;
  multi_channel_engagements: boolean | null;
  add_ons_plan: string[];
  mobile_client: boolean | null;
  allowed_devices: string[] | null;
  default_outbound_voice_queue_name: string | null;
  team: { team_name: string; team_role: string } | null;
  queues: { queue_name: string; user_assignment_type: string; opted_in: boolean }[];
  skills: { skill_name: string; level: number | null }[];
}

function outboundQueue({ portal }: User): string {
  return portal.assigned_queues?.default_outbound_voice_queue_id ?? '';
}

/** As the account has them. */
export function usersThere({ account: { state } }: { account: { state: State } }): Users {
  const outbound = new Map([...state.queues.values()].map(queue => [queue.queue_id, queue.queue_name]));
  const users = [...state.users.values()].map(user => {
    const queues = [...state.queues.values()].flatMap(({ queue_name, agents, supervisors }) => {
      const [status, isSupervisor] = [agents.get(user.user_id), supervisors.has(user.user_id)];
      if (status === undefined && !isSupervisor) return [];
      const as = status === undefined ? 'supervisor' : isSupervisor ? 'both' : 'agent';
      return [`${queue_name} ${as}${status ? ' out' : ''}`];
    });
    return [
      user.user_email,
      {
        role: state.roles.get(user.role_id)!.role_name,
        access: user.user_access,
        package: user.package_name,
        region: state.regions.get(user.region_id)!.region_name,
        messages: user.channel_settings.concurrent_message_capacity,
        several: user.channel_settings.multi_channel_engagements.enable,
        addOns: [...user.add_ons_plan].sort(),
        mobile: user.portal.mobile_client ?? null,
        devices: user.portal.allowed_devices ?? [],
        outbound: outbound.get(outboundQueue(user)) ?? null,
        team: user.team_id && `${state.teams.get(user.team_id)!.team_name} ${user.team_assignment}`,
        queues: queues.sort(),
        skills: [...user.skills]
          .map(([id, level]) => `${state.skills.get(id)!.skill_name} ${level ?? '–'}`)
          .sort(),
      },
    ];
  });
  return Object.fromEntries(users);
}

/** As the roster has them. */
export async function usersHere({ json }: Pick<ConnectedHome, 'json'>): Promise<Users> {
  const users = await json<Listed[]>('list --limit 100000');
  return Object.fromEntries(
    users.map(user => [
      user.user_email,
      {
        role: user.role_name,
        access: user.user_access,
        package: user.package_name,
        region: user.region_name,
        messages: user.concurrent_message_capacity,
        several: user.multi_channel_engagements,
        addOns: [...user.add_ons_plan].sort(),
        mobile: user.mobile_client,
        devices: user.allowed_devices ?? [],
        outbound: user.default_outbound_voice_queue_name,
        team: user.team && `${user.team.team_name} ${user.team.team_role}`,
        queues: user.queues
          .map(
            ({ queue_name, user_assignment_type: as, opted_in }) =>
              `${queue_name} ${as}${opted_in ? '' : ' out'}`,
          )
          .sort(),
        skills: user.skills.map(({ skill_name, level }) => `${skill_name} ${level ?? '–'}`).sort(),
      },
    ]),
  );
}

/** What is in the catalog of the account, by kind: names. */
export function namesThere({ account: { state } }: { account: { state: State } }): Record<string, string[]> {
  return {
    queue: [...state.queues.values()].map(({ queue_name }) => queue_name).sort(),
    role: [...state.roles.values()].map(({ role_name }) => role_name).sort(),
    skill: [...state.skills.values()].map(({ skill_name }) => skill_name).sort(),
    region: [...state.regions.values()].map(({ region_name }) => region_name).sort(),
    team: [...state.teams.values()].map(({ team_name }) => team_name).sort(),
  };
}

/** The same of the roster. */
export async function namesHere({ json }: Pick<ConnectedHome, 'json'>): Promise<Record<string, string[]>> {
  const names: Record<string, string[]> = {};
  for (const kind of ['queue', 'role', 'skill', 'region', 'team'])
    names[kind] = (await json<Record<string, string>[]>(`${kind} list`))
      .map(entry => entry[`${kind}_name`]!)
      .sort();
  return names;
}
