import { type Random, weighted } from '../../source/demo/random.ts';
import type { Portal } from './portal.ts';
import type { State } from './state/state.ts';

const kinds = weighted([
  ['rename', 6],
  ['role', 5],
  ['access', 4],
  ['status', 5],
  ['region', 3],
  ['package', 2],
  ['capacity', 2],
  ['portal settings', 3],
  ['add', 4],
  ['add somebody new', 2],
  ['remove', 4],
  ['into a queue', 6],
  ['out of a queue', 5],
  ['skill', 5],
  ['skill away', 4],
  ['new queue', 1],
  ['queue renamed', 1],
  ['queue away', 1],
  ['role renamed', 1],
  ['new skill', 1],
  ['skill gone', 1],
  ['person', 1],
  ['opted in or out', 2],
  ['into a team', 3],
  ['out of a team', 2],
  ['new team', 1],
  ['team renamed', 1],
  ['team away', 1],
  ['new template', 1],
  ['template renamed', 1],
  ['template away', 1],
] as const);

/** Does one thing that an admin may do, and says what. The same for the same numbers in the same account. */
export function randomEdit(portal: Portal, state: State, random: Random): string {
  const kind = kinds(random);
  const users = [...state.users.values()];
  const user = users.length > 0 ? random.pick(users) : undefined;
  if (kind === 'add somebody new' || !user) {
    const email = `new${random.below(1_000_000_000)}@acme.example`;
    portal.addUser(email);
    return `added ${email}`;
  }
  const { user_id, user_email } = user;
  const queue = random.pick([...state.queues.values()]);
  const skill = random.pick([...state.skills.keys()]);
  const number = random.below(100);
  const team = () => random.pick([...state.teams.keys()]);
  const template = () => random.pick([...state.templates.keys()]);
  const edits: Record<Exclude<typeof kind, 'add somebody new'>, () => void> = {
    rename: () => portal.rename(user_id, `${user.display_name.slice(0, 40)} ${number}`),
    role: () => portal.setRole(user_id, random.pick([...state.roles.keys()])),
    access: () => portal.setAccess(user_id, user.user_access === 'active' ? 'inactive' : 'active'),
    status: () => portal.setStatus(user_id, `${number % 4}`, number % 4 === 2 ? `2${number % 6}` : ''),
    region: () => portal.setRegion(user_id, random.pick([...state.regions.keys()])),
    package: () => portal.set(user_id, { package_name: random.pick(['essentials', 'premium', 'elite']) }),
    capacity: () =>
      portal.set(user_id, {
        channel_settings: { ...user.channel_settings, concurrent_message_capacity: number % 21 },
      }),
    'portal settings': () =>
      portal.set(user_id, {
        channel_settings: {
          ...user.channel_settings,
          multi_channel_engagements: {
            ...user.channel_settings.multi_channel_engagements,
            enable: number % 2 === 0,
          },
        },
        portal: {
          mobile_client: number % 3 === 0,
          allowed_devices: number % 5 === 0 ? [] : ['mobile', `device ${number % 5}`],
          assigned_queues: { default_outbound_voice_queue_id: queue.queue_id },
        },
      }),
    add() {
      const free = [...state.people.values()].filter(
        ({ id, status }) => status === 'active' && !state.users.has(id),
      );
      if (free.length > 0) portal.addUser(random.pick(free).email);
    },
    // The owner stays: the app acts as them.
    remove: () => user_id !== state.owner_id && portal.removeUser(user_id),
    'into a queue': () =>
      portal.addToQueue(user_id, queue.cc_queue_id, number % 5 === 0 ? 'supervisor' : 'agent'),
    'out of a queue'() {
      const member = [...queue.agents.keys()][number % Math.max(1, queue.agents.size)];
      if (member) portal.removeFromQueue(member, queue.cc_queue_id);
    },
    skill: () => portal.setSkill(user_id, skill, 1 + (number % levels(state, skill))),
    'skill away': () => portal.removeSkill(user_id, [...user.skills.keys()][0] ?? skill),
    'new queue': () => portal.catalog.addQueue(`Queue ${random.below(1_000_000_000)}`),
    'queue renamed': () =>
      portal.catalog.renameQueue(queue.cc_queue_id, `${queue.queue_name.slice(0, 40)} ${number}`),
    // Some stay, so that there is always one to pick.
    'queue away': () => state.queues.size > 4 && portal.catalog.removeQueue(queue.cc_queue_id),
    'role renamed'() {
      const [, , , role] = state.roles.values();
      portal.catalog.renameRole(role!.role_id, `Role ${number}`);
    },
    'new skill'() {
      const category = random.pick([...state.categories.keys()]);
      portal.catalog.addSkill(`Skill ${random.below(1_000_000_000)}`, category);
    },
    'skill gone': () => state.skills.size > 4 && portal.catalog.removeSkill(skill),
    person: () => portal.setPerson(user_id, { dept: `Dept. ${number}` }),
    'opted in or out'() {
      const [agent] = queue.agents.keys();
      if (agent) portal.setOptStatus(agent, queue.cc_queue_id, random.pick([0, 1, 2] as const));
    },
    'into a team': () =>
      portal.setTeam(user_id, team(), random.pick(['agent', 'agent', 'supervisor', 'both'] as const)),
    'out of a team': () => portal.setTeam(user_id, null),
    'new team': () =>
      portal.catalog.addTeam(`Team ${random.below(1_000_000_000)}`, number % 2 === 0 ? team() : undefined),
    'team renamed': () => portal.catalog.renameTeam(team(), `Team ${random.below(1_000_000_000)}`),
    'team away': () => state.teams.size > 2 && portal.catalog.removeTeam(team()),
    'new template': () =>
      portal.catalog.addTemplate(`Template ${random.below(1_000_000_000)}`, {
        template_type: number % 2 === 0 ? 'add' : 'update',
        selected_blocks: ['user_access'],
        user_access: number % 3 === 0,
      }),
    'template renamed': () =>
      portal.catalog.changeTemplate(template(), { template_name: `Template ${random.below(1_000_000_000)}` }),
    'template away': () => state.templates.size > 2 && portal.catalog.removeTemplate(template()),
  };
  edits[kind]();
  return `${kind}: ${user_email}, ${queue.queue_name}`;
}

function levels(state: State, skill: string): number {
  return state.categories.get(state.skills.get(skill)!.skill_category_id)!.max_proficiency_level ?? 1;
}
