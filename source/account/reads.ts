import * as z from 'zod/mini';
import type { Category } from './rates.ts';

/** A reading operation of the vendor's API. */
export interface Read<Answer> {
  /** From the version on; `{id}` stands for what it is asked of. */
  path: string;
  category: Category;
  /** What the app has to be given; some are odd, and are the vendor's. */
  scope: string;
  /** What it is for, behind "for". */
  purpose: string;
  answer: z.ZodMiniType<Answer>;
}

/** One that answers page by page. */
export interface ListRead<Row> extends Read<Page<Row>> {
  /** Rows that a page has at most. */
  pageSize: number;
  idOf(row: Row): string;
}

export interface Page<Row> {
  rows: Row[];
  next_page_token: string;
  /** How many there are; null where the vendor does not say. */
  total: number | null;
}

const text = z.optional(z.nullable(z.string()));
const count = z.optional(z.nullable(z.number()));

interface ListParts<Row> extends Omit<Read<Page<Row>>, 'answer'> {
  /** What the list is called in the answer. */
  list: string;
  row: z.ZodMiniType<Row>;
  pageSize: number;
  idOf(row: Row): string;
}

function listRead<Row>({ list, row, ...parts }: ListParts<Row>): ListRead<Row> {
  const page = z.object({ [list]: z.array(row), next_page_token: text, total_records: count });
  const answer = z.pipe(
    page,
    z.transform(
      (found): Page<Row> => ({
        rows: found[list] as Row[],
        next_page_token: (found.next_page_token as string | null | undefined) ?? '',
        total: (found.total_records as number | null | undefined) ?? null,
      }),
    ),
  );
  return { ...parts, answer: answer as unknown as z.ZodMiniType<Page<Row>> };
}

const engagements = z.object({
  enable: z.optional(z.boolean()),
  max_agent_load: count,
  email_max_agent_load: count,
});

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

const queueRow = z.object({ queue_id: z.string(), queue_name: z.string(), channel: text });
export type RemoteQueue = z.infer<typeof queueRow>;

export const queues: ListRead<RemoteQueue> = listRead({
  path: '/contact_center/queues',
  category: 'medium',
  scope: 'contact_center:read:list_queues:admin',
  purpose: 'the queues',
  list: 'queues',
  row: queueRow,
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

const roleRow = z.object({ role_id: z.string(), role_name: z.string() });
export type RemoteRole = z.infer<typeof roleRow>;

export const roles: ListRead<RemoteRole> = listRead({
  path: '/contact_center/roles',
  category: 'medium',
  scope: 'contact_center:read:list_roles:admin',
  purpose: 'the roles',
  list: 'roles',
  row: roleRow,
  pageSize: 300,
  idOf: row => row.role_id,
});

const regionRow = z.object({
  region_id: z.string(),
  region_name: z.string(),
  is_main_region: z.optional(z.nullable(z.boolean())),
});
export type RemoteRegion = z.infer<typeof regionRow>;

export const regions: ListRead<RemoteRegion> = listRead({
  path: '/contact_center/regions',
  category: 'medium',
  scope: 'contact_center:read:list_regions:admin',
  purpose: 'the regions',
  list: 'regions',
  row: regionRow,
  pageSize: 300,
  idOf: row => row.region_id,
});

const skillRow = z.object({
  skill_id: z.string(),
  skill_name: z.string(),
  skill_type: text,
  skill_category_name: text,
});
export type RemoteSkill = z.infer<typeof skillRow>;

export const skills: ListRead<RemoteSkill> = listRead({
  path: '/contact_center/skills',
  category: 'medium',
  scope: 'contact_center:read:list_skills:admin',
  purpose: 'the skills',
  list: 'skills',
  row: skillRow,
  pageSize: 300,
  idOf: row => row.skill_id,
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

/** Everybody in the account, licensed for the contact center or not. */
export const people: ListRead<RemotePerson> = listRead({
  path: '/users',
  category: 'general',
  scope: 'user:read:list_users:admin',
  purpose: 'the people of the account, who can be added',
  list: 'users',
  row: personRow,
  pageSize: 300,
  idOf: row => row.id,
});

/** All that a pull reads. */
export const allReads: readonly Read<unknown>[] = [
  ...[users, user, queues, queueAgents, queueSupervisors, roles, regions],
  ...[skills, skillUsers, userSkills, people],
];
