import { expect, test } from 'vitest';
import { someOf, whole } from '../whole.ts';
import { alike, batch, people, pulled } from './pushing-home.ts';

for (const batches of ['whole', 'until-bad', 'good-rows'] as const)
  test(`of a batch with one bad row the others go through, and that one is named: ${batches}`, async () => {
    const home = await pulled(20, { batches });
    const bad = people(20)[6]!;
    home.account.refusals.refuse(bad, 1_004, 'Somebody said no.');
    const { code, stdout } = await home.roster(`add ${people(20).join(' ')} --role Agent --format json`);
    expect(code).toBe(4);
    expect(JSON.parse(stdout).account).toMatchObject({
      state: 'in_part',
      refused: [{ user_email: bad, code: 1_004, reason: 'The account has nobody active with this address.' }],
    });
    expect(
      [...home.account.state.users.values()].filter(user => user.user_email.startsWith('new.')),
    ).toHaveLength(19);
    await alike(home);
    const [refused, added] =
      await home.json<{ kind: string; summary: string; undone_by: number }[]>('history');
    expect(refused).toMatchObject({ kind: 'refused', summary: expect.stringContaining('removed') });
    expect(added).toMatchObject({ kind: 'add' });
    // Once it is mended there, it is tried again.
    home.account.refusals.allow(bad);
    await home.ok(`push --yes --retry ${JSON.parse(stdout).id}`);
    expect(
      [...home.account.state.users.values()].filter(user => user.user_email.startsWith('new.')),
    ).toHaveLength(20);
    await alike(home);
  });

const lost = ['cut-after', '504', 'invalid-json', 'html', 'cut-body', 'cut-before', '500'] as const;

for (const fault of someOf(lost, fault => /before|500/.test(fault)))
  test(`nothing is done twice where the answer is lost: ${fault}`, async () => {
    const home = await pulled(30);
    home.account.faults.next(fault, batch);
    expect(await home.ok(`add ${people(30).join(' ')} --role Agent`)).toContain('The account has it.');
    await alike(home);
  });

test('licenses that run out are told by name, and the others are there', async () => {
  const home = await pulled(50);
  home.account.portal.setLicenses(
    'premium',
    31 + [...home.account.state.users.values()].filter(user => user.package_name === 'premium').length,
  );
  const { code, stdout } = await home.roster(
    `add ${people(50).join(' ')} --role Agent --package premium --format json`,
  );
  expect(code).toBe(4);
  const { refused } = JSON.parse(stdout).account;
  expect(refused).toHaveLength(19);
  expect(new Set(refused.map(({ reason }: { reason: string }) => reason))).toEqual(
    new Set(['No premium license is left.']),
  );
  await alike(home);
});

test.runIf(whole)(
  'a license pool that runs out at 613 of 1,000: 612 are there, 388 named, and both sides agree',
  async () => {
    const home = await pulled(1_000);
    const used = [...home.account.state.users.values()].filter(
      user => user.package_name === 'premium',
    ).length;
    home.account.portal.setLicenses('premium', used + 612);
    const list = home.file('list.csv', `user_email\n${people(1_000).join('\n')}\n`);
    const { code, stdout } = await home.roster(
      `add --from ${list} --role Agent --package premium --yes --format json`,
    );
    expect(code).toBe(4);
    const { id, account } = JSON.parse(stdout);
    const refused = account.refused.map(({ user_email }: { user_email: string }) => user_email);
    expect(new Set(refused).size).toBe(388);
    expect(refused).toHaveLength(388);
    const there = [...home.account.state.users.values()].filter(user => user.user_email.startsWith('new.'));
    expect(there).toHaveLength(612);
    expect(await home.json('history --limit 1')).toMatchObject([{ kind: 'refused', undoes: id }]);
    await alike(home);
  },
);

test.runIf(whole)(
  'offline it waits, says so, and is sent later',
  async () => {
    const home = await pulled(3);
    for (const operation of [batch, 'GET /contact_center/users/{userId}'])
      home.account.faults.on(operation, '503');
    const { code, stdout } = await home.roster(`add ${people(3).join(' ')} --role Agent`);
    expect(code).toBe(4);
    expect(stdout).toMatch(
      /Waits to be sent\. The account fails just now \(HTTP 503\)\.? .*Send it: roster push \d+/,
    );
    home.account.faults.off();
    expect(await home.ok('push')).toContain('The account has it.');
    await alike(home);
  },
  60_000,
);

test('what found no connection was not sent: its undo costs no call', async () => {
  const home = await pulled();
  const { user_email } = [...home.account.state.users.values()].find(user => user.user_access === 'active')!;
  await home.ok(`edit ${user_email} --set concurrent_message_capacity=19 --later`);
  await home.account.close();
  const { code, stdout, stderr } = await home.roster('push');
  expect(code).toBe(4);
  expect(stdout).toMatch(/Waits to be sent\. .* nobody listens there\./);
  // That is of what no change set waits with.
  expect(stderr).not.toContain('--all');
  await home.ok('undo');
  expect(await home.json('push --list')).toMatchObject([{ state: 'canceled', calls: 0 }]);
}, 60_000);

test('killed at any moment, the next one finds out and goes on', async () => {
  const home = await pulled(45);
  home.account.faults.on(batch, 'slow');
  home.account.faults.slowMs = 400;
  for (let times = 0; times < 3; times++) {
    const before = home.account.counts.requests[batch] ?? 0;
    await home.spawn(times === 0 ? `add ${people(45).join(' ')} --role Agent` : 'push', {
      env: home.env,
      async onStart(process) {
        while ((home.account.counts.requests[batch] ?? 0) === before && !process.ended())
          await new Promise(resolve => setTimeout(resolve, 5));
        process.kill('SIGKILL');
      },
    });
  }
  home.account.faults.off();
  await home.ok('push');
  await alike(home);
}, 60_000);

test('Ctrl+C leaves the rest waiting, and says so', async () => {
  const home = await pulled(45);
  home.account.faults.on(batch, 'slow');
  const { code, stdout } = await home.spawn(`add ${people(45).join(' ')} --role Agent`, {
    env: home.env,
    async onStart(process) {
      while ((home.account.counts.requests[batch] ?? 0) < 2 && !process.ended())
        await new Promise(resolve => setTimeout(resolve, 5));
      process.kill('SIGINT');
    },
  });
  expect(code).toBe(130);
  expect(stdout).toMatch(/^1 of 3 calls done; the rest waits to be sent\. Send it: roster push \d+$/m);
  home.account.faults.off();
  await home.ok('push');
  await alike(home);
}, 60_000);
