import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { exportFile, exportWithFiveBadRows, vendors } from '../csv/exports.ts';
import { makeHome, peopleCsv, program } from './run.ts';

async function makeRoster() {
  const home = makeHome();
  await home.ok('init --account Acme');
  return home;
}

test('the exports of four vendors, twice: everybody once', async () => {
  const { ok, file } = await makeRoster();
  for (const vendor of vendors) {
    // Two batches, and a part of one.
    const path = file(`${vendor}.csv`, exportFile(vendor, 1_100));
    expect(await ok(`people import ${path}`)).toBe('1,100 people: 1,100 added\n');
    expect(await ok(`people import ${path}`)).toBe('1,100 people: 1,100 unchanged\n');
  }
  const listed = (await ok('people list --format ndjson'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(listed).toHaveLength(4_400);
  expect(new Set(listed.map(person => person.user_email.toLowerCase())).size).toBe(4_400);
});

test('five bad rows among 2,000 are named with line, column and value; the good ones are written', async () => {
  const { roster, ok } = await makeRoster();
  const { bytes, problems } = exportWithFiveBadRows();
  const { code, stdout, stderr } = await roster('people import -', { input: bytes });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '2,000 people: 1,995 added, 5 refused\n' });
  const lines = stderr.split('\n').filter(line => line.startsWith('line '));
  expect(lines).toHaveLength(problems.length);
  for (const [index, { line, column, value }] of problems.entries()) {
    expect(lines[index]).toContain(`line ${line}, ${column}: `);
    expect(lines[index]).toContain(value.slice(0, 60));
  }
  const report = JSON.parse((await roster('people import - --format json', { input: bytes })).stdout);
  expect(report).toMatchObject({ people: 2000, added: 0, updated: 0, unchanged: 1995, refused: 5 });
  expect(report.problems).toMatchObject(problems);
  expect(JSON.parse(await ok('people list --format json'))).toHaveLength(1995);
});

test('of more bad rows than anybody mends at once all are counted, and the first listed', async () => {
  const { roster } = await makeRoster();
  const input = `user_email,first_name\n${'"p@acme.example,"Ana\n'.repeat(10_007)}`;
  const { code, stdout, stderr } = await roster('people import - --format json', { input });
  const { problems, ...counts } = JSON.parse(stdout);
  expect({ code, ...counts }).toMatchObject({
    code: 4,
    people: 10_007,
    refused: 10_007,
    problems_not_listed: 7,
  });
  expect(problems).toHaveLength(10_000);
  expect(stderr.match(/^line 2: The quoted cell that begins here goes on/gm)).toHaveLength(1);
  expect(stderr).toContain('\nLines 2–10001: the same as on line 2.\n');
  expect(stderr).toMatch(/^And 7 more problems; mend these first\.$/m);
});

test('it ends with the batch before whoever imports was shut out', async () => {
  const { env, ok, database } = await makeRoster();
  const rows = peopleCsv(2_000).split('\n');
  const child = spawn(process.execPath, [program, 'people', 'import', '-'], { env });
  const told = text(child.stderr);
  const ended = once(child, 'exit');
  child.stdin.write(`${rows.slice(0, 600).join('\n')}\n`);
  const people = async () => (await ok('people list --format ndjson')).split('\n').length - 1;
  while ((await people()) === 0) await sleep(10);
  const other = new Database(database);
  other.exec("update operators set login = 'somebody else'");
  child.stdin.end(rows.slice(600).join('\n'));
  expect(await ended).toEqual([4, null]);
  expect(await told).toMatch(/is no operator of this roster.*\nThe first 500 good rows are written already/);
  expect(other.prepare('select count(*) from people').pluck().get()).toBe(500);
  other.close();
});

test('strictly, a bad row writes nothing, from a file and from standard input', async () => {
  const { roster, ok, file } = await makeRoster();
  const { bytes } = exportWithFiveBadRows();
  const path = file('bad.csv', bytes);
  for (const args of [
    `people import --strict ${path}`,
    'people import --strict -',
    'people import --strict --dry-run -',
  ]) {
    const { code, stdout, stderr } = await roster(args, { input: bytes });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '2,000 people: 5 refused\n' });
    expect(stderr).toContain('Nothing was written');
    expect(stderr.match(/^line /gm)).toHaveLength(5);
  }
  expect(await ok('people list')).toBe('');
  const good = exportFile('okta', 700);
  expect(await ok('people import --strict -', { input: good })).toBe('700 people: 700 added\n');
});

test('a dry run tells what would happen and writes nothing', async () => {
  const { roster, ok } = await makeRoster();
  await ok('people import -', { input: 'Email,Department\na@x.example,Sales\nb@x.example,Sales\n' });
  const input = 'Email,Department\na@x.example,Support\nB@X.example,\nc@x.example,Sales\nc@x.example,Sales\n';
  const dry = await roster('people import --dry-run -', { input });
  expect(dry).toMatchObject({ code: 4, stdout: '4 people: 1 added, 2 updated, 1 refused\n' });
  expect(dry.stderr).toContain('Nothing was written (--dry-run).');
  expect((await roster('people import -', { input })).stdout).toBe(dry.stdout);
  expect(await roster('people import - --quiet --dry-run', { input })).toMatchObject({
    stdout: '4 people: 3 unchanged, 1 refused\n',
  });
});

test('a file that is no list of people is refused as a whole', async () => {
  const { roster, ok, file, home } = await makeRoster();
  const latin = Buffer.concat([
    Buffer.from('Email,First Name\n'),
    Buffer.from('a@x.example,J\xfcrgen\n', 'latin1'),
  ]);
  const files: Record<string, [string | Buffer, string]> = {
    'no-email.csv': ['Name,Phone\nAna,1\n', 'e-mail'],
    'empty.csv': ['', 'The file is empty.'],
    'latin.csv': [latin, 'The file is not UTF-8 text'],
  };
  for (const [name, [content, message]] of Object.entries(files)) {
    const { code, stdout, stderr } = await roster(`people import ${file(name, content)}`);
    expect({ name, code, stdout }).toEqual({ name, code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Nothing was written.');
  }
  expect(await roster(`people import ${home}/gone.csv`)).toMatchObject({
    code: 1,
    stderr: `There is no file ${home}/gone.csv.\n`,
  });
  expect(await roster(`people import ${home}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is a folder'),
  });
  expect(await ok('people list')).toBe('');
});

test('a file with nobody in it changes nothing', async () => {
  const { roster } = await makeRoster();
  expect(await roster('people import - --quiet', { input: 'Email,First Name\n' })).toMatchObject({
    code: 0,
    stdout: '0 people\n',
    stderr: '',
  });
});

test('a file that goes bad in the middle says how far it got', async () => {
  const { roster, ok } = await makeRoster();
  const rows = Array.from({ length: 1200 }, (_, n) => `p${n}@x.example,Ana\n`).join('');
  const input = Buffer.concat([
    Buffer.from(`Email,First Name\n${rows}`),
    Buffer.from('z@x.example,J\xfcrgen\n', 'latin1'),
  ]);
  const { code, stdout, stderr } = await roster('people import -', { input });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '1,200 people: 1,200 added\n' });
  expect(stderr).toContain('The file was read up to line 1202 only');
  expect(JSON.parse(await ok('people list --format json'))).toHaveLength(1200);
});

test('a name can neither run in a spreadsheet nor turn a terminal line round', async () => {
  const { ok } = await makeRoster();
  await ok('people import -', {
    input: 'Email,Display Name\na@x.example,"=HYPERLINK(""http://x"")"\nb@x.example,An\u202ea\n',
  });
  expect(await ok('people list --format csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(JSON.parse(await ok('people list --format json'))[0].display_name).toBe('=HYPERLINK("http://x")');
  expect(await ok('people list')).toContain('\nAn\\u{202e}a  ');
});

test('who is disabled stays inactive, and it says which columns it used', async () => {
  const { roster, ok } = await makeRoster();
  await ok('people import -', {
    input: 'Email,Status\nnoor@corp.example,Active\npaul@corp.example,Inactive\n',
  });
  const status = async () => {
    const people = JSON.parse(await ok('people list --format json')) as Record<string, string>[];
    return people.map(person => [person.user_email, person.account_status]);
  };
  const silent = await roster('people import -', {
    input: 'Email,Shoe size,First Name\nnoor@corp.example,43,Noor\npaul@corp.example,44,Paul\n',
  });
  expect(silent.stderr).toBe(
    'Columns used: Email and First Name. Not used: Shoe size.\n' +
      'No column says whose account is active: whoever is new counts as active, others stay as they are.\n',
  );
  expect(await status()).toEqual([
    ['noor@corp.example', 'active'],
    ['paul@corp.example', 'inactive'],
  ]);
  const told = await roster('people import - --format json', {
    input: 'EmailAddress;Enabled\nnoor@corp.example;Falso\npaul@corp.example;Vero\n',
  });
  expect(JSON.parse(told.stdout)).toMatchObject({
    updated: 2,
    notices: ['Columns used: EmailAddress and Enabled.'],
  });
  expect(await status()).toEqual([
    ['noor@corp.example', 'inactive'],
    ['paul@corp.example', 'active'],
  ]);
});
