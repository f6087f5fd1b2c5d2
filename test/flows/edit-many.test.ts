import { expect, it } from 'vitest';
import { demoFile, json, type Printed, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('changes the touched fields of all of them, and no others', async () => {
  const p = await screen();
  const before = await json(p.file, 'list', '--limit', '4');
  await p.press('Space', 'Space', 'Space', 'Space', 'e');
  await p.waitFor('Edit 4 users');
  expect(p.row('Country')).toContain('(varies)');
  for (let field = 3; field < 9; field++) await p.press('Down');
  await p.press('Enter');
  await p.waitFor('╭─ Queues');
  p.type('video');
  await p.press('Right', 'Right', 'Enter');
  await p.waitFor('+ Video Concierge (supervisor)');
  await p.press('g', 'Down', 'Down', 'Down', 'Enter');
  p.type('inactive\r');
  await p.waitFor('Change 4 users · 2 fields');
  await p.press('s');
  await p.waitFor(/✓ Edited .+ and 3 others: status, \d queues? · change \d+/);
  const after = await json(p.file, 'list', '--limit', '4');
  const signedOut = { status_name: 'Offline', sub_status_name: null };
  const queue = {
    queue_name: 'Video Concierge',
    channel: 'video',
    user_assignment_type: 'supervisor',
    opted_in: true,
  };
  for (const [index, user] of after.entries()) {
    const { modified_at, modified_by, version, ...was } = before[index] as Printed;
    expect(user).toMatchObject({
      ...was,
      ...signedOut,
      user_access: 'inactive',
      queues: expect.arrayContaining([queue]),
    });
    expect((user.queues as Printed[]).length).toBe((was.queues as Printed[]).length + 1);
  }
  await p.press('u');
  await p.waitFor('changed back');
});

it('takes a queue only some of them have from those, and does nothing to the others', async () => {
  const p = await screen();
  await p.press('Space', 'Space', 'Space', 'Space', 'e');
  for (let field = 3; field < 9; field++) await p.press('Down');
  await p.press('Enter');
  p.type('chat');
  await p.waitFor(/▣ Chat +\d of 4/);
  const having = Number(/▣ Chat +(\d) of 4/.exec(p.screen())?.[1]);
  // First all of them, then none.
  await p.press('Tab', 'Tab', 'Enter');
  await p.waitFor('− Chat');
  await p.waitFor(`Change ${having} user`);
  await p.press('s');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  const after = await json(p.file, 'list', '--limit', '4');
  expect(after.filter(user => JSON.stringify(user.queues).includes('"Chat"'))).toEqual([]);
  await p.press('u');
  await p.waitFor('changed back');
});

it('works the same by command', async () => {
  const one = await screen();
  const other = await demoFile();
  const emails = (await json(one.file, 'list', '--limit', '2')).map(user => String(user.user_email));
  await one.press('Space', 'Space', 'e', 'Enter');
  one.type('admin\r');
  await one.press('s');
  await one.waitFor(/✓ (Edited|Made|Put|Took) /);
  await json(other, 'edit', ...emails, '--role', 'Admin');
  const plain = (users: Printed[]) => users.map(({ modified_at, version, ...user }) => user);
  const list = async (file: string) => plain(await json(file, 'list', '--limit', '2'));
  expect(await list(one.file)).toEqual(await list(other));
  await one.press('u');
  await one.waitFor('changed back');
});

it('fills in a template, whose settings can still be changed', async () => {
  const p = await screen();
  await p.press('Space', 'Space', 'e', 'Home', 'Enter');
  await p.waitFor('╭─ Template');
  await p.press('Down', 'Enter');
  const filled = await p.waitFor(/Change \d users? · \d fields?/);
  expect(filled).toContain('→');
  await p.press('s');
  await p.waitFor('✓ ');
  await p.press('u');
  await p.waitFor('changed back');
  expect(await json(p.file, 'list')).toHaveLength(500);
});
