import * as z from 'zod/mini';
import { count, flag, type ListRead, listRead, type Read, text } from './list-read.ts';

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

const categoryRow = z.object({ skill_category_id: z.string(), skill_category_name: z.string() });

export const skillCategories: ListRead<z.infer<typeof categoryRow>> = listRead({
  path: '/contact_center/skills/categories',
  category: 'medium',
  scope: 'contact_center:read:list_skill_categories:admin',
  purpose: 'the categories of new skills',
  optional: true,
  list: 'skill_categories',
  row: categoryRow,
  pageSize: 300,
  idOf: row => row.skill_category_id,
});

const statusRow = z.object({
  status_id: z.string(),
  status_name: z.string(),
  status_category: text,
  enable: flag,
});
export type RemoteStatus = z.infer<typeof statusRow>;

export const statuses: ListRead<RemoteStatus> = listRead({
  path: '/contact_center/system_statuses',
  category: 'medium',
  // Misspelled by the vendor.
  scope: 'contact_center:read:list_system_statues:admin',
  purpose: 'the reasons for Not Ready',
  optional: true,
  list: 'statuses',
  row: statusRow,
  pageSize: 300,
  idOf: row => row.status_id,
});

const teamRow = z.object({ team_id: z.string(), team_name: z.string() });
export type RemoteTeam = z.infer<typeof teamRow>;

const ofTeams = { category: 'medium', scope: 'contact_center:read:team:admin', optional: true } as const;

export const teams: ListRead<RemoteTeam> = listRead({
  ...ofTeams,
  path: '/contact_center/teams',
  purpose: 'the teams',
  list: 'teams',
  row: teamRow,
  pageSize: 100,
  idOf: row => row.team_id,
});

const teamMember = z.object({ user_id: z.string() });

export const teamAgents: ListRead<z.infer<typeof teamMember>> = listRead({
  ...ofTeams,
  path: '/contact_center/teams/{id}/agents',
  purpose: 'who is an agent of a team',
  list: 'agents',
  row: teamMember,
  pageSize: 100,
  idOf: row => row.user_id,
});

export const teamSupervisors: ListRead<z.infer<typeof teamMember>> = listRead({
  ...ofTeams,
  path: '/contact_center/teams/{id}/supervisors',
  purpose: 'who is a supervisor of a team',
  list: 'supervisors',
  row: teamMember,
  pageSize: 100,
  idOf: row => row.user_id,
});

const listedTemplate = z.object({ template_id: z.string(), template_status: text });

const ofTemplates = {
  category: 'light',
  scope: 'contact_center:read:user_templates:admin',
  purpose: 'the user templates',
  optional: true,
} as const;

export const templates: ListRead<z.infer<typeof listedTemplate>> = listRead({
  ...ofTemplates,
  path: '/contact_center/users/templates',
  list: 'user_templates',
  row: listedTemplate,
  pageSize: 100,
  idOf: row => row.template_id,
});

const ids = z.optional(z.nullable(z.array(z.string())));

const templateRow = z.object({
  template_id: z.string(),
  template_name: z.string(),
  template_description: text,
  template_type: text,
  role: text,
  package: z.optional(z.nullable(z.object({ package_name: text, add_ons_plan: ids }))),
  team: z.optional(z.nullable(z.object({ team_id: text, team_supervisor: flag }))),
  client_integration: z.optional(
    z.nullable(z.object({ client_integration_application: text, client_integration_name: text })),
  ),
  user_access: flag,
  country_or_region: text,
  region: text,
  assigned_queues: z.optional(z.nullable(z.object({ agent_queue_ids: ids, supervisor_queue_ids: ids }))),
  skills: z.optional(z.nullable(z.array(z.object({ skill_id: z.string(), proficiency_level: count })))),
  engagement_capacity: z.optional(
    z.nullable(
      z.object({
        concurrent_message_capacity: count,
        concurrent_email_capacity: count,
        message_max_agent_load: count,
        email_max_agent_load: count,
      }),
    ),
  ),
});
export type RemoteTemplate = z.infer<typeof templateRow>;

export const template: Read<RemoteTemplate> = {
  ...ofTemplates,
  path: '/contact_center/users/templates/{id}',
  answer: templateRow,
};
