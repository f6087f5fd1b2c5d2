import * as z from 'zod/mini';
import { count, type ListRead, listRead, type Read, text } from './list-read.ts';

const engagements = z.object({
  enable: z.optional(z.boolean()),
  max_agent_load: count,
  email_max_agent_load: count,
});

/** What references do not say the type of: taken as it comes. */
const anything = z.optional(z.unknown());

/** Read loosely: the vendor adds values and fields every month. */
const userRow = z.object({
  user_id: z.string(),
  user_email: z.string(),
  display_name: text,
  role_id: text,
  role_name: text,
  package_name: text,
  add_ons_plan: z.optional(z.nullable(z.array(z.string()))),
  user_access: text,
  status_name: text,
  sub_status_name: text,
  country_iso_code: text,
  region_id: text,
  region_name: text,
  client_integration: text,
  client_integration_name: text,
  // Named by templates and events only; references of users lack them, and answers may have them.
  enable_user_level_recording: anything,
  allowed_devices: anything,
  mobile_client: anything,
  external_url: anything,
  assigned_queues: anything,
  messaging_occupied: anything,
  email_occupied: anything,
  channel_settings: z.optional(
    z.nullable(
      z.object({
        multi_channel_engagements: z.optional(z.nullable(engagements)),
        concurrent_message_capacity: count,
        concurrent_email_capacity: count,
      }),
    ),
  ),
});
export type RemoteUser = z.infer<typeof userRow>;

export const users: ListRead<RemoteUser> = listRead({
  path: '/contact_center/users',
  category: 'medium',
  scope: 'contact_center:read:list_users:admin',
  purpose: 'the list of users',
  list: 'users',
  row: userRow,
  pageSize: 300,
  idOf: row => row.user_id,
});

export const user: Read<RemoteUser> = {
  path: '/contact_center/users/{id}',
  category: 'light',
  scope: 'contact_center:read:user:admin',
  purpose: 'whether a user is still there',
  answer: userRow,
};

const ownQueue = z.object({ queue_id: z.string(), user_assignment_type: text });

export const userQueues: ListRead<z.infer<typeof ownQueue>> = listRead({
  path: '/contact_center/users/{id}/queues',
  category: 'medium',
  scope: 'contact_center:read:list_user_queues:admin',
  purpose: 'in which queues somebody is',
  optional: true,
  list: 'queues',
  row: ownQueue,
  pageSize: 300,
  idOf: row => row.queue_id,
});

const memberRow = z.object({ user_id: z.string(), opt_in_out_status: count });
export type RemoteMember = z.infer<typeof memberRow>;

export const queueAgents: ListRead<RemoteMember> = listRead({
  path: '/contact_center/queues/{id}/agents',
  category: 'medium',
  scope: 'contact_center:read:list_queue_agents:admin',
  purpose: 'who is an agent of a queue',
  list: 'agents',
  row: memberRow,
  pageSize: 100,
  idOf: row => row.user_id,
});

export const queueSupervisors: ListRead<RemoteMember> = listRead({
  path: '/contact_center/queues/{id}/supervisors',
  category: 'medium',
  scope: 'contact_center:delete:queue_supervisor:admin',
  purpose: 'who is a supervisor of a queue (the vendor asks for this scope)',
  list: 'supervisors',
  row: memberRow,
  pageSize: 100,
  idOf: row => row.user_id,
});

const skillHolder = z.object({ user_id: z.string() });

/** Without the level, and without how many they are. */
export const skillUsers: ListRead<z.infer<typeof skillHolder>> = listRead({
  path: '/contact_center/skills/{id}/users',
  category: 'medium',
  scope: 'contact_center:read:list_skill_users:admin',
  purpose: 'who has a skill',
  list: 'users',
  row: skillHolder,
  pageSize: 300,
  idOf: row => row.user_id,
});

const heldSkill = z.object({ skill_id: z.string(), user_proficiency_level: count });

export const userSkills: ListRead<z.infer<typeof heldSkill>> = listRead({
  path: '/contact_center/users/{id}/skills',
  category: 'medium',
  scope: 'contact_center:read:list_user_skills:admin',
  purpose: 'at what level somebody has a skill',
  list: 'skills',
  row: heldSkill,
  pageSize: 300,
  idOf: row => row.skill_id,
});

const personRow = z.object({
  id: z.string(),
  email: z.string(),
  first_name: text,
  last_name: text,
  display_name: text,
  dept: text,
  status: text,
});
export type RemotePerson = z.infer<typeof personRow>;

const peopleRead = {
  category: 'general',
  scope: 'user:read:list_users:admin',
  purpose: 'the people of the account, who can be added',
  list: 'users',
  row: personRow,
  pageSize: 300,
  idOf: (row: RemotePerson) => row.id,
} as const;

/** Everybody in the account who is active there, licensed for the contact center or not. */
export const people: ListRead<RemotePerson> = listRead({ ...peopleRead, path: '/users' });

export const inactivePeople: ListRead<RemotePerson> = listRead({
  ...peopleRead,
  path: '/users?status=inactive',
});
