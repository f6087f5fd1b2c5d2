import { userInfo } from 'node:os';

/** Where a suggestion is made, and what is put into it. */
export interface Case {
  /** What it begins with: a roster that has things in it unless told, one just made, or none. */
  from?: 'new' | 'nothing';
  /** What is done before. */
  before?: readonly string[];
  /** Commands, of which the last one says it; or what it says, where it takes too much to have it said. */
  said: readonly string[] | { text: string };
  /** Run on the database before the last of them. */
  sql?: string;
  /** A file of the home that is removed first, as the message says. */
  removed?: string;
  /** What stands for its words in capitals. */
  fill?: Readonly<Record<string, string>>;
  /** It asks, and is answered. */
  asks?: true;
  /** The command that said it works afterward. */
  cures?: true;
  /** Following it tells how to go on, and changes nothing. */
  tells?: RegExp;
  /** There is a mail server, which takes e-mails or loses the line, and roster knows it. */
  mail?: 'takes' | 'loses';
}

const me = userInfo().username;
const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';
const database = 'data/roster/roster.db';
const overview = 'An overview names commands that have a help of their own.';

/** Each suggestion with the situations in which it is made, or why it is nothing to run. */
export const cases: Readonly<Record<string, readonly Case[] | string>> = {
  'roster …': 'The version is printed.',
  'roster … --help': ['account set', 'add', 'queue edit Billing', 'list --limit x', 'remove'].map(
    command => ({
      said: [command],
    }),
  ),
  'roster edit --help': [{ said: [`edit ${ana}`] }],
  'roster init --help': [{ said: ['init --account " "'] }],

  // The account.
  'roster account connect --help': [{ said: ['pull'] }, { said: ['diff'] }, { said: ['push'] }],
  'roster account connect…': 'It needs an account; test/account has one.',
  'roster pull': 'It needs an account; test/account has one.',
  'roster pull…': 'It needs an account; test/account has one.',
  'roster pull --yes…': 'It needs an account; test/account has one.',
  'roster pull reads the account': 'It needs an account; test/account has one.',
  'roster push': 'It needs an account; test/account has one.',
  'roster push --retry …': 'It needs an account; test/account has one.',
  'roster push --all…': 'It needs an account; test/account has one.',
  'roster push --dry-run': 'It needs an account; test/account has one.',
  'roster push --list': 'It needs an account; test/account has one.',
  'roster push --list…': 'It needs an account; test/account has one.',
  'roster push…': 'It needs an account; test/account has one.',
  'roster push ……': 'It needs an account; test/account has one.',
  'roster resolve --help': 'It needs an account; test/account has one.',
  'roster diff…': 'It needs an account; test/account has one.',
  'roster diff ……': 'It needs an account; test/account has one.',
  'roster account probe …': 'It needs an account; test/account has one.',
  'roster account probe ……': 'It needs an account; test/account has one.',

  // Making a roster, and its first users.
  'roster init --account NAME…': [
    { from: 'nothing', said: ['list'], fill: { NAME: 'Acme' }, cures: true },
    { from: 'nothing', said: ['list --db other.db'], fill: { NAME: 'Acme' }, cures: true },
    { from: 'nothing', said: ['check --db other.db'], fill: { NAME: 'Acme' }, cures: true },
  ],
  'roster init --account NAME …': [
    { said: ['list --db empty.db'], removed: 'empty.db', fill: { NAME: 'Acme' }, cures: true },
  ],
  'roster demo…': 'It opens the screen; test/docs does.',
  'roster demo': 'It opens the screen; test/docs does.',
  'roster people import FILE.csv': [
    { from: 'nothing', said: ['init --account Acme'], fill: { 'FILE.csv': 'directory.csv' } },
    { from: 'nothing', said: ['init --account Acme --db other.db'], fill: { 'FILE.csv': 'directory.csv' } },
    { from: 'new', said: ['list'], fill: { 'FILE.csv': 'directory.csv' } },
    { from: 'new', said: ['people list'], fill: { 'FILE.csv': 'directory.csv' } },
  ],
  'roster operator add NAME --role ROLE --login LOGIN': [
    {
      said: { text: 'roster operator add NAME --role ROLE --login LOGIN' },
      fill: { NAME: 'Olga', ROLE: 'Admin', LOGIN: 'olga' },
    },
  ],
  'roster account set --licenses NUMBER': [
    { from: 'nothing', said: ['init --account Acme', 'list'], fill: { NUMBER: '5' } },
  ],
  'roster add EMAIL --role Agent': [
    { from: 'new', said: ['people import directory.csv', 'list'], fill: { EMAIL: ana } },
  ],

  // Users and people.
  'roster add … --role ROLE': [
    { said: [`edit ${bruno} --status active`], fill: { ROLE: 'Agent' }, cures: true },
  ],
  'roster edit … --role ROLE': [{ said: [`add ${ana} --role Agent`], fill: { ROLE: 'Supervisor' } }],
  'roster people list --search NAME': [
    { said: ['edit nobody@acme.example --status active'], fill: { NAME: 'ana' } },
  ],
  // Said of what a migration did: test/db/migrate-rules has it said, and follows it.
  'roster edit … --status active': [{ said: { text: `roster edit ${ana} --status active` } }],
  'roster list': [{ said: ['edit "" --status active'] }],
  'roster list …': [{ said: ['--queue Billing --status active'] }],
  'roster remove --where person=inactive…': [
    { said: ['people import gone.csv'], asks: true },
    { said: [`people import gone.csv --db ${database}`], asks: true },
  ],
  'roster people import …': [{ said: ['import "all people.csv"'] }],
  'roster import …': [{ said: ['people import users.csv'] }],
  'roster account set --licenses …=…': [
    { said: [`add ${bruno} chen@acme.example --role Agent`], cures: true },
    { said: [`edit ${ana} --package premium`], cures: true },
  ],
  'roster account set --plan PLAN': [
    {
      said: ['team add Porto'],
      sql: `update account set plan = 'basic'`,
      fill: { PLAN: 'pro' },
      cures: true,
    },
  ],

  // Queues, roles, operators.
  'roster … add NAME…': [
    ...['queue', 'skill', 'team', 'template'].map(of => ({ from: 'new' as const, said: [`${of} list`] })),
    { from: 'new' as const, said: ['list --queue Chat'] },
    { said: [`edit ${ana} --skill Spanish=3`] },
    { said: [`edit ${ana} --team Lisbon`] },
    { said: [`edit ${ana} --template New`] },
  ].map(each => ({
    ...each,
    fill: { NAME: 'Lisbon', CATEGORY: 'Languages', TYPE: 'add', 'FIELD=VALUE': 'role_name=Agent' },
  })),
  'roster … list': [
    'queue add Billing',
    'role add Admin',
    'region add Main',
    `operator add ${me} --role Admin`,
  ].map(command => ({ said: [command] })),
  'roster … remove ……': [
    { said: ['queue add Chat', `edit ${ana} --add-queue Chat`, 'undo 5'], asks: true },
    {
      said: ['role add "Team coach"', `edit ${ana} --role "Team coach"`, 'undo 5'],
      fill: { ROLE: 'Agent' },
      asks: true,
    },
  ],
  'roster role add NAME': [{ said: ['role edit Admin --name Boss'], fill: { NAME: 'Boss' } }],
  'roster role edit … …': [
    {
      said: ['role add Coach --privilege UserManagement:Edit', 'operator add Sam --role Coach', 'check'],
      sql: `insert into lost_privileges (operator_id, role_id, privilege) select operator_id, role_id, 'RoleManagement:Edit'
        from operators where operator_name = 'Sam'`,
    },
  ],
  'roster region edit NAME --main': [
    { said: ['region add EMEA', 'region remove Main --yes'], fill: { NAME: 'EMEA' }, cures: true },
  ],
  'roster region add NAME --main': [
    { said: ['region remove Main --yes'], fill: { NAME: 'EMEA' }, cures: true },
  ],
  'roster operator edit NAME --owner': [
    {
      said: ['operator add Sam --role Admin --login sam', `operator edit ${me} --no-owner`],
      fill: { NAME: 'Sam' },
      cures: true,
    },
  ],
  'roster edit --where … --where search=TEXT --remove-queue …': [
    {
      // It is said of a queue of more than 10,000 users.
      said: { text: 'roster edit --where queue=Billing --where search=TEXT --remove-queue Billing' },
      fill: { TEXT: 'ana' },
      asks: true,
    },
  ],

  // History.
  'roster history': [
    { said: ['undo 99'] },
    { said: ['redo'] },
    { said: ['undo x'] },
    { said: ['history --show 99'] },
  ],
  'roster history --show …': [{ said: [`undo 2 --only ${bruno}`] }],

  // E-mails.
  'roster notify': [
    { said: ['notify --retry failed'], mail: 'takes' },
    { said: [`add ${bruno} --role Agent`], tells: /^\d e-mails wait\. Set ROSTER_SMTP_URL/ },
    { said: [`add ${bruno} --role Agent --dry-run`], tells: /^1 e-mail waits\. Set ROSTER_SMTP_URL/ },
  ],
  'roster notify --list': [{ said: ['notify --retry zz'] }],
  'roster notify --list --all': [{ said: ['notify --retry abcdef12'] }],
  'roster notify --retry ID': [{ said: ['notify', 'notify --list'], mail: 'loses', fill: { ID: 'failed' } }],
  'roster notify --retry …': [{ said: ['notify'], mail: 'loses' }],
  'roster notify --show-template': [{ said: ['notify --template bad.txt'] }],
  'roster notify is sending from this roster': 'It is named as a program that runs.',

  // Files.
  'roster restore ……': [
    { said: ['backup b.db'], asks: true },
    { said: [`backup b.db --db ${database}`], asks: true },
    { said: ['rescue saved.db'], asks: true },
  ],
  'roster check --db …': [{ said: ['rescue saved.db'] }, { said: [`rescue saved.db --db ${database}`] }],
  'roster check': [{ said: { text: 'roster check' } }],
  'roster backup FILE --db …': [
    { said: { text: `roster backup FILE --db ${database}` }, fill: { FILE: 'b.db' } },
  ],
  ...Object.fromEntries(
    ['roster restore FILE …', 'roster restore FILE --db …'].map(key => [
      key,
      [
        {
          said: { text: `roster restore FILE --db ${database}` },
          fill: { FILE: 'backup.db' },
          asks: true as const,
        },
      ],
    ]),
  ),
  'roster rescue saved.db …': [{ said: { text: `roster rescue saved.db --db ${database}` } }],
  'roster check --db saved.db': [
    { before: ['rescue saved.db'], said: { text: 'roster check --db saved.db' } },
  ],
  'roster restore saved.db …': [
    { before: ['rescue saved.db'], said: { text: `roster restore saved.db --db ${database}` }, asks: true },
  ],

  // What is no suggestion, or opens what a test of its own is about.
  'roster … is for who is at the machine itself': 'It is named as what is refused.',
  "roster … can't be run over SSH": 'It is named as what is refused.',
  'roster ssh-keys': 'It is named as what sshd runs.',
  'roster edit or remove': 'Which command it is depends on what check has named.',
  ...Object.fromEntries(
    ['show EMAIL', 'add', 'edit', 'remove', 'undo', 'redo', 'account --usage', 'import', 'export'].map(
      words => [`roster ${words}`, overview],
    ),
  ),
};
