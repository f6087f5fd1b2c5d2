import { beforeAll, expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

const { roster, ok } = makeHome();

beforeAll(async () => {
  await ok('init --account Acme --licenses 20');
  await ok('people import -', { input: peopleCsv(6) });
  await ok('queue add Billing');
  await ok('queue add Chat --channel messaging');
  await ok('add - --role Agent --package essentials --country de', { input: emails(6) });
  await ok(
    'edit p0@acme.example --role Supervisor --presence ready --add-queue "Billing (both)" --add-queue Chat',
  );
  await ok('edit p1@acme.example --status inactive --add-queue Billing');
});

/** Everything about everybody, but for what tells of the change itself. */
async function users(): Promise<unknown[]> {
  const list = JSON.parse(await ok('list --format json')) as Record<string, unknown>[];
  return list.map(({ version: _, modified_at: __, modified_by: ___, ...user }) => user);
}

test('a removal is undone whole and done again', async () => {
  const before = await users();
  const removed = await ok('remove p0@acme.example p1@acme.example p2@acme.example --yes');
  expect(removed).toBe(
    'Remove Ana Silva and 2 others: done, change set 6\nEssentials licenses 6 → 3 of 20\nBilling loses its last supervisor.\n',
  );
  expect(await users()).toEqual(before.filter(user => !/p[012]@/.test(JSON.stringify(user))));
  expect(JSON.parse(await ok('people list --format json'))).toHaveLength(6);
  expect(await ok('undo')).toContain('Undo 6: bring back Ana Silva and 2 others: done, change set 7');
  expect(await users()).toEqual(before);
  expect(await ok('redo')).toContain('Redo 7: remove Ana Silva and 2 others: done, change set 8');
  expect(await users()).toHaveLength(3);
  expect(await ok('undo')).toContain('Undo 6: bring back Ana Silva and 2 others: done, change set 9');
  expect(await users()).toEqual(before);
});

test('changes are undone the newest first', async () => {
  const before = await users();
  await ok('edit p3@acme.example --role Admin --add-queue Chat');
  await ok('edit p3@acme.example --status inactive');
  await ok('undo');
  await ok('undo');
  expect(await users()).toEqual(before);
});

test('rule 9: undoing an older set by its number is a change of its own', async () => {
  await ok('edit p3@acme.example --role Admin --add-queue Chat');
  await ok('edit p3@acme.example --status inactive');
  const [, older] = JSON.parse(await ok('history --format json --limit 2'));
  const before = await users();
  const undone = await ok(`undo ${older.id} --yes`);
  expect(undone).toContain(`Undo ${older.id}: change back`);
  expect(await ok('undo')).toContain(`Redo ${older.id + 2}: change back`);
  expect(await users()).toEqual(before);
  await ok('undo');
  await ok('undo');
});

test('a change set is not undone twice, nor what changed since', async () => {
  const twice = await roster('undo 6');
  expect(twice).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Change set 6 is undone already, by change set 9.'),
  });
  await ok('edit p4@acme.example --role Supervisor');
  await ok('edit p4@acme.example --role Admin');
  const [newest] = JSON.parse(await ok('history --format json --limit 1'));
  const since = await roster(`undo ${newest.id - 1} --format json`);
  expect(since.code).toBe(1);
  expect(JSON.parse(since.stdout).problems).toMatchObject([
    { code: 'changed_since', value: 'p4@acme.example' },
  ]);
  await ok('remove p4@acme.example --yes');
  expect(await roster(`undo ${newest.id}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`was removed by change set ${newest.id + 1} of `),
  });
  await ok('undo');
  expect(await roster('undo 999')).toMatchObject({
    code: 1,
    stderr: 'There is no change set 999. See: roster history\n',
  });
  expect(await roster('undo last')).toMatchObject({ code: 2 });
});

test('a change after an undo leaves nothing to redo, and that is said', async () => {
  const number = (printed: string) => Number(/change set (\d+)/.exec(printed)?.[1]);
  const removed = number(await ok('remove p2@acme.example --yes'));
  const undo = number(await ok('undo'));
  const between = number(await ok('edit p3@acme.example --status inactive'));
  const redo = await roster('redo');
  expect(redo).toMatchObject({ code: 1, stdout: '' });
  expect(redo.stderr).toContain(`Nothing to redo: change set ${between} (`);
  expect(redo.stderr).toContain(`undo change set ${undo}.`);
  // However many changes came after it.
  await ok('edit p3@acme.example --role Supervisor');
  await ok('edit p4@acme.example --status inactive');
  expect((await roster('redo')).stderr).toBe(redo.stderr);
  await ok('undo');
  await ok('undo');
  expect(await ok('list --format json')).toContain('p2@acme.example');
  // The advice works, and is a change of its own: the newest to undo.
  expect(await ok(`undo ${undo} --yes`)).toContain(`Redo ${undo}: remove`);
  expect(await ok('list --format json')).not.toContain('p2@acme.example');
  expect(await ok('undo')).toContain('bring back');
  expect(await ok('undo')).toContain(`Undo ${between}: change back`);
  expect(await ok('redo')).toContain('Redo ');
  expect(await ok('undo')).toContain(`Undo ${between}: change back`);
  // What was undone before by hand is undone.
  expect(await ok('list --format json')).toContain('p2@acme.example');
  expect((await roster(`undo ${removed}`)).stderr).toContain('is undone already');
});

test('history tells who, when, from where and every field before and after', async () => {
  const env = { SSH_CONNECTION: '203.0.113.7 50022 10.0.0.1 22' };
  await ok('edit p5@acme.example --status inactive --add-queue Chat', { env });
  const line = (await ok('history --limit 1')).split('\n')[1];
  expect(line).toMatch(
    /^\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}\S+ {2}ssh 203\.0\.113\.7 {2}Edit Jürgen Müller: status, 1 queue$/,
  );
  const id = Number.parseInt(line ?? '', 10);
  const shown = await ok(`history --show ${id} --format json`);
  expect(JSON.parse(shown)).toEqual({
    id,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    operator: expect.any(String),
    via: 'ssh 203.0.113.7',
    kind: 'edit',
    summary: 'Edit Jürgen Müller: status, 1 queue',
    changes: [
      {
        user_email: 'p5@acme.example',
        action: 'update',
        fields: {
          user_access: { before: 'active', after: 'inactive' },
          queues: {
            before: [],
            after: [
              { queue_name: 'Chat', channel: 'messaging', user_assignment_type: 'agent', opted_in: true },
            ],
          },
        },
      },
    ],
    problems: [],
    licenses: [],
    notices: [],
  });
  const own = JSON.parse(await ok('history p5@acme.example --format json'));
  expect(own.map((set: { kind: string }) => set.kind)).toEqual(['edit', 'add']);
  expect(own[1].changes).toHaveLength(1);
  expect(await roster('history nobody@acme.example')).toMatchObject({ code: 1 });
});

test('without changes of one’s own there is nothing to undo or redo', async () => {
  const home = makeHome();
  await home.ok('init --account Empty');
  expect(await home.roster('undo')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Nothing to undo'),
  });
  expect(await home.roster('redo')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Nothing to redo'),
  });
  expect(await home.roster('history')).toMatchObject({ code: 0, stdout: '', stderr: 'No changes yet.\n' });
});
