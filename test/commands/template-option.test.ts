import { beforeAll, expect, test } from 'vitest';
import { openRoster } from '../../db/open.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
  const templates: [name: string, type: 'add' | 'update', edits: FieldEdit[]][] = [
    [
      'New in Dublin',
      'add',
      [
        { field: 'role', op: 'set', text: 'Agent' },
        { field: 'country_iso_code', op: 'set', text: 'IE' },
        { field: 'team', op: 'set', text: 'Dublin' },
        { field: 'queues', op: 'add', text: 'Billing' },
      ],
    ],
    ['Leave', 'update', [{ field: 'user_access', op: 'set', text: 'inactive' }]],
  ];
  const roster = await openRoster(home.database);
  for (const [template_name, type, edits] of templates)
    await roster
      .write()
      .insertInto('templates')
      .values({
        template_name,
        template_key: fold(template_name),
        description: '',
        type,
        edits: JSON.stringify(edits),
      })
      .execute();
  await roster.close();
});

const user = async (email: string) => JSON.parse(await home.ok(`show ${email} --format json`));

test('an Add template supplies the role and what else is not said', async () => {
  const [ana = '', bruno = '', carla = ''] = home.addable;
  await home.ok(`add ${ana} --template "new in dublin" --country DE`);
  expect(await user(ana)).toMatchObject({
    role_name: 'Agent',
    country_iso_code: 'DE',
    team: { team_name: 'Dublin' },
    queues: [{ queue_name: 'Billing' }],
  });
  const input = `user_email,role_name,queues\n${bruno},,\n${carla},Supervisor,Chat\n`;
  await home.ok('add --from - --template "New in Dublin"', { input });
  expect(await user(bruno)).toMatchObject({ role_name: 'Agent', queues: [{ queue_name: 'Billing' }] });
  expect(await user(carla)).toMatchObject({
    role_name: 'Supervisor',
    country_iso_code: 'IE',
    queues: [{ queue_name: 'Chat' }],
  });
});

test('an Update template changes users, and neither type does the other’s work', async () => {
  const [ana = ''] = home.users;
  const [free = ''] = home.addable.slice(3);
  await home.ok(`edit ${ana} --template leave`);
  expect(await user(ana)).toMatchObject({ user_access: 'inactive' });
  for (const args of [
    `edit ${ana} --template "New in Dublin"`,
    `add ${free} --role Agent --template Leave`,
  ]) {
    const { code, stdout } = await home.roster(`${args} --format json`);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'wrong_template_type' }]);
  }
  expect((await home.roster('complete edit --template "new in"')).stdout).toBe('New in Dublin\n');
});
