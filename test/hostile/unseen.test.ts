import { expect, it } from 'vitest';
import { makeHome } from '../commands/run.ts';

it('no two names differ in what nobody sees, no name is nothing else, and it is shown where there is some', async () => {
  const { roster, ok } = makeHome();
  await ok('init --account Acme');
  await ok('queue add Billing');
  for (const [kind, name, more = ''] of [
    ['queue', '\u202eBil\u200bling'],
    ['role', 'Admin\u2060', '--privilege UserManagement:Edit'],
    ['team', '\u200b\u3164'],
  ])
    expect(await roster(`${kind} add "${name}" ${more}`)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/already|has nothing in it that can be seen/),
    });
  expect(await ok('queue add "Sa\u200bles"')).toContain('Add the queue Sa\\u{200b}les: done');
  expect(await ok('queue list')).toContain('Sa\\u{200b}les');
  expect(await ok('queue edit sales --description x')).toContain('done');
});
