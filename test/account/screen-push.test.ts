import { expect, test } from 'vitest';
import { readDialog } from '../flows/fixture.ts';
import { whole } from '../whole.ts';
import { add, alike, batch, held, people, promote, pulled, screenOf } from './screen-story.ts';

test('what is changed on the screen is at the account in a moment, and the toast says so', async () => {
  const home = await pulled();
  const p = await screenOf(home);
  await promote(p);
  await p.waitFor('✓ Made');
  await p.waitFor(/✓ Made .+ Supervisor · the account has it · u undoes/);
  await p.waitGone('to push');
  await p.press('u');
  await p.waitFor(/✓ Undid .+ · the account has it · Ctrl\+R redoes/);
  await alike(home);
  expect((await home.json<{ state: string }[]>('push --list')).map(({ state }) => state)).toEqual([
    'pushed',
    'pushed',
  ]);
});

test('of what takes long it is said how far it is, while keys go on, and then that the account has it', async () => {
  const home = await pulled(100);
  home.account.portal.setLicenses('essentials', 2_000);
  const p = await screenOf(home);
  home.account.faults.next('held', batch);
  await add(p, people(100));
  await p.waitFor(/Acme · Zoom · read \d\d:\d\d · 1 to push/);
  await held(home);
  home.account.latency = 1_000;
  home.account.faults.release();
  await p.waitFor(/Adding 100 users · [1-4] of 5 calls/);
  await p.press('/', 'n', 'e', 'w', '.');
  await p.waitFor('row 1 of 100');
  await p.press('Enter');
  await p.waitFor('✓ Added 100 users as Agent · the account has it · u undoes');
  home.account.latency = 0;
  await alike(home);
}, 60_000);

test('whom the account refused is told, and the others are there', async () => {
  const home = await pulled(20);
  home.account.refusals.refuse(people(20)[6]!, 1_004, 'Somebody said no.');
  const p = await screenOf(home);
  await add(p, people(20));
  await p.waitFor('19 of 20 went through; refused: 1 · w shows them');
  await p.press('G');
  await p.waitFor('79 users');
  await alike(home);
}, 60_000);

test('a screen that is left at once leaves the sending to a process that goes on', async () => {
  const home = await pulled();
  home.account.faults.next('held', 'PATCH /contact_center/users');
  const p = await screenOf(home);
  await promote(p);
  await p.waitFor('✓ Made');
  p.vanish();
  await p.exit();
  await held(home);
  home.account.faults.release();
  await expect
    .poll(async () => (await home.json<{ state: string }[]>('push --list'))[0]?.state, { timeout: 20_000 })
    .toBe('pushed');
  await alike(home);
});

test.runIf(whole)(
  'out of reach it waits, says since when, and is sent when a screen opens again',
  async () => {
    const home = await pulled();
    for (const operation of ['PATCH /contact_center/users', 'GET /contact_center/users/{userId}'])
      home.account.faults.on(operation, '503');
    const p = await screenOf(home);
    await promote(p);
    await p.waitFor(/Zoom failing since \d\d:\d\d · .*1 to push/);
    await p.waitFor('The account fails just now');
    await p.close();
    home.account.faults.off();
    const again = await screenOf(home);
    await again.waitGone('failing since');
    await again.waitGone('to push');
    await alike(home);
  },
  60_000,
);

test('what the account can not bring back is said before a removal that it has is undone', async () => {
  const home = await pulled();
  const p = await screenOf(home);
  await p.press('x');
  await p.waitFor('an undo adds them there anew');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/✓ Removed .+ · the account has it/);
  expect(home.account.state.users.size).toBe(59);
  await p.press('u');
  await p.waitFor('The account adds them anew, if it has a license left');
  await readDialog(p);
  await p.press('y');
  await p.waitFor(/✓ Undid .+ · the account has it/);
  await alike(home);
});
