import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alike, batch, people, pulled } from './pushing-home.ts';

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
