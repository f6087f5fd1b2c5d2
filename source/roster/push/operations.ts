import type { Category } from './rate-limits.ts';
import type { PushStep } from './step.ts';

/** An operation of the vendor's that changes the account. */
export interface Write {
  method: 'POST' | 'PATCH' | 'DELETE';
  /** From the version on; `{id}` stands for the thing, `{user}` for the user that it is about. */
  path: string;
  category: Category;
  /** What the app has to be given; some are odd, and are the vendor's. */
  scope: string;
  /** How many users, or of `assignSkills` skills, a call takes. */
  most: number;
  /** What it does, for people. */
  title: string;
}

function write(
  call: `${Write['method']} ${string}`,
  category: Category,
  scope: string,
  most: number,
  title: string,
): Write {
  const [method, path] = call.split(' /') as [Write['method'], string];
  return {
    method,
    path: `/contact_center/${path}`,
    category,
    scope: `contact_center:${scope}:admin`,
    most,
    title,
  };
}

const optIn = 'update:queue_agent';
// The vendor's: also to put somebody in.
const supervisors = 'delete:queue_supervisor';

/**
 * The operations of `PushStep`. Those of teams and of opting in and out are in newer references alone, which do not say how many users
 * a team takes in a call, nor what teams cost: that of the regions is taken.
 */
export const operations: Readonly<Record<PushStep['operation'], Write>> = {
  createRegion: write('POST /regions', 'light', 'write:region', 1, 'Add regions'),
  updateRegion: write('PATCH /regions/{id}', 'light', 'udpate:region', 1, 'Rename regions'),
  deleteRegion: write('DELETE /regions/{id}', 'light', 'delete:region', 1, 'Remove regions'),
  createRole: write('POST /roles', 'light', 'write:role', 1, 'Add roles'),
  updateRole: write('PATCH /roles/{id}', 'light', 'update:role', 1, 'Change roles'),
  deleteRole: write('DELETE /roles/{id}', 'light', 'delete:role', 1, 'Remove roles'),
  createQueue: write('POST /queues', 'light', 'write:queue', 1, 'Add queues'),
  updateQueue: write('PATCH /queues/{id}', 'light', 'update:queue', 1, 'Change queues'),
  deleteQueue: write('DELETE /queues/{id}', 'light', 'delete:queue', 1, 'Remove queues'),
  createSkillCategory: write(
    'POST /skills/categories',
    'light',
    'write:skill_category',
    1,
    'Add categories of skills',
  ),
  createSkill: write('POST /skills', 'light', 'write:skill', 1, 'Add skills'),
  updateSkill: write('PATCH /skills/{id}', 'light', 'update:skill', 1, 'Rename skills'),
  deleteSkill: write('DELETE /skills/{id}', 'light', 'delete:skill', 1, 'Remove skills'),
  createTeam: write('POST /teams', 'light', 'write:team', 1, 'Add teams'),
  updateTeam: write('PATCH /teams/{id}', 'light', 'update:team', 1, 'Rename teams'),
  deleteTeam: write('DELETE /teams/{id}', 'light', 'delete:team', 1, 'Remove teams'),

  batchCreateUsers: write('POST /users/batch', 'medium', 'write:batch_users', 20, 'Add users'),
  batchUpdateUsers: write('PATCH /users', 'medium', 'update:batch_users', 20, 'Change users'),
  updateUser: write('PATCH /users/{user}', 'light', 'update:user', 1, 'Change users and their capacities'),
  batchUpdateStatus: write('PATCH /users/status', 'medium', 'write:batch_users', 20, 'Set presence'),
  batchDeleteUsers: write('DELETE /users', 'medium', 'delete:batch_users', 20, 'Remove users'),

  assignRegionUsers: write('POST /regions/{id}/users', 'light', 'write:region_user', 20, 'Put into regions'),
  assignQueueAgents: write(
    'POST /queues/{id}/agents',
    'medium',
    'write:queue_agent',
    30,
    'Put into queues as agents',
  ),
  assignQueueSupervisors: write(
    'POST /queues/{id}/supervisors',
    'medium',
    supervisors,
    30,
    'Put into queues as supervisors',
  ),
  deleteQueueAgent: write(
    'DELETE /queues/{id}/agents/{user}',
    'light',
    'delete:queue_agent',
    1,
    'Take out of queues as agents',
  ),
  deleteQueueSupervisor: write(
    'DELETE /queues/{id}/supervisors/{user}',
    'light',
    supervisors,
    1,
    'Take out of queues as supervisors',
  ),
  assignTeamAgents: write('POST /teams/{id}/agents', 'light', 'write:team', 20, 'Put into teams as agents'),
  assignTeamSupervisors: write(
    'POST /teams/{id}/supervisors',
    'light',
    'write:team',
    20,
    'Put into teams as supervisors',
  ),
  unassignTeamAgents: write(
    'DELETE /teams/{id}/agents',
    'light',
    'delete:team',
    20,
    'Take out of teams as agents',
  ),
  unassignTeamSupervisors: write(
    'DELETE /teams/{id}/supervisors',
    'light',
    'delete:team',
    20,
    'Take out of teams as supervisors',
  ),
  optInOutQueues: write(
    'PATCH /users/{user}/opt_in_out_queues',
    'medium',
    optIn,
    1,
    'Opt in to and out of queues',
  ),
  updateQueueAgent: write(
    'PATCH /queues/{id}/agents/{user}',
    'light',
    optIn,
    1,
    'Opt in to and out of a queue',
  ),
  assignSkills: write('POST /users/{user}/skills', 'medium', 'write:user_skill', 20, 'Give skills'),
  deleteUserSkill: write(
    'DELETE /users/{user}/skills/{id}',
    'light',
    'delete:user_skill',
    1,
    'Take skills away',
  ),
};
