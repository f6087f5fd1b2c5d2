import type { Ids } from './ids.ts';
import { firstPrivileges } from './privileges.ts';
import type { Channel, Queue, State, Team } from './state.ts';

/** What stands on everything that nobody has changed. */
export type Authorship = { modified_by: string; last_modified_time: string };

const subjects = [
  'Billing',
  'Orders',
  'Returns',
  'Support',
  'Sales',
  'Retention',
  'VIP – Überseekunden',
  '返品',
];
const channels: readonly Channel[] = ['voice', 'messaging', 'email', 'video'];
export const channelTypes: Record<Channel, string[]> = {
  voice: ['voice'],
  video: ['video'],
  messaging: ['chat', 'sms', 'in_app_chat'],
  email: [],
};

/** Everything but people and users: roles, queues, regions, skills, statuses, templates, teams. */
export function fillCatalog(state: State, ids: Ids, queues: number, authorship: Authorship): void {
  for (const name of ['Admin', 'Supervisor', 'Agent', 'Team Lead', 'Quality Analyst', 'Rôle d’essai']) {
    const role_id = ids.long();
    state.roles.set(role_id, {
      role_id,
      role_name: name,
      role_description: `May do what ${name} does`,
      privileges: firstPrivileges(name),
      ...authorship,
    });
  }
  for (const [at, name] of ['Main Region', 'EMEA', 'APAC', 'LATAM'].entries()) {
    const region_id = ids.short();
    const zone = { sip_zone_id: ids.short(), sip_zone_name: `Zone ${name}` };
    const { last_modified_time } = authorship;
    state.regions.set(region_id, {
      region_id,
      region_name: name,
      is_main_region: at === 0,
      ...zone,
      last_modified_time,
    });
  }
  for (let at = 0; at < queues; at++) {
    const queue = makeQueue(ids, queueName(at), channels[at % channels.length]!, authorship);
    state.queues.set(queue.cc_queue_id, queue);
  }
  for (const [name, parent] of [['North'], ['South'], ['Nuit', 'South'], ['夜班', 'Nuit']] as const) {
    const above = [...state.teams.values()].find(team => team.team_name === parent);
    const team = makeTeam(ids, name, above?.team_id ?? null, authorship.last_modified_time);
    state.teams.set(team.team_id, team);
  }
  fillSkills(state, ids, authorship);
  fillStatuses(state, ids);
}

function queueName(at: number): string {
  const round = Math.floor(at / (subjects.length * channels.length));
  const subject = subjects[Math.floor(at / channels.length) % subjects.length];
  return `${subject} ${channels[at % channels.length]}${round === 0 ? '' : ` ${round + 1}`}`;
}

export function makeQueue(ids: Ids, name: string, channel: Channel, authorship: Authorship): Queue {
  return {
    cc_queue_id: ids.short(),
    queue_id: ids.short(),
    queue_name: name,
    queue_description: `${name}, all day`,
    channel,
    channel_types: channelTypes[channel],
    agents: new Map(),
    supervisors: new Set(),
    ...authorship,
  };
}

export function makeTeam(ids: Ids, name: string, parent_team_id: string | null, time: string): Team {
  return {
    team_id: ids.short(),
    team_name: name,
    team_description: `Who works in ${name}`,
    parent_team_id,
    created_time: time,
    modify_time: time,
  };
}

/** Three categories with levels and two without. */
function fillSkills(state: State, ids: Ids, authorship: Authorship): void {
  const lists: [string, number | null, string[]][] = [
    ['Languages', 5, ['Spanish', 'Deutsch', 'Français', '日本語', 'العربية']],
    ['Products', 3, ['Router', 'Television', 'Mobile']],
    ['Care', 1, ['Complaints']],
    ['Certificates', null, ['PCI', 'HIPAA', 'First aid']],
    ['Tools', null, ['Ledger', 'Câble']],
  ];
  for (const [category, max_proficiency_level, names] of lists) {
    const skill_category_id = ids.long();
    state.categories.set(skill_category_id, {
      skill_category_id,
      skill_category_name: category,
      skill_category_description: `All of ${category}`,
      skill_type: max_proficiency_level === null ? 'text' : 'proficiency',
      max_proficiency_level,
      ...authorship,
    });
    for (const skill_name of names) {
      const skill_id = ids.long();
      state.skills.set(skill_id, { skill_id, skill_name, skill_category_id, ...authorship });
    }
  }
}

function fillStatuses(state: State, ids: Ids): void {
  const statuses: [string, string][] = ['Offline', 'Ready', 'Not Ready', 'Occupied'].map((name, at) => [
    `${at}`,
    name,
  ]);
  const reasons: [string, string][] = ['Break', 'Meal', 'Meeting', 'Training', 'End Shift', 'Forced'].map(
    (name, at) => [`2${at}`, name],
  );
  const custom = { status_type: 'custom', enable: true } as const;
  for (const [status_id, status_name] of [...statuses, ...reasons])
    state.statuses.set(status_id, {
      status_id,
      status_name,
      status_type: 'default',
      status_category: status_id.length > 1 ? 'queue_opt_out_and_not_ready_status' : 'agent_status',
      enable: true,
    });
  const [lunch, doctor] = [ids.long(), ids.long()];
  state.statuses.set(lunch, {
    ...custom,
    status_id: lunch,
    status_name: 'Lunch',
    status_category: 'agent_status',
  });
  state.statuses.set(doctor, {
    ...custom,
    status_id: doctor,
    status_name: 'Seeing a doctor',
    status_category: 'queue_opt_out_and_not_ready_status',
  });
}
