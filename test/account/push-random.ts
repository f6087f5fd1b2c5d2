import Database from 'better-sqlite3';
import { type Random, weighted } from '../../source/demo/random.ts';

/** What is in a roster, by name. */
interface Contents {
  users: string[];
  /** Who could be added. */
  free: string[];
  queues: string[];
  skills: { name: string; graded: boolean }[];
  roles: string[];
  /** Those that can be renamed and removed. */
  ownRoles: string[];
  regions: string[];
  teams: string[];
  pushes: { id: number; state: string }[];
}

function contentsOf(database: string): Contents {
  const connection = new Database(database, { readonly: true });
  const all = <T>(query: string) => connection.prepare(query).all() as T[];
  const names = (query: string) => all<{ name: string }>(query).map(({ name }) => name);
  const people = (licensed: number) =>
    names(
      `select user_email as name from people where licensed = ${licensed} and account_status = 'active' order by person_id`,
    );
  try {
    return {
      users: people(1),
      free: people(0),
      queues: names('select queue_name as name from queues'),
      skills: all<{ name: string; graded: number }>('select skill_name as name, graded from skills').map(
        ({ name, graded }) => ({ name, graded: graded === 1 }),
      ),
      roles: names('select role_name as name from roles'),
      ownRoles: names('select role_name as name from roles where built_in = 0'),
      regions: names('select region_name as name from regions'),
      teams: names('select team_name as name from teams'),
      pushes: all("select change_set_id as id, state from pushes where state <> 'canceled'"),
    };
  } finally {
    connection.close();
  }
}

const kinds = weighted([
  ['add', 7],
  ['edit', 10],
  ['remove', 3],
  ['import', 2],
  ['new thing', 2],
  ['rename', 2],
  ['thing away', 2],
  ['undo', 4],
  ['redo', 2],
  ['push', 2],
  ['give up', 1],
  ['retry', 2],
  ['pull', 2],
] as const);

/** A command line that changes the roster or talks to the account; some of them are refused. */
export function randomCommand(database: string, file: (content: string) => string, random: Random): string {
  const contents = contentsOf(database);
  const { users, free, roles, pushes } = contents;
  const some = <T>(list: readonly T[], most: number) =>
    [...list].sort(() => random.next() - 0.5).slice(0, 1 + random.below(most));
  const later = random.chance(0.4) ? ' --later' : '';
  const kind = kinds(random);
  const push = pushes.length > 0 ? random.pick(pushes).id : 1;
  switch (kind) {
    case 'add':
      return `add ${some(free, 25).join(' ')} --role "${random.pick(roles)}" ${options(contents, random)} --yes${later}`;
    case 'edit':
      return `edit ${some(users, 12).join(' ')} ${options(contents, random, true)} --yes${later}`;
    case 'remove':
      return `remove ${some(users, 4).join(' ')} --yes${later}`;
    case 'import': {
      const rows = [...some(free, 5), ...some(users, 5)].map(
        email => `${email},${random.pick(roles)},${random.pick(['', 'premium'])},${random.below(21)}`,
      );
      const header = 'user_email,role_name,package_name,concurrent_message_capacity';
      return `import ${file(`${[header, ...rows].join('\n')}\n`)} --yes${later}`;
    }
    case 'undo':
      return `undo --skip-conflicts --yes${later}`;
    case 'redo':
      return `redo --skip-conflicts --yes${later}`;
    case 'push':
      return random.chance(0.3) ? `push ${push}` : 'push';
    case 'give up':
      return `push --give-up ${push}`;
    case 'retry':
      return `push --yes --retry ${pushes.findLast(({ state }) => ['in_part', 'refused'].includes(state))?.id ?? push}`;
    case 'pull':
      return 'pull --yes';
    default:
      return `${thingCommand(kind, contents, random)}${later}`;
  }
}

function thingCommand(
  kind: 'new thing' | 'rename' | 'thing away',
  { queues, skills, ownRoles, regions, teams, roles }: Contents,
  random: Random,
): string {
  const number = random.below(1_000_000);
  const [of, names] = random.pick([
    ['queue', queues],
    ['skill', skills.map(({ name }) => name)],
    ['role', ownRoles],
    ['region', regions],
    ['team', teams],
  ] as const);
  const name = names.length > 0 ? random.pick(names) : `none`;
  if (kind === 'rename') return `${of} edit "${name}" --name "${of} renamed ${number}"`;
  if (kind === 'thing away')
    return `${of} remove "${name}" --yes${of === 'role' ? ` --transfer "${random.pick(roles)}"` : ''}`;
  const more = {
    queue: ' --description "Weekdays 8 to 18" --channel messaging',
    skill: random.chance(0.5)
      ? ` --category "Category ${number}" --graded`
      : ` --category "Category ${number}"`,
    ...{ role: '', region: '', team: '' },
  };
  return `${of} add "${of} ${number}"${more[of]}`;
}

/** What is to be set of users, one field or several. */
function options(
  { queues, skills, roles, regions, teams }: Contents,
  random: Random,
  isEdit = false,
): string {
  const named = (list: readonly string[]) => `"${list.length > 0 ? random.pick(list) : 'none'}"`;
  const as = () => random.pick(['', '', ' (supervisor)', ' (both)']);
  const queue = () => (queues.length > 0 ? random.pick(queues) : 'none');
  const skill = () => {
    const { name = 'none', graded = false } = skills.length > 0 ? random.pick(skills) : {};
    return graded ? `"${name}=${1 + random.below(5)}"` : `"${name}"`;
  };
  const own = isEdit
    ? [
        () => `--role ${named(roles)}`,
        () => `--status ${random.pick(['active', 'inactive'])}`,
        () => `--remove-queue "${queue()}"`,
        () => `--opt-out "${queue()}"`,
        () => `--opt-in "${queue()}"`,
        () => `--remove-skill ${named(skills.map(({ name }) => name))}`,
        () => '--presence Ready',
        () => '--presence "Not Ready" --reason Break',
      ]
    : [];
  const choices = [
    ...own,
    () => `--package ${random.pick(['essentials', 'premium', 'elite'])}`,
    () => `--country ${random.pick(['JP', 'IS', 'PT'])}`,
    () => `--region ${named(regions)}`,
    () => `--concurrent-message-capacity ${random.below(21)}`,
    () => `--multi-channel-engagements ${random.pick(['on', 'off'])}`,
    () => `--max-agent-load ${1 + random.below(100)}`,
    () => `--client-integration Salesforce --client-integration-name "Name ${random.below(100)}"`,
    () => `--add-ons ai_expert_assist`,
    () => `--team "${teams.length > 0 ? random.pick(teams) : 'none'}${as()}"`,
    () => `--add-queue "${queue()}${as()}"`,
    () => `--add-queue "${queue()}${as()}" --add-queue "${queue()}"`,
    () => `--skill ${skill()}`,
    () => `--skill ${skill()} --skill ${skill()}`,
  ];
  const count = (isEdit ? 1 : 0) + random.below(3);
  // Once each: the same option twice is a mistake.
  const picked = new Set(Array.from({ length: count }, () => random.pick(choices)));
  return [...picked].map(choice => choice()).join(' ');
}
