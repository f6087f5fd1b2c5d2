import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commandWords } from '../../source/commands/shell/command-words.ts';
import { commandTable } from '../../source/commands/shell/table.ts';
import { makeHome } from '../commands/run.ts';

/** The examples of every `--help` are run, each in a roster that has what it names. */
const { home, ok, call, file } = makeHome();
const data = join(home, 'data');
const prepared = join(home, 'prepared');

const needsAccount = 'It needs an account; test/account has one.';

/** Examples that are not run here, and why. */
const notRun: Record<string, string> = {
  demo: 'It opens the screen; test/docs/blocks.test.ts does.',
  'demo --users 20000 --keep big.db': 'It makes 20,000 users; test/demo makes fewer.',
  'backup /mnt/backup/roster.db --db /srv/roster.db': 'It names files of another machine.',
  'restore /mnt/backup/roster.db --db /srv/roster.db': 'It names files of another machine.',
  'rescue saved.db --db /srv/roster.db': 'It names files of another machine.',
  'ssh-keys roster ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…': 'It has to run as the account that sshd names.',
  'ssh-keys %u %t %k --db /srv/roster/roster.db': 'It is for sshd, which fills in the % words.',
  'account connect': needsAccount,
  'account connect --later --db /srv/roster.db': needsAccount,
  'account probe test.agent@acme.example': needsAccount,
  'account probe test.agent@acme.example --queue Billing --dry-run': needsAccount,
  'account disconnect': needsAccount,
  'account disconnect --db /srv/roster.db': needsAccount,
  'pull --yes --format json': needsAccount,
  'pull --watch': needsAccount,
  sync: needsAccount,
  'sync --watch': needsAccount,
  diff: needsAccount,
  'diff ana.silva@acme.example --exit-code': needsAccount,
  'resolve ana.silva@acme.example --theirs': needsAccount,
  'resolve --all --mine --field role_name --dry-run': needsAccount,
  'push --dry-run': needsAccount,
  'push --list --format json': needsAccount,
  'notify --watch': 'It runs until it is ended; test/docs/blocks.test.ts does it.',
};

/** What asks first, as everything that removes: the answer is given at once. */
const asks = ['remove ana.silva@acme.example'];

/** What has to be so before, where the roster as it is prepared will not do. */
function before(command: string, example: string): string[] {
  const [thing, verb] = command.split(' ');
  if (command === 'add') return ['remove ana.silva@acme.example bruno@acme.example --yes'];
  if (command === 'redo') return ['undo'];
  if (command === 'restore') return ['backup roster-2026-11-23.db'];
  const name = verb === 'add' ? commandWords(example)[2] : undefined;
  if (isThere.has(`${thing} ${name}`))
    return [`${thing} remove "${name}" --yes${thing === 'role' ? ' --transfer Agent' : ''}`];
  return [];
}

const things = [
  'queue add Billing',
  'queue add Chat --channel messaging',
  'queue add Sales',
  'queue add "Chat EMEA" --channel messaging',
  'role add Coach --privilege UserManagement:Read --privilege UserManagement:Edit',
  'skill add Spanish --category Languages --graded',
  'skill add Broadband --category Products',
  'team add Lisbon',
  'team add "Tier 2"',
  'region add EMEA',
  'template add "New agent" --type add --set role_name=Agent --set skills=Spanish=3',
  'operator add Sam --role Agent --login sam',
  'operator add maria --role Admin --key maria.pub',
];
const isThere = new Set(things.map(thing => `${thing.split(' ')[0]} ${commandWords(thing)[2]}`));

beforeAll(async () => {
  file(
    'directory.csv',
    'Email,First Name\nana.silva@acme.example,Ana\nbruno@acme.example,Bruno\nsam@acme.example,Sam\n',
  );
  file('new.csv', 'user_email\nsam@acme.example\n');
  file('users.csv', 'user_email,role_name\nana.silva@acme.example,Supervisor\nsam@acme.example,Agent\n');
  const key = (name: string) =>
    `ssh-ed25519 ${Buffer.from(`\0\0\0\x0bssh-ed25519\0\0\0\x20${name.padEnd(32)}`).toString('base64')}\n`;
  file('maria.pub', key('maria'));
  file('new.pub', key('new'));
  await ok('init --account Acme --licenses 10 --licenses premium=5 --licenses elite=5');
  await ok('people import directory.csv');
  for (const thing of things) await ok(thing);
  await ok('add ana.silva@acme.example bruno@acme.example --role Agent');
  await ok('edit ana.silva@acme.example --add-queue Billing --add-queue Chat');
  cpSync(data, prepared, { recursive: true });
});

const examples = commandTable.flatMap(({ name, examples }) => examples.map(example => ({ name, example })));

test.each(examples.filter(({ example }) => notRun[example] === undefined))(
  'roster $example',
  async ({ name, example }) => {
    for (const left of ['roster-2026-11-23.db', 'saved.db', 'result.csv'])
      rmSync(join(home, left), { force: true });
    rmSync(data, { recursive: true });
    if (name !== 'init') {
      cpSync(prepared, data, { recursive: true });
      for (const command of before(name, example)) await ok(command);
    }
    const [, command = '', sign, path = ''] = /^(.*?)(?: ([<>]) (\S+))?$/.exec(example) ?? [];
    const input = sign === '<' ? readFileSync(join(home, path)) : '';
    const { code, stderr } = await call(
      [...commandWords(command), ...(asks.includes(example) ? ['--yes'] : [])],
      { input },
    );
    expect(code, stderr).toBe(0);
  },
);

test('names no example that is not there any more', () => {
  const known = examples.map(({ example }) => example);
  for (const example of Object.keys(notRun)) expect(known).toContain(example);
});
