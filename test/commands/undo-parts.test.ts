import { userInfo } from 'node:os';
import { beforeEach, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

let home: ReturnType<typeof makeHome>;

beforeEach(async () => {
  home = makeHome();
  await home.ok('init --account Acme --licenses 20');
  await home.ok('people import -', { input: peopleCsv(5) });
  await home.ok('queue add Billing');
  await home.ok('add - --role Agent', { input: emails(5) });
});

async function users(): Promise<string[]> {
  const list = JSON.parse(await home.ok('list --format json')) as { user_email: string }[];
  return list.map(user => user.user_email.replace(/@.*/, '')).sort();
}

test('of a removal, all come back but who was added again', async () => {
  await home.ok('remove p0@acme.example p1@acme.example p2@acme.example --yes');
  await home.ok('add p1@acme.example --role Supervisor');
  const refused = await home.roster('undo 3');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(
    /^Jürgen Müller has a license again by change set 4 of .*\nNothing was changed\.\n/,
  );
  expect(refused.stderr).toMatch(
    /All who don't clash, with --skip-conflicts: Undo 3: bring back .* and .*\.\n$/,
  );
  const dry = await home.roster('undo 3 --skip-conflicts --dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining('has a license again') });
  expect(await users()).toEqual(['p1', 'p3', 'p4']);
  const undone = await home.roster('undo 3 --skip-conflicts --yes --format json');
  expect(undone).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('has a license again by change set 4'),
  });
  expect(JSON.parse(undone.stdout)).toMatchObject({
    changes: [{ user_email: 'p0@acme.example' }, { user_email: 'p2@acme.example' }],
    problems: [{ code: 'changed_since', value: 'p1@acme.example' }],
    licenses: [{ before: 3, after: 5 }],
  });
  expect(await users()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  // Whoever was left out can still be brought back once nothing stands in the way.
  await home.ok('remove p1@acme.example --yes');
  expect(await home.ok('undo 3 --yes')).toMatch(/Undo 3: bring back Jürgen Müller: done/);
  expect(await home.roster('undo 3')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Change set 3 is undone already, by change set 7.'),
  });
  expect(await home.roster('check')).toMatchObject({ code: 0 });
});

test('of a set only those who are named are taken back, and the rest later', async () => {
  await home.ok('edit --where search=acme.example --status inactive --yes');
  await home.ok('undo 3 --only P0@acme.example --only p3@acme.example');
  const active = async () => JSON.parse(await home.ok('list --status active --format json')).length;
  expect(await active()).toBe(2);
  expect(await home.roster('undo 3 --only p0@acme.example')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('undone already, by change set 4'),
  });
  expect(await home.roster('undo 3 --only p9@acme.example')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Change set 3 did nothing to p9@acme.example.'),
  });
  // History says of a set that is undone in part which did that, and of no others.
  const marks = async () =>
    Object.fromEntries(
      (await home.ok('history --format csv')).split('\r\n').flatMap(line => {
        const cells = line.split(',');
        return cells.at(-1) || cells.at(-2) ? [[cells[0], cells.slice(-2).join()]] : [];
      }),
    );
  expect(await marks()).toMatchObject({ 3: ',4' });
  expect(await home.ok('history')).toMatch(/^3 .*partly undone by 4$/m);
  expect(await home.ok('history --show 3')).toMatch(/^Change set 3, .*, partly undone by 4\n/);
  await home.ok('undo 3 --yes');
  expect((await marks())[3]).toMatch(/^5,/);
  expect(await home.ok('history')).toMatch(/^3 .* {2}undone by 5$/m);
  expect(await active()).toBe(5);
  await home.ok('undo');
  expect(await active()).toBe(2);
});

test('what people had and is gone comes first, and it is said by which change it went', async () => {
  await home.ok('edit p0@acme.example p1@acme.example --add-queue Billing');
  await home.ok('remove p0@acme.example p4@acme.example --yes');
  await home.ok('queue remove Billing --yes');
  const [newest] = JSON.parse(await home.ok('history --format json --limit 1'));
  const refused = await home.roster(`undo ${newest.id - 1}`);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toMatch(
    new RegExp(
      `had the queue Billing, removed by change set ${newest.id} of .* Undo change set ${newest.id} first`,
    ),
  );
  await home.ok(`undo ${newest.id}`);
  await home.ok(`undo ${newest.id - 1} --yes`);
  expect(await users()).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  expect(await home.ok('list --queue Billing --format json')).toContain('p0@acme.example');
});

test('rule 7: one’s own user stays as they are, and the others are changed back', async () => {
  const [ana, bruno] = ['p0@acme.example', 'p1@acme.example'];
  await home.ok(`edit ${ana} ${bruno} --status inactive`);
  await home.ok(`edit ${ana} ${bruno} --status active`);
  await home.ok(`operator edit "${userInfo().username}" --email ${ana}`);
  const refused = await home.roster('undo 4');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /^Ana Silva can't be made inactive: that is you\..*\nNothing was changed\.\nAll who don't clash, with --skip-conflicts: Undo 4: change back Jürgen Müller \(status\)\.\n$/,
  );
  expect(await home.roster('undo 4 --skip-conflicts --yes')).toMatchObject({
    code: 4,
    stdout: expect.stringContaining('Undo 4: change back Jürgen Müller (status): done'),
    stderr: expect.stringContaining("Ana Silva can't be made inactive: that is you"),
  });
  const inactive = JSON.parse(await home.ok('list --status inactive --format json'));
  expect(inactive).toMatchObject([{ user_email: bruno }]);
});

test('rule 7: nobody comes back who is inactive in the account by now', async () => {
  await home.ok('remove p0@acme.example p1@acme.example --yes');
  await home.ok('people import -', { input: 'Email,Status\np0@acme.example,inactive\n' });
  expect(await home.roster('undo')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Ana Silva is inactive in the account'),
  });
  expect(await home.roster('undo --skip-conflicts')).toMatchObject({ code: 4 });
  expect(await users()).toEqual(['p1', 'p2', 'p3', 'p4']);
  expect(await home.ok('redo')).toContain('remove Jürgen Müller');
});
