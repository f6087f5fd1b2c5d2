import { expect, it } from 'vitest';
import { json, leaveForm, type Printed, sharedScreen } from './fixture.ts';
import { footer } from './shown.ts';

const achieng = 'achieng.odhiambo@acme.example';
const screen = sharedScreen();

it('shows before and after while one fills it in, saves at once, and takes it back', async () => {
  const p = await screen();
  p.type('/achieng\r');
  await p.waitFor('row 1 of 1');
  const before = await json<Printed>(p.file, 'show', achieng);
  await p.press('e');
  await p.waitFor('Edit Achieng Odhiambo');
  expect(p.row('Nothing is changed yet.')).toBeTruthy();
  // The cursor begins on the role.
  await p.press('Enter');
  p.type('superv\r');
  await p.waitFor('Quality Analyst → Supervisor');
  await p.waitFor('Change 1 user · 1 field');
  await p.press('s');
  await p.waitFor(/✓ Made Achieng Odhiambo .+ · change \d+ · u undoes/);
  expect(await json<Printed>(p.file, 'show', achieng)).toMatchObject({ role_name: 'Supervisor' });
  await p.press('u');
  await p.waitFor('changed back Achieng Odhiambo');
  expect(await json<Printed>(p.file, 'show', achieng)).toMatchObject({ role_name: before.role_name });
});

it('types text and numbers in place, and names what is wrong at the field', async () => {
  const p = await screen();
  p.type('/achieng\r');
  await p.waitFor('row 1 of 1');
  await p.press('e');
  await p.waitFor('Edit Achieng Odhiambo');
  await p.press('Shift+Tab', 'Enter');
  p.type('Achi O.');
  await p.waitFor('7 of 128');
  await p.press('Tab');
  await p.waitFor('– → Achi O.');
  for (let field = 2; field < 11; field++) await p.press('Tab');
  await p.waitFor('▸ Messages at once');
  await p.press('Enter');
  p.type('25\r');
  await p.waitFor('✗ "25" is not allowed here: a whole number from 0 to 20.');
  await p.press('s');
  await p.waitFor(/field 12.*✗ "25"/);
  expect(await json<Printed>(p.file, 'show', achieng)).toMatchObject({ concurrent_message_capacity: null });
  await p.press('Enter', 'Backspace', 'Backspace');
  p.type('5\r');
  await p.waitFor('Change 1 user · 2 fields');
  await p.press('s');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  const after = await json<Printed>(p.file, 'show', achieng);
  expect(after).toMatchObject({ display_name: 'Achi O.', concurrent_message_capacity: 5 });
  await p.press('u');
  await p.waitFor('changed back');
});

it('puts into queues as agent, supervisor or both, opts out, and gives skills their levels', async () => {
  const p = await screen();
  p.type('/achieng\r');
  await p.waitFor('row 1 of 1');
  await p.press('e', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Enter');
  await p.waitFor('╭─ Queues');
  p.type('billing');
  await p.press('Tab', 'Ctrl+U');
  p.type('chat');
  await p.press('Right', 'Right', 'Ctrl+O', 'Ctrl+U');
  await p.waitFor(/☑ Chat +supervisor, opted out/);
  p.type('tier 1');
  await p.press('Tab', 'Enter');
  // What has no room in the field stands beside it.
  await p.waitFor(/\+ Billing {2}\+ Chat \(superv/);
  await p.waitFor('→ Billing; Chat (supervisor,');
  await p.press('Down', 'Enter');
  await p.waitFor('╭─ Skills');
  p.type('spanish');
  await p.press('Right', 'Right', 'Right', 'Right', 'Enter');
  await p.waitFor('+ Spanish 4');
  await p.press('Down', 'Enter');
  p.type('lisb');
  await p.press('Right', 'Enter');
  await p.waitFor('Dublin → Lisbon (supervisor)');
  await p.waitFor('Change 1 user · 3 fields');
  await p.press('s');
  await p.waitFor(/✓ (Edited|Made|Put|Took) /);
  expect(await json<Printed>(p.file, 'show', achieng)).toMatchObject({
    queues: [
      { queue_name: 'Billing', user_assignment_type: 'agent', opted_in: true },
      { queue_name: 'Chat', user_assignment_type: 'supervisor', opted_in: false },
    ],
    skills: [{ skill_name: 'Spanish', level: 4 }],
    team: { team_name: 'Lisbon', team_role: 'supervisor' },
  });
});

it('asks before it leaves only if something changed, and staying keeps what was typed', async () => {
  const p = await screen();
  await p.press('e');
  await p.waitFor('Nothing is changed yet.');
  await p.press('Escape');
  await p.waitFor('row 1 of 500');
  await p.press('e', 'Up', 'Enter');
  p.type('Abi');
  await p.press('Escape');
  await p.waitFor('→ Abi');
  await p.press('Escape');
  await p.waitFor('Leave without saving?');
  await p.press('n');
  await p.waitGone('Leave without saving?');
  expect(p.screen()).toContain('→ Abi');
  await leaveForm(p);
  expect(footer(p)).toContain('500 users');
  const [first] = await json(p.file, 'list', '--limit', '1');
  expect(first).toMatchObject({ display_name: 'Abigail Campbell' });
});
