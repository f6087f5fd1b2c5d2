import { expect, it } from 'vitest';
import { command, demoFile, leave, newFile, open } from './fixture.ts';

it('begins with the search, filters and order that are given, in place of what was looked at last', async () => {
  const file = await demoFile();
  const last = await open(file);
  last.type('/silva\r');
  await last.press('s', '>');
  await last.waitFor(/Status Active/);
  await leave(last);
  const p = await open(
    file,
    {},
    '--queue',
    'billing',
    '--role',
    'agent',
    '--package',
    'premium',
    '--sort',
    'name:desc',
  );
  await p.settled();
  expect(p.screen()).toMatch(
    /\/ search .*f Queue Billing +s Status All +r Role Agent +p Package Premium\n[\s\S]*Name ↓/,
  );
  await p.press('Esc');
  await p.waitFor('of 500 · 500 users');
  await leave(p);
  const order = await open(file, {}, '--sort', 'email');
  expect(order.screen()).toMatch(/f Queue All +s Status All[\s\S]*Email ↑/);
  await leave(order);
});

it('does not open with a queue that is not there, and names those there are', async () => {
  const file = newFile();
  await command(file, 'init', '--account', 'Acme');
  await expect(open(file, {}, '--queue', 'Nope')).rejects.toThrow(/No queue is called "Nope"/);
});
