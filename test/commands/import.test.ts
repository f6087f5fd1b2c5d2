import { beforeAll, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
});

/** A user as `show` has them. */
async function user(email: string): Promise<Record<string, unknown>> {
  return JSON.parse(await home.ok(`show ${email} --format json`));
}

test('adds and changes in one change set, shows the difference, and undo takes it back', async () => {
  const [ana = '', bruno = ''] = home.users;
  const [carla = ''] = home.addable;
  const before = await home.state();
  const was = await user(ana);
  const csv = [
    'user_email;role_name;user_access;country_iso_code;queues;skills;team;display_name',
    `${ana.toUpperCase()};Supervisor;inactive;(clear);"Billing; Chat (supervisor)";(clear);Manila (both);'=1+2`,
    `${bruno};;;;;;;`,
    `${carla};agent;;de;Billing (both);English=3; ;`,
  ];
  const path = home.file('users.csv', csv.join('\r\n'));
  const dry = await home.roster(`import ${path} --dry-run`);
  expect(dry).toMatchObject({ code: 0, stderr: 'Nothing was written (--dry-run).\n' });
  expect(dry.stdout).toMatch(/^Import: add .+, change .+ \(role, status, country, 4 more\)\nEmail/);
  expect(dry.stdout).toMatch(new RegExp(`^${ana} +update +Role +${was.role_name} +Supervisor$`, 'm'));
  expect(dry.stdout).toMatch(new RegExp(`^${carla} +add +Role +– +Agent$`, 'm'));
  expect(dry.stdout).toMatch(
    /\n1 e-mail waits until mail is set up: roster notify says how\nColumns used: .*\.\n1 row without a change\.\n$/,
  );
  expect(await home.state()).toBe(before);

  const done = await home.roster(`import ${path} --result ${home.home}/result.csv`);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  expect(done.stdout).toMatch(/Import: add .+, change .+ \(role, .*\): done, change set \d+\n/);
  expect(await user(ana)).toMatchObject({
    role_name: 'Supervisor',
    user_access: 'inactive',
    country_iso_code: null,
    skills: [],
    team: { team_name: 'Manila', team_role: 'both' },
    display_name: '=1+2',
  });
  expect(await user(carla)).toMatchObject({
    role_name: 'Agent',
    country_iso_code: 'DE',
    queues: [{ queue_name: 'Billing', user_assignment_type: 'both' }],
    skills: [{ skill_name: 'English', level: 3 }],
  });
  const result = home.read(`${home.home}/result.csv`).split('\r\n');
  expect(result.map(line => line.split(',').slice(0, 4).join(','))).toEqual([
    '\uFEFFuser_email,action,line,problem',
    `${ana.toUpperCase()},updated,2,`,
    `${bruno},unchanged,3,`,
    `${carla},added,4,`,
    '',
  ]);

  const again = await home.roster('import -', { input: csv.join('\n') });
  expect(again).toMatchObject({ code: 0, stderr: 'Nothing to change.\n' });
  await home.ok('undo');
  expect((await home.state()).split('\n')).toHaveLength(before.split('\n').length);
  expect(await user(ana)).toMatchObject({ role_name: was.role_name, skills: was.skills, team: was.team });
});

test('one bad row refuses all; the result says which, and can be mended and imported', async () => {
  const [ana = '', bruno = '', carla = ''] = home.users;
  const before = await home.state();
  const input = `user_email,max_agent_load,user_access\n${ana},7,\n${bruno},101,away\n${carla},,\n`;
  const path = `${home.home}/refused.csv`;
  const refused = await home.roster(`import - --result ${path}`, { input });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('line 3, max_agent_load: "101" is not allowed here');
  expect(refused.stderr).toContain(
    'line 3, user_access: "away" is not allowed here: one of active, inactive.',
  );
  expect(refused.stderr).toContain('Nothing was changed.\n');
  expect(await home.state()).toBe(before);
  const result = home.read(path);
  expect(result).toContain(`${ana},would be updated,2,,7,\r\n${bruno},refused,3,`);
  expect(result).toContain(`${carla},unchanged,4,,,\r\n`);

  const mended = home.file('mended.csv', result.replace('101,away', '100,'));
  const json = JSON.parse(await home.ok(`import ${mended} --format json`));
  expect(json).toMatchObject({ kind: 'import', id: expect.any(Number), problems: [] });
  expect(json.changes.map((change: { user_email: string }) => change.user_email)).toEqual([ana, bruno]);
  expect(await user(bruno)).toMatchObject({ max_agent_load: 100 });
  await home.ok('undo');
});

test('a long difference is counted behind the first lines, and JSON has all of it', async () => {
  const rows = home.users.map(email => `${email},${'x'.repeat(90)}`).join('\n');
  const input = `user_email,client_integration_name\n${rows}\n`;
  const { stdout } = await home.roster('import - --dry-run', { input });
  expect(stdout.match(/@/g)).toHaveLength(50);
  expect(stdout).toContain(`… and ${home.users.length - 50} more users\n`);
  const json = JSON.parse((await home.roster('import - --dry-run --format json', { input })).stdout);
  expect(json.changes).toHaveLength(home.users.length);
  const csv = (await home.roster('import - --dry-run --format csv', { input })).stdout;
  expect(csv.trimEnd().split('\r\n')).toHaveLength(home.users.length + 1);
});

test('files that cannot be read or written are refused before anything is done', async () => {
  const before = await home.state();
  const path = home.file('same.csv', `user_email,user_access\n${home.users[0]},inactive\n`);
  const wrong = {
    'import nowhere.csv': 'There is no file nowhere.csv.',
    [`import ${home.home}`]: 'is a folder',
    [`import ${path} --result ${path}`]: 'is the file that is imported',
    [`import ${path} --result ${home.home}/no/where.csv`]: "Can't write",
  };
  for (const [args, message] of Object.entries(wrong)) {
    const { code, stderr } = await home.roster(args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) });
  }
  expect(home.read(path)).toContain('inactive');
  expect((await home.roster('import')).code).toBe(2);
  const json = JSON.parse((await home.roster('import nowhere.csv --format json')).stdout);
  expect(json).toMatchObject({ kind: 'import', problems: [{ message: 'There is no file nowhere.csv.' }] });
  expect(await home.state()).toBe(before);
});
