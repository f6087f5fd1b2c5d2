import type { ConnectedHome } from './connected-home.ts';

/** Users as both sides can be asked for them, by e-mail. */
type Users = Record<string, Record<string, unknown>>;

interface Listed {
  user_email: string;
  role_name: string;
  user_access: string;
  package_name: string;
  region_name: string | null;
  concurrent_message_capacity: number | null;
  team: { team_name: string; team_role: string } | null;
  queues: { queue_name: string; user_assignment_type: string; opted_in: boolean }[];
  skills: { skill_name: string; level: number | null }[];
}

/** As the account has them. */
export function usersThere({ account: { state } }: ConnectedHome): Users {
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
export async function usersHere({ json }: ConnectedHome): Promise<Users> {
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
