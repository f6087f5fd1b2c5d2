import { afterEach, beforeAll, expect, test } from 'vitest';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
let before: string;
beforeAll(async () => {
  home = await makeDemoHome(80);
  before = await home.state();
});

afterEach(async () => {
  expect(await home.state()).toBe(before);
});

interface Fault {
  code: string;
  line?: number;
  column?: string;
  value?: string;
}

/** What an import of this file is refused for; fails if it is not. */
async function faults(input: string | Uint8Array, args = 'import -'): Promise<Fault[]> {
  const result = await home.roster(`${args} --format json`, { input });
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('Nothing was changed.\n');
  const { problems } = JSON.parse(result.stdout) as { problems: (Fault & { message: string })[] };
  for (const { message } of problems) expect(message).toMatch(/\.$/);
  return problems.map(({ message: _, ...fault }) => fault);
}

const columns = [
  ...['user_email', 'role_name', 'user_access', 'package_name', 'add_ons_plan', 'country_iso_code'],
  ...['region_name', 'client_integration', 'client_integration_name', 'concurrent_message_capacity'],
  ...['concurrent_email_capacity', 'max_agent_load', 'email_max_agent_load', 'display_name', 'status_name'],
  ...['sub_status_name', 'team', 'queues', 'skills'],
];

/** One fault a row: the cell, the code that it is refused for, and the part of it that is wrong if it has several. */
const cellFaults: [column: string, cell: string, code: string, wrong?: string][] = [
  ['role_name', 'Agnt', 'unknown_role'],
  ['role_name', '(clear)', 'not_clearable'],
  ['user_access', 'away', 'not_allowed'],
  ['user_access', '(clear)', 'not_clearable'],
  ['package_name', 'gold', 'not_allowed'],
  ['add_ons_plan', 'ai_expert_assist; ai_other', 'not_allowed', 'ai_other'],
  ['country_iso_code', 'XX', 'not_allowed'],
  ['country_iso_code', 'Germany', 'not_allowed'],
  ['region_name', 'Atlantis', 'unknown_region'],
  ['client_integration', 'Siebel', 'not_allowed'],
  ['client_integration_name', 'n'.repeat(101), 'too_long'],
  ['concurrent_message_capacity', '21', 'not_allowed'],
  ['concurrent_email_capacity', 'many', 'not_allowed'],
  ['max_agent_load', '0', 'not_allowed'],
  ['max_agent_load', '=1+1', 'not_allowed'],
  ['max_agent_load', '1.5', 'not_allowed'],
  ['email_max_agent_load', '101', 'not_allowed'],
  ['email_max_agent_load', '-1', 'not_allowed'],
  ['display_name', 'é'.repeat(129), 'too_long'],
  ['display_name', 'A\u0007na', 'control_characters'],
  ['status_name', 'Lunch', 'not_allowed'],
  ['sub_status_name', 'Shopping', 'not_allowed'],
  ['team', 'Dublin; Lisbon', 'two_teams'],
  ['team', 'Atlantis', 'unknown_team'],
  ['queues', 'Chat; Chatt', 'unknown_queue', 'Chatt'],
  ['queues', 'Chat (boss)', 'unknown_queue'],
  ['skills', 'English=6', 'invalid_level'],
  ['skills', 'English', 'invalid_level'],
  ['skills', 'Television=3', 'skill_without_level'],
  ['skills', 'Juggling=3', 'unknown_skill', 'Juggling'],
];

const row = (email: string, cells: Record<string, string> = {}) =>
  columns.map(column => (column === 'user_email' ? email : (cells[column] ?? ''))).join(',');

test('forty faults in one file: each is named with line, column and value, and nothing is written', async () => {
  const [ana = '', ...others] = home.users;
  const [free = ''] = home.addable;
  const [inactive = ''] = home.inactive;
  const [pending = ''] = home.pending;
  const lines = [columns.join(',')];
  const expected: Fault[] = [];
  const add = (text: string, ...faults: Fault[]) => {
    lines.push(text);
    for (const fault of faults) expected.push({ line: lines.length, ...fault });
  };
  add(row(ana, { user_access: 'active' }));
  cellFaults.forEach(([column, cell, code, value = cell], index) => {
    add(row(others[index] ?? '', { [column]: cell }), { code, column, value });
  });
  const email = (value: string, code: string): Fault => ({ code, column: 'user_email', value });
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = others.slice(cellFaults.length);
  add(row(first, { status_name: 'Ready', sub_status_name: 'Meal' }), {
    code: 'reason_without_not_ready',
    column: 'sub_status_name',
    value: 'Meal',
  });
  add(row('nobody@acme.example'), email('nobody@acme.example', 'unknown_person'));
  add(row(inactive, { role_name: 'Agent' }), email(inactive, 'account_inactive'));
  add(row(pending, { role_name: 'Agent' }), email(pending, 'account_pending'));
  add(row(free), { code: 'role_missing', column: 'role_name' });
  add(row(''));
  add(row('', { role_name: 'Agent' }), email('', 'missing_email'));
  add(row('ana at acme'), email('ana at acme', 'invalid_email'));
  add(row(`${second};${third}`), email(`${second};${third}`, 'invalid_email'));
  add(row(`\u001b]0;${third}`), email(`\u001b]0;${third}`, 'control_characters'));
  add(row(ana.toUpperCase()), email(ana.toUpperCase(), 'duplicate_email'));
  add(`${row(second)},,more`, { code: 'too_many_columns', value: 'more' });
  add(`${third},Ag"ent"`, { code: 'broken_quote', value: '"ent"' });
  add(`${fourth},"Agent" or so`, { code: 'broken_quote', value: '"Agent" or so' });
  add(`${fifth},"Agent`, { code: 'broken_quote', value: '"Agent' });

  expect(expected.length).toBeGreaterThanOrEqual(40);
  expect(await faults(lines.join('\n'))).toEqual(expected);
  // Separators, line breaks and encodings make no difference.
  const excel = Buffer.from(`\uFEFF${lines.join('\r\n').replaceAll(/,/g, '\t')}`, 'utf16le');
  expect((await faults(excel)).map(fault => fault.code)).toEqual(expected.map(fault => fault.code));
  const inWords = await home.roster('import -', { input: lines.join('\n') });
  expect(inWords.stderr).toContain('line 3, role_name: No role is called "Agnt".');
  expect(inWords.stderr).not.toContain('\u001b');
});

test('faults of a whole file', async () => {
  const [ana = ''] = home.users;
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  expect(await faults('')).toEqual([{ code: 'empty_file', line: 1 }]);
  expect(await faults(`Address,role_name\n${ana},Agent\n`)).toMatchObject([
    { code: 'missing_column', line: 1, column: 'user_email', value: 'Address, role_name' },
    { code: 'unknown_column', line: 1, column: 'Address', value: 'Address' },
  ]);
  expect(await faults(`user_email,Role,State\n${ana},,active\n`)).toEqual([
    { code: 'unknown_column', line: 1, column: 'State', value: 'State' },
  ]);
  expect(await faults(`user_email,team,Team\n${ana},Dublin,Lisbon\n`)).toEqual([
    { code: 'duplicate_column', line: 1, column: 'Team', value: 'Team' },
  ]);
  expect(await faults(bytes(`user_email,team\n${ana},S`, [0xe3], 'o Paulo\n'))).toEqual([
    { code: 'invalid_encoding', line: 2 },
  ]);
  expect(await faults(bytes([0x50, 0x4b, 3, 4], 'xl/workbook.xml'))).toEqual([
    { code: 'invalid_encoding', line: 1 },
  ]);
  const endless = `user_email,team\n${ana},"${'x'.repeat(1024 * 1100)}`;
  expect(await faults(endless)).toMatchObject([{ code: 'record_too_large', line: 2 }]);
  const many = `user_email\n${Array.from({ length: 10_001 }, (_, n) => `${n}-${ana}`).join('\n')}\n`;
  expect((await faults(many)).at(-1)).toEqual({ code: 'too_many_rows', line: 10_002, value: '10001' });
});

test('adding from a file: nobody twice, and what holds for all of it is said once', async () => {
  const [ana = ''] = home.users;
  const [free = '', other = ''] = home.addable;
  const input = `user_email,role_name\n${ana},Agent\n${free},\n${other},Agent\n`;
  expect(await faults(input, 'add --from - --role Agnt')).toEqual([
    { code: 'unknown_role', column: 'role_name', value: 'Agnt' },
    { code: 'already_licensed', line: 2, column: 'user_email', value: ana },
  ]);
  expect(await faults(input, 'add --from - --team Atlantis --queue Nights')).toEqual([
    { code: 'unknown_team', column: 'team', value: 'Atlantis' },
    { code: 'unknown_queue', column: 'queues', value: 'Nights' },
    { code: 'already_licensed', line: 2, column: 'user_email', value: ana },
    { code: 'role_missing', line: 3, column: 'role_name' },
  ]);
});

test('what those who are new get after adding is named by its line, too', async () => {
  const [free = '', other = ''] = home.addable;
  const input =
    'user_email,role_name,queues,skills,team,status_name,user_access\n' +
    `${free},Agent,Bilings,Klingon=3,Atlantis,,\n${other},Agent,,English=6,,Ready,inactive\n`;
  const wrong = [
    { code: 'unknown_queue', line: 2, column: 'queues', value: 'Bilings' },
    { code: 'unknown_skill', line: 2, column: 'skills', value: 'Klingon' },
    { code: 'unknown_team', line: 2, column: 'team', value: 'Atlantis' },
    { code: 'invalid_level', line: 3, column: 'skills', value: 'English=6' },
    { code: 'inactive_presence', line: 3, column: 'status_name', value: 'Ready' },
  ];
  for (const command of ['import -', 'add --from -']) expect(await faults(input, command)).toEqual(wrong);
});

test('the wrong file is said to be that, in one sentence, and the other command takes it', async () => {
  const people = home.file(
    'people.csv',
    'EmailAddress,Enabled,GivenName,Surname,SamAccountName\nnew@acme.example,True,New,One,n\n',
  );
  const refused = await home.roster(`import ${people}`);
  expect(refused).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `line 1: This looks like a list of people (Active Directory): roster people import ${people}\nNothing was changed.\n`,
  });
  expect((await home.roster(`people import ${people} --dry-run`)).code).toBe(0);
  const users = home.file('users.csv', await home.ok('export'));
  const other = await home.roster(`people import ${users}`);
  expect(other).toMatchObject({ code: 1, stdout: '' });
  expect(other.stderr).toMatch(
    /^line 1: This looks like a list of users \(role_name, user_access and \d+ more\): roster import .*users\.csv\nNothing was written\.\n$/,
  );
  expect((await home.roster(`import ${users}`)).code).toBe(0);
});

test('a fault that stands on many lines is said once, with its lines', async () => {
  const rows = home.users.slice(0, 5).map(email => `${email},Agnt`);
  const { stderr } = await home.roster('import -', { input: `Email,Role\n${rows.join('\n')}\n` });
  expect(stderr.split('\n').filter(line => line.includes('Agnt'))).toHaveLength(1);
  expect(stderr).toContain('lines 2–6, role_name: No role is called "Agnt".');
});
