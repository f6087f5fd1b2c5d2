import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { someOf, whole } from '../whole.ts';
import type { AccountOptions } from './account.ts';
import { connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `new.${String(index + 1).padStart(3, '0')}@acme.example`);

/** A home that was read, with so many more people at the account who have no license. */
async function pulled(count = 0, options: AccountOptions = {}) {
  const home = await connectedHome({ users: 60, ...options });
  for (const email of people(count)) home.account.portal.addPerson(email);
  await home.ok('account connect --later');
  await home.ok('pull');
  await home.ok('account set --licenses 2000 --licenses premium=2000');
  return home;
}

const alike = async (home: Awaited<ReturnType<typeof pulled>>) => {
  expect(await usersHere(home)).toEqual(usersThere(home));
  expect(home.account.counts.invalidRequests).toEqual([]);
  expect(Object.values(home.account.counts.additions).every(times => times === 1)).toBe(true);
  expect(await home.ok('check')).toMatch(/^All is well/);
};

test('additions with all that belongs to them are at the account when the command ends', async () => {
  const home = await pulled(25);
  const [queue] = [...home.account.state.queues.values()];
  const added = await home.roster(
    `add ${people(25).join(' ')} --role Agent --package premium --queue "${queue!.queue_name}" --max-agent-load 40`,
  );
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(added.stdout).toContain('The account has it.');
  await alike(home);
});

const batch = 'POST /contact_center/users/batch';

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

test('what waits is taken back without a call, what was sent by the inverse', async () => {
  const home = await pulled(2);
  const requests = () => home.account.counts.requests[batch] ?? 0;
  await home.ok(`add ${people(2).join(' ')} --role Agent --later`);
  await home.ok('undo');
  expect(await home.ok('push')).toBe('');
  expect(requests()).toBe(0);
  await home.ok('redo');
  expect(requests()).toBe(1);
  await alike(home);
  await home.ok('undo');
  await alike(home);
  expect((await home.json<{ state: string }[]>('push --list')).map(({ state }) => state)).toEqual([
    'pushed',
    'pushed',
    'canceled',
  ]);
});

test('queues, skills, roles, regions and teams are made, renamed and removed there', async () => {
  const home = await pulled(2);
  const [email] = people(1) as [string];
  await home.ok('queue add Nights --channel voice');
  await home.ok('skill add Welsh --category Languages --graded');
  await home.ok('role add Lead');
  await home.ok('region add North');
  await home.ok('team add Owls');
  await home.ok(`add ${email} --role Lead --queue Nights --skill Welsh=3 --team Owls --region North`);
  await alike(home);
  for (const kind of ['queue Nights', 'skill Welsh', 'role Lead', 'region North', 'team Owls'])
    await home.ok(`${kind.split(' ')[0]} edit ${kind.split(' ')[1]} --name ${kind.split(' ')[1]}2`);
  await home.ok('pull --full --yes');
  await alike(home);
  await home.ok(`edit ${email} --skill Welsh2=5`);
  await alike(home);
  for (const kind of ['queue Nights2', 'skill Welsh2', 'team Owls2', 'region North2'])
    await home.ok(`${kind.split(' ')[0]} remove ${kind.split(' ')[1]} --yes`);
  await home.ok('role remove Lead2 --transfer Agent --yes');
  await home.ok('pull --full --yes');
  await alike(home);
  expect([...home.account.state.queues.values()].map(queue => queue.queue_name)).not.toContain('Nights2');
});

test('edits, presence, opting and removals', async () => {
  const home = await pulled();
  const users = [...home.account.state.users.values()].filter(user => user.user_access === 'active');
  const emails = users.slice(0, 4).map(user => user.user_email);
  const [queue, other] = [...home.account.state.queues.values()].map(one => one.queue_name) as [
    string,
    string,
  ];
  await home.ok(
    `edit ${emails.join(' ')} --country JP --add-queue "${queue} (supervisor)" --max-agent-load 33`,
  );
  await alike(home);
  await home.ok(`edit ${emails[0]} --set status_name=Ready --add-queue "${queue}" --add-queue "${other}"`);
  await alike(home);
  await home.ok(
    `edit ${emails[0]} --remove-queue "${queue}" --set status_name="Not Ready" --set sub_status_name=Break`,
  );
  await alike(home);
  expect(home.account.state.users.get(users[0]!.user_id)).toMatchObject({ status_id: '2' });
  await home.ok(`remove ${emails.join(' ')} --yes`);
  await alike(home);
  await home.ok('undo --yes');
  await alike(home);
});

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

test('a list says of each row what became of it, and what is given up is taken back', async () => {
  const home = await pulled(4);
  const [one, two, three] = people(4) as [string, string, string];
  home.account.refusals.refuse(two, 2_202, 'No such country.');
  const file = home.file('list.csv', `user_email,role_name\n${one},Agent\n${two},Agent\n`);
  const result = home.file('result.csv', '');
  const added = await home.roster(`add --from ${file} --result ${result} --yes`);
  expect(added.code).toBe(4);
  expect(added.stdout).toContain('1 of 2 users went through. Taken back here by change set');
  expect(readFileSync(result, 'utf8')).toContain(`${one},added,2,`);
  expect(readFileSync(result, 'utf8')).toMatch(new RegExp(`${two},refused,3,`));
  await home.ok(`add ${three} --role Agent --later`);
  const [{ id }] = await home.json<[{ id: number }]>('push --list');
  expect(await home.ok(`push --give-up ${id}`)).toContain('Given up. Taken back here by change set');
  expect(await home.ok('history --limit 1')).toContain(`Given up, of ${id}: removed`);
  await alike(home);
  expect(await home.json('push --list')).toMatchObject([{ id, state: 'given_up' }, { state: 'in_part' }]);
});

test('what the account can’t be told is taken back with a reason, and what both changed waits to be decided', async () => {
  const home = await pulled();
  const [one, two] = [...home.account.state.users.values()].filter(user => user.user_access === 'active');
  const list = home.file(
    'list.csv',
    `user_email,country_iso_code,role_name\n${one!.user_email},(clear),Supervisor\n`,
  );
  const cleared = await home.roster(`import ${list} --yes --format json`);
  expect(cleared.code).toBe(4);
  expect(JSON.parse(cleared.stdout).account).toMatchObject({
    state: 'in_part',
    refused: [
      {
        user_email: one!.user_email,
        reason: expect.stringMatching(/^Country can’t be sent; set it in the Zoom web portal/),
      },
    ],
  });
  await alike(home);
  const email = two!.user_email;
  await home.ok(`edit ${email} --country JP --max-agent-load 44 --later`);
  home.account.portal.set(email, { country_iso_code: 'IS' });
  await home.ok('pull');
  const { code, stdout } = await home.roster('push --format json');
  expect(code).toBe(4);
  expect(JSON.parse(stdout)).toMatchObject([
    {
      state: 'in_part',
      refused: [
        {
          user_email: email,
          kind: 'conflict',
          reason:
            'Country was changed at the account, too. Decide: d on the screen, or roster resolve --help',
        },
      ],
    },
  ]);
  expect(await home.json(`show ${email}`)).toMatchObject({ country_iso_code: 'JP', max_agent_load: 44 });
  expect(home.account.state.users.get(two!.user_id)).toMatchObject({ country_iso_code: 'IS' });
  expect(await home.ok(`resolve ${email} --mine`)).toContain('The account has it.');
  expect(home.account.state.users.get(two!.user_id)).toMatchObject({ country_iso_code: 'JP' });
  await alike(home);
});

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
