import Database from 'better-sqlite3';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Program, startProgram } from '../terminal/driver.ts';
import { emails, makeHome, peopleCsv, program } from './run.ts';

const { roster, ok, database, env, home } = makeHome();
const opened: Program[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

beforeAll(async () => {
  await ok('init --account Acme --licenses 99');
  await ok('people import -', { input: peopleCsv(60) });
});

async function inactive(): Promise<number> {
  return JSON.parse(await ok('list --status inactive --format json')).length as number;
}

/** What is refused where nobody can be asked, and changes nothing. */
async function refused(args: string, why: string, input = ''): Promise<void> {
  const before = await ok('history --format json');
  expect(await roster(args, { input })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `${why} Nobody is there to look first, so nothing was changed. Say --yes, or look with --dry-run.\n`,
  });
  expect(await ok('history --format json')).toBe(before);
}

describe('where nobody can be asked', () => {
  test('additions and imports go by the list they were given', async () => {
    expect(await ok('add - --role Agent', { input: emails(30) })).toContain(
      'Add Ana Silva and 29 others as Agent: done',
    );
    const csv = await ok('export');
    await ok('import -', { input: csv.replaceAll(',Agent,', ',Supervisor,') });
    await ok('undo --yes');
  });

  test('an edit of more than 25, or of whom --where found, needs --yes', async () => {
    await refused('edit - --status inactive', 'This changes 26 users.', emails(26));
    await ok('edit - --status inactive', { input: emails(25) });
    await refused('edit --where status=inactive --status active', 'This changes 25 users found by --where.');
    expect(await roster('edit --where status=inactive --status active --dry-run')).toMatchObject({ code: 0 });
    expect(await inactive()).toBe(25);
    await ok('edit --where status=inactive --status active --yes');
    expect(await inactive()).toBe(0);
  });

  test('so does a removal, of anybody', async () => {
    await refused('remove p0@acme.example', 'This removes 1 user.');
    await refused('remove --where role=Agent', 'This removes 30 users.');
  });

  test('and an undo or redo of many', async () => {
    await ok('edit - --status inactive --yes', { input: emails(26) });
    await refused('undo', 'This changes 26 users.');
    await ok('undo --yes');
    await refused('redo', 'This changes 26 users.');
    await ok('redo --yes');
    expect(await inactive()).toBe(26);
  });

  test('and an undo of an older set, or of somebody else’s', async () => {
    await ok('edit p1@acme.example --status active');
    await ok('edit p2@acme.example --status active');
    const [newest] = JSON.parse(await ok('history --limit 1 --format json'));
    await refused(
      `undo ${newest.id - 1}`,
      `This takes back change set ${newest.id - 1}, which is not your newest.`,
    );
    await ok(`undo ${newest.id}`);
    await ok('redo');
    await ok('operator add Kim --role Admin --login kim');
    const connection = new Database(database);
    connection
      .prepare(
        "update change_sets set operator_name = 'Kim', operator_id = (select operator_id from operators where operator_name = 'Kim') where change_set_id = ?",
      )
      .run(newest.id - 1);
    connection.close();
    await refused(`undo ${newest.id - 1}`, `This takes back change set ${newest.id - 1} of Kim.`);
    expect(await ok(`undo ${newest.id - 1} --yes`)).toContain('change back Jürgen Müller (status): done');
  });

  test('and an undo or redo that lets an operator in, by whatever way', async () => {
    await ok('operator add Lee --role Admin --login lee');
    const lets = 'This lets Lee in, with the login or key that comes back.';
    const undoIt = async (command: string) => {
      await ok(command);
      await refused('undo', lets);
      await ok('undo --yes');
    };
    await undoIt('operator remove Lee --yes');
    await undoIt('operator edit Lee --login (clear)');
    await ok('operator edit Lee --role Agent');
    await ok('undo');
    await ok('operator remove Lee --yes');
    await ok('operator add Mo --role Admin --login mo');
    await ok('undo');
    await refused('redo', lets.replace('Lee', 'Mo'));
    await ok('redo --yes');
  });

  test('scripts hear it by a code', async () => {
    const { stdout } = await roster('edit --where role=Agent --status active --format json');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'needs_yes' }] });
  });
});

/** Starts it on a terminal that is long enough for all that it shows. */
function onTerminal(words: string[]): Program {
  const options = { file: process.execPath, env, cwd: home, columns: 100, rows: 400 };
  const started = startProgram([program, ...words], options);
  opened.push(started);
  return started;
}

test('on a terminal an undo shows what it does to the catalog, and every user and field', async () => {
  await ok('role add Coach');
  await ok('edit - --role Coach --display-name X --yes', { input: emails(30) });
  await ok('role remove Coach --transfer Agent --yes');
  const undo = onTerminal(['undo']);
  await undo.waitFor('Write 30 users? y/N');
  const shown = undo.screen();
  expect(shown).toMatch(/role Coach +add +Name +– +Coach/);
  for (const email of emails(30).split('\n'))
    expect(shown).toMatch(new RegExp(`${email} +update +Role +Agent +Coach`));
  undo.type('n\r');
  expect(await undo.exit()).toMatchObject({ code: 1 });
  // As a dry run tells it, to the letter.
  const dry = await ok('undo --dry-run');
  const lines = (text: string) =>
    text
      .split('\n')
      .map(line => line.trim().replaceAll(/ +/g, ' '))
      .filter(Boolean);
  expect(lines(shown)).toEqual(expect.arrayContaining(lines(dry)));
});

test('on a terminal the plan is shown, with every field before and after, and asked about', async () => {
  const before = await inactive();
  const words = ['edit', '--where', 'status=inactive', '--status', 'active'];
  const start = () => {
    const started = startProgram([program, ...words], {
      file: process.execPath,
      env,
      cwd: home,
      columns: 100,
    });
    opened.push(started);
    return started;
  };
  const declined = start();
  await declined.waitFor(`Write ${before} users? y/N`);
  expect(declined.screen()).toMatch(/Status +inactive +active/);
  declined.type('n\r');
  expect(await declined.exit()).toMatchObject({ code: 1 });
  expect(await inactive()).toBe(before);
  const agreed = start();
  await agreed.waitFor(`Write ${before} users? y/N`);
  agreed.type('y\r');
  expect(await agreed.exit()).toMatchObject({ code: 0 });
  expect(await inactive()).toBe(0);
});
