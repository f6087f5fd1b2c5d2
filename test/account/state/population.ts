import { peopleOfAccount } from '../../../source/demo/people.ts';
import { type Random, randomFor, weighted } from '../../../source/demo/random.ts';
import { fillCatalog } from './catalog.ts';
import { makeIds } from './ids.ts';
import {
  notReady,
  offline,
  type Person,
  type PortalSettings,
  ready,
  type State,
  type User,
} from './state.ts';
import { fillTemplates } from './templates.ts';

export interface PopulationOptions {
  seed: number;
  users: number;
  /** Of the whole account; those without a license beyond the users. */
  people: number;
  queues: number;
}

const since = '2024-03-01T08:00:00Z';
const packages = weighted([
  ['essentials', 5],
  ['premium', 3],
  ['elite', 2],
] as const);
const integrations = weighted([
  ['Default', 8],
  ['Salesforce', 3],
  ['Zendesk', 1],
  ['ServiceNow', 1],
] as const);
const statuses = weighted([
  [offline, 5],
  [ready, 4],
  [notReady, 2],
  ['3', 3],
]);
const addOns = ['ai_expert_assist', 'service_cloud_voice', 'epic', 'unified_view_for_servicenow'];

/** An account as it may have grown: the same for the same seed and sizes. */
export function populate({ seed, users, people, queues }: PopulationOptions): State {
  const ids = makeIds(seed);
  const state: State = {
    account_id: ids.short(),
    owner_id: '',
    people: new Map(),
    emails: new Map(),
    users: new Map(),
    roles: new Map(),
    queues: new Map(),
    regions: new Map(),
    categories: new Map(),
    skills: new Map(),
    statuses: new Map(),
    templates: new Map(),
    teams: new Map(),
    integrations: new Map([
      ['Default', []],
      ['Salesforce', ['Acme Sales', 'Acme Service']],
      ['Zendesk', ['Acme Help']],
      ['ServiceNow', []],
    ]),
    pools: new Map(),
    additions: {},
  };
  const nextPerson = peopleOfAccount();
  const countries: string[] = [];
  for (let at = 0; at < Math.max(people, users, 1); at++) {
    const made = nextPerson();
    const status = at < users || at % 11 !== 5 ? 'active' : at % 2 === 0 ? 'inactive' : 'pending';
    const person: Person = {
      id: ids.short(),
      email: made.user_email,
      first_name: made.first_name,
      last_name: made.last_name,
      display_name: made.display_name,
      dept: made.department,
      status,
      created_at: since,
    };
    state.people.set(person.id, person);
    state.emails.set(person.email.toLowerCase(), person.id);
    countries.push(made.country);
  }
  state.owner_id = state.people.keys().next().value!;
  const authorship = { modified_by: state.owner_id, last_modified_time: since };
  fillCatalog(state, ids, queues, authorship);
  fillTemplates(state, ids, authorship);
  const catalog = {
    roles: [...state.roles.keys()],
    regions: [...state.regions.keys()],
    teams: [...state.teams.keys()],
  };
  for (const [at, person] of [...state.people.values()].slice(0, users).entries()) {
    const random = randomFor(seed, at + 1);
    const client_integration = integrations(random);
    const names = state.integrations.get(client_integration)!;
    const user: User = {
      user_id: person.id,
      user_email: person.email,
      display_name: person.display_name,
      // The first is the owner; most of the others are agents.
      role_id: at === 0 ? catalog.roles[0]! : catalog.roles[random.chance(0.8) ? 2 : 1 + random.below(5)]!,
      user_access: random.chance(0.07) ? 'inactive' : 'active',
      status_id: statuses(random),
      sub_status_id: '',
      client_integration,
      client_integration_name: names.length > 0 ? random.pick(names) : '',
      country_iso_code: countries[at]!,
      region_id: random.chance(0.6) ? catalog.regions[0]! : random.pick(catalog.regions),
      channel_settings: {
        multi_channel_engagements: {
          enable: random.chance(0.3),
          max_agent_load: 50 + random.below(51),
          email_max_agent_load: 50 + random.below(51),
        },
        concurrent_message_capacity: random.below(7),
        concurrent_email_capacity: random.below(5),
      },
      package_name: packages(random),
      add_ons_plan: addOns.filter((_, index) => random.chance(index === 0 ? 0.2 : 0.03)),
      team_assignment: at % 9 === 4 ? 'both' : at % 9 === 7 ? 'supervisor' : 'agent',
      team_id: random.chance(0.7) ? random.pick(catalog.teams) : null,
      portal: {},
      skills: someSkills(state, random),
      ...authorship,
    };
    if (user.user_access === 'inactive') user.status_id = offline;
    if (user.status_id === notReady) user.sub_status_id = `2${random.below(6)}`;
    state.users.set(user.user_id, user);
    joinQueues(state, user, random);
    if (random.chance(0.2)) user.portal = portalSettings(state, random);
  }
  const used = Math.ceil(users * 1.2) + 20;
  for (const license of ['essentials', 'premium', 'elite']) state.pools.set(license, used);
  state.pools.set('ai_expert_assist', used);
  return state;
}

function portalSettings(state: State, random: Random): PortalSettings {
  const external_launch_url = `https://crm.acme.example/?caller=%E&desk=${random.below(9)}`;
  return {
    enable_user_level_recording: random.chance(0.5),
    allowed_devices: random.chance(0.5) ? ['mobile', 'cti'] : [],
    mobile_client: random.chance(0.5),
    external_url: { enable_external_url: random.chance(0.5), external_launch_url },
    assigned_queues: { default_outbound_voice_queue_id: random.pick([...state.queues.values()]).queue_id },
    messaging_occupied: random.chance(0.5),
    email_occupied: false,
  };
}

function someSkills(state: State, random: Random): Map<string, number | null> {
  const skills = [...state.skills.values()];
  const held = new Map<string, number | null>();
  for (let left = random.below(5); left > 0; left--) {
    const { skill_id, skill_category_id } = random.pick(skills);
    const levels = state.categories.get(skill_category_id)!.max_proficiency_level;
    held.set(skill_id, levels === null ? null : 1 + random.below(levels));
  }
  return held;
}

function joinQueues(state: State, { user_id }: User, random: Random): void {
  const queues = [...state.queues.values()];
  for (let left = random.below(4); left > 0; left--)
    random.pick(queues).agents.set(user_id, random.chance(0.9) ? 0 : left % 2 === 0 ? 1 : 2);
  if (random.chance(0.05)) random.pick(queues).supervisors.add(user_id);
}
