import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../source/roster/fold.ts';
import { makeHome, program } from '../commands/run.ts';
import { isRefused, loneSurrogates, names, naughtyStrings } from './naughty-strings.ts';

const home = makeHome();
const everyName = names(128);
/** Names of catalogs: many naughty strings in one, but for what separates names. */
const catalogNames = [...everyName, ...everyName.map(name => name.repeat(2))]
  .filter(name => !name.includes(';') && [...name].length <= 100 && !name.startsWith('-'))
  .filter((_, n) => n % 40 === 7);

interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: object } = {},
): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...home.env, ...env },
    input,
    cwd: home.home,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const answer = { code: status, stdout, stderr };
  expect(stderr, args.join(' ')).not.toMatch(/unexpected|\.js:\d|SQLITE/);
  expect(obeyed(stderr), args.join(' ')).toEqual([]);
  return answer;
}

function ok(...args: string[]): string {
  const { code, stdout, stderr } = run(args);
  if (code !== 0) throw new Error(`${args.join(' ')}: exit ${code}\n${stderr}`);
  return stdout;
}

/** What a terminal would obey, or a person not see, in what was printed. */
function obeyed(text: string): string[] {
  return (
    text
      .replaceAll('\n', '')
      .match(/.{0,20}[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff].{0,20}/gu) ?? []
  );
}

function cell(text: string): string {
  return `"${(/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\n`).join('');
}

const people = everyName.map((name, n) => [
  `p${n}@acme.example`,
  [...name].slice(0, 64).join('').trim(),
  [...everyName.at(-n - 1)!].slice(0, 64).join('').trim(),
  name,
  everyName[(n * 7) % everyName.length]!,
]);
const integrations = everyName
  .map(name =>
    name
      .slice(0, 60)
      .toWellFormed()
      .replace(/\ufffd$/, '')
      .trim(),
  )
  .filter(name => fold(name) !== '');
const header = ['user_email', 'first_name', 'last_name', 'display_name', 'department'];

beforeAll(() => {
  ok('init', '--account', `Acme ${everyName.slice(0, 20).join(' ').slice(0, 100)}`, '--licenses', '1000');
  const { code, stderr } = run(['people', 'import', '-'], { input: csv([header, ...people]) });
  expect({ code, stderr: code === 0 ? '' : stderr }).toMatchObject({ code: 0 });
  for (const name of catalogNames) {
    ok('queue', 'add', name, '--description', name);
    ok('skill', 'add', name, '--category', name);
  }
  const [role, team, region, template] = catalogNames as [string, string, string, string];
  ok('role', 'add', role);
  ok('team', 'add', team);
  ok('region', 'add', region);
  ok(
    'template',
    'add',
    template,
    '--type',
    'add',
    '--set',
    `role_name=${role}`,
    '--set',
    `client_integration_name=${template}`,
  );
  ok('add', '--role', role, '--region', region, ...people.map(([email]) => email!));
  const rows = people.map(([email], n) => [
    email!,
    `${catalogNames[n % catalogNames.length]}; ${catalogNames[(n + 1) % catalogNames.length]} (both)`,
    catalogNames[(n + 2) % catalogNames.length]!,
    team,
    integrations[n % integrations.length]!,
  ]);
  const imported = run(['import', '-', '--yes'], {
    input: csv([['user_email', 'queues', 'skills', 'team', 'client_integration_name'], ...rows]),
  });
  expect({ code: imported.code, stderr: imported.code === 0 ? '' : imported.stderr }).toMatchObject({
    code: 0,
  });
}, 120_000);

describe('naughty names of people, queues, roles, skills, teams, regions and templates', () => {
  it.each([
    ['list'],
    ['people', 'list'],
    ['history'],
    ['history', '--show', '1'],
    ['queue', 'list'],
    ['skill', 'list'],
    ['role', 'list'],
    ['template', 'list'],
    ['account', '--usage'],
    ['notify', '--list'],
    ['check'],
    ...people.slice(0, 3).map(([email]) => ['show', email!]),
  ])('%s %s is printed without anything that a terminal obeys', (...words) => {
    const args = words.filter(word => word !== undefined);
    expect(obeyed(ok(...args))).toEqual([]);
    if (args[0] === 'check') return;
    const json = ok(...args, '--format', 'json');
    expect(obeyed(json)).toEqual([]);
    JSON.parse(json);
  });

  it('come out of JSON as they went in', () => {
    const listed = JSON.parse(ok('list', '--format', 'json')) as {
      display_name: string;
      user_email: string;
    }[];
    const byEmail = new Map(listed.map(user => [user.user_email, user.display_name]));
    for (const [email, , , name] of people)
      expect(byEmail.get(email!)).toBe(name!.replace(/\s*[\u2028\u2029]\s*/g, ' '));
  });

  it('exported and imported again differ in nothing', () => {
    const users = run(['import', '-'], { input: ok('export') });
    expect(users).toMatchObject({ code: 0, stderr: expect.stringMatching(/nothing|unchanged/i) });
    const again = run(['people', 'import', '-', '--format', 'json'], {
      input: ok('people', 'list', '--format', 'csv'),
    });
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, updated: 0, refused: 0 });
  });

  it('are found, filtered and completed by what they are called', () => {
    for (const queue of catalogNames.slice(0, 3)) {
      const members = JSON.parse(ok('list', '--queue', queue, '--format', 'json')) as unknown[];
      expect(members.length).toBeGreaterThan(10);
    }
    expect(ok('complete', 'list', '--queue', '').split('\n')).toHaveLength(catalogNames.length + 1);
    expect(existsSync(join(home.home, 'hacked'))).toBe(false);
  });
});

describe('what a rule refuses', () => {
  const refused = naughtyStrings.filter(
    text => text.isWellFormed() && isRefused(text) && !/^a?[\r\n\u0085]+b?$/.test(text),
  );

  it('is named with line, column and value, as signs', () => {
    const rows = refused.map((text, n) => [`q${n}@acme.example`, text]);
    const input = csv([['user_email', 'display_name'], ...rows]);
    const answer = run(['people', 'import', '-', '--strict', '--format', 'json'], { input });
    expect(answer.code).toBe(1);
    expect(obeyed(answer.stdout)).toEqual([]);
    const { problems } = JSON.parse(answer.stdout) as { problems: { code: string; column: string }[] };
    expect(problems.length).toBeGreaterThan(60);
    expect(problems.filter(({ column }) => column !== 'display_name')).toEqual([]);
  });

  it('is refused as a name by every command', () => {
    const evil = 'Ana\x1b]0;x\x07\x9b2J\u202e';
    for (const args of [
      ['queue', 'add', evil],
      ['queue', 'add', 'Fine', '--description', evil],
      ['role', 'add', evil],
      ['operator', 'add', evil, '--role', 'Admin'],
      ['template', 'add', evil, '--type', 'add'],
      ['account', 'set', '--name', evil],
      ['edit', 'p0@acme.example', '--set', `display_name=${evil}`],
      ['edit', 'p0@acme.example', '--set', `client_integration_name=${evil}`],
      ['edit', 'p0@acme.example', '--add-queue', evil],
      ['edit', 'p0@acme.example', '--set', `${evil}=1`],
      ['add', evil, '--role', 'Agent'],
      ['add', 'nobody@acme.example', '--role', evil],
      ['show', evil],
      ['remove', evil, '--yes'],
      ['list', '--queue', evil],
      ['list', '--sort', evil],
      ['import', evil],
      ['undo', evil],
      [evil],
      ['list', `--${evil}`],
      ['list', '--db', `/tmp/${evil}.db`],
      ['init', '--account', evil, '--db', join(home.home, 'other.db')],
    ]) {
      const answer = run(args);
      expect({ args, code: answer.code }).toEqual({
        args,
        code: expect.toSatisfy((code: number) => code === 1 || code === 2),
      });
      expect(answer.stderr, args.join(' ')).toMatch(/Ana|roster|p0@/);
      expect(obeyed(answer.stdout)).toEqual([]);
    }
    expect(run(['-', '--role', 'Agent'].toSpliced(0, 0, 'add'), { input: `${evil}\n` }).code).toBe(1);
  });

  it('half a character in a file is refused with its line', () => {
    for (const text of loneSurrogates) {
      const file = Buffer.from(`\ufeffuser_email,display_name\nx@acme.example,${text}\n`, 'utf16le');
      const answer = run(['people', 'import', '-'], { input: file });
      expect(answer.code).not.toBe(0);
      expect(answer.stderr).toMatch(/line \d/);
    }
  });
});

it('the environment can be anything', () => {
  const evil = '\x1b]0;x\x07\x9b2J\u202e$(touch hacked)/../x';
  for (const env of [
    { ROSTER_DB: evil },
    { TERM: evil, LANG: evil, LC_ALL: evil, COLORTERM: evil },
    { NO_COLOR: evil, FORCE_COLOR: evil, COLUMNS: evil, LINES: evil, TZ: evil },
    { TMPDIR: evil },
    { XDG_CONFIG_HOME: evil },
    { XDG_DATA_HOME: evil },
    { HOME: evil },
    { USER: evil, LOGNAME: evil, SSH_CONNECTION: evil, SSH_ORIGINAL_COMMAND: evil },
    { ROSTER_SMTP_URL: evil, ROSTER_MAIL_FROM: evil },
  ]) {
    for (const args of [['list'], []]) {
      const { stdout } = run(args, { env });
      expect(obeyed(stdout)).toEqual([]);
    }
  }
  expect(existsSync(join(home.home, 'hacked'))).toBe(false);
}, 60_000);

describe('naughty words of operators, e-mails and lines over SSH', () => {
  it('operators are listed by their names, and nothing in them is obeyed', () => {
    const operators = catalogNames.slice(0, 6);
    for (const name of operators) ok('operator', 'add', name, '--role', 'Admin');
    expect(obeyed(ok('operator', 'list'))).toEqual([]);
    const listed = JSON.parse(ok('operator', 'list', '--format', 'json')) as { operator_name: string }[];
    expect(listed.map(operator => operator.operator_name)).toEqual(expect.arrayContaining(operators));
  });

  it('the words of the e-mail are refused or kept, and printed without anything that a terminal obeys', () => {
    for (const text of sample(8)) {
      const input = `Subject: ${text.replaceAll(/[\r\n]/g, ' ')}\n\n${text}\n`;
      const { code, stdout } = run(['notify', '--template', '-'], { input });
      expect([0, 1], JSON.stringify(text)).toContain(code);
      expect(obeyed(stdout)).toEqual([]);
      expect(obeyed(ok('notify', '--show-template'))).toEqual([]);
    }
    ok('notify', '--template', 'default');
  });

  it('a line over SSH does what its words say, or nothing', () => {
    const session = ['session', '--db', home.database, '--operator', '1', '--key', 'SHA256:none'];
    for (const text of sample(14).filter(each => !each.includes('\0'))) {
      for (const line of [text, `show ${text}`]) {
        const { code, stdout } = run(session, { env: { SSH_ORIGINAL_COMMAND: line } });
        expect([1, 2, 3], JSON.stringify(line)).toContain(code);
        expect(stdout, JSON.stringify(line)).toBe('');
      }
    }
  }, 60_000);
});

/** So many of the naughty strings, from all over their list. */
function sample(count: number): string[] {
  const step = Math.ceil(naughtyStrings.length / count);
  return naughtyStrings.filter((text, n) => n % step === 0 && text.length < 10_000);
}
