import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { command, demoFile, json, open, sharedScreen } from './fixture.ts';
import { type AsKim, letKimIn } from './kim.ts';
import { currentEmail } from './shown.ts';

let asKim: AsKim;

const screen = sharedScreen({}, async () => {
  const file = await demoFile();
  asKim = await letKimIn(file);
  return file;
});

/** The first users: whom one test changes no other does. */
async function people(file: string) {
  const users = await json(file, 'list', '--limit', '8');
  return users.map(user => ({ email: String(user.user_email), name: String(user.display_name) }));
}

it('marks for a moment whom somebody else changed, says who did what, and is still again', async () => {
  const p = await screen();
  const [first, second, third, fourth] = (await people(p.file)) as [Person, Person, Person, Person];
  await p.press('j', 'Space');
  await p.waitFor('1 selected · row 3 of 500');
  await asKim(`edit ${first.email} ${second.email} --status inactive`);
  await p.waitFor('Kim changed');
  const lines = p.screen().split('\n');
  expect(lines[4]).toMatch(/^ {2}~☐ /);
  expect(lines[5]).toMatch(/^ {2}~☑ /);
  expect(lines[6]).toMatch(/^ ▸ ☐ /);
  expect(currentEmail(p)).toBe(third.email);
  await p.waitGone('~☐');
  expect(p.screen()).toContain('1 selected · row 3 of 500');
  await asKim(`remove ${first.email} ${fourth.email} --yes`);
  await p.waitFor(`Kim removed ${first.name}`);
  await p.waitFor('1 selected · row 2 of 498');
  expect(currentEmail(p)).toBe(third.email);
  await asKim('undo');
  await p.waitFor(/Kim undid change set \d+/);
  await p.waitFor(`+☐ ${fourth.name}`);
  await p.waitFor('1 selected · row 3 of 500');
  expect(currentEmail(p)).toBe(third.email);
  await p.waitGone('+☐');
  await p.press('Esc');
  await p.settled();
  const bytes = p.bytes();
  // It looks every second whether anybody has changed something.
  await sleep(1_200);
  expect(p.bytes()).toBe(bytes);
});

it('marks what was done in the same name elsewhere, and nothing that was done here', async () => {
  const p = await screen();
  const other = (await people(p.file))[5]!;
  await p.press('j', 'j', 'j', 'j', '.');
  await p.waitFor('╭─');
  p.type('inactive\r');
  await p.waitFor('u undoes');
  await command(p.file, 'edit', other.email, '--status', 'inactive');
  await p.waitFor('~☐');
  const marked = p
    .screen()
    .split('\n')
    .filter(line => /~[☐☑]/.test(line));
  expect(marked).toEqual([expect.stringContaining(other.name)]);
});

it('leaves it to a form to say what concerns it, and says the next thing, too', async () => {
  const p = await screen();
  const [seventh, eighth] = (await people(p.file)).slice(6) as [Person, Person];
  const other = await open(p.file);
  other.type(`/${seventh.email}\r`);
  await other.waitFor('row 1 of 1 ');
  await other.press('e');
  await other.waitFor(`Edit ${seventh.name}`);
  await asKim(`edit ${seventh.email} --status inactive`);
  await p.waitFor(`Kim changed ${seventh.name}`);
  await other.waitFor(`Kim changed ${seventh.name} meanwhile: status and presence.`);
  await p.press('z');
  await p.waitGone('Kim changed');
  await asKim(`edit ${eighth.email} --status inactive`);
  await p.waitFor('Kim changed');
});

type Person = Awaited<ReturnType<typeof people>>[number];
