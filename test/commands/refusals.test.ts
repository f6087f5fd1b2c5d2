import { expect, test } from 'vitest';
import { makeHome, peopleCsv } from './run.ts';

test('for scripts a refusal is a change set with its problems, for people a sentence', async () => {
  const { roster, ok, home } = makeHome();
  await ok('init --account Acme --licenses 1');
  await ok('people import -', { input: peopleCsv(3) });
  const refusals: Record<string, [kind: string, code: string]> = {
    'add p0@acme.example p1@acme.example --role Agent': ['add', 'licenses_missing'],
    'edit p0@acme.example --status inactive': ['edit', 'not_licensed'],
    'edit --where queue=Nowhere --status inactive': ['edit', 'unknown_queue'],
    'remove nobody@acme.example --yes': ['remove', 'unknown_person'],
    'undo 7': ['undo', 'unknown_change_set'],
    undo: ['undo', 'nothing_to_undo'],
    redo: ['redo', 'nothing_to_redo'],
    [`undo --db ${home}/gone.db`]: ['undo', 'failed'],
  };
  for (const [args, [kind, code]] of Object.entries(refusals)) {
    const { code: exit, stdout, stderr } = await roster(`${args} --format json`);
    const { problems, ...set } = JSON.parse(stdout);
    expect({ args, exit, ...set }).toMatchObject({ args, exit: 1, kind, changes: expect.any(Array) });
    expect(problems[0]).toMatchObject({ code, message: expect.any(String) });
    expect(stderr).toContain(problems[0].message);
    expect(stderr).not.toContain('    at ');
  }
  expect((await roster('edit --status active --format json')).stdout).toBe('');
});

test('what was typed is made safe to show', async () => {
  const { roster, ok } = makeHome();
  await ok('init --account Acme');
  await ok('people import -', { input: peopleCsv(1) });
  const { stderr } = await roster('add - --role Agent', { input: 'a\x1b[2Jb@x.example\n' });
  expect(stderr).toContain('a␛[2Jb@x.example');
  expect(stderr).not.toContain('\x1b');
});

test('a stack trace comes only when asked for', async () => {
  const { roster } = makeHome();
  expect((await roster('list')).stderr).not.toContain('    at ');
  expect((await roster('list', { env: { ROSTER_DEBUG: '1' } })).stderr).toContain('    at ');
});
