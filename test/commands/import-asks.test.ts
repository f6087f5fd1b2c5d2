import { afterEach, beforeAll, expect, test } from 'vitest';
import { type Program, startProgram } from '../terminal/driver.ts';
import { makeDemoHome } from './demo-home.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
const programs: Program[] = [];
beforeAll(async () => {
  home = await makeDemoHome();
});
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close();
});

function onTerminal(...args: string[]): Program {
  const program = startProgram(args, { env: home.env });
  programs.push(program);
  return program;
}

test('on a terminal an import shows the difference and asks; only yes writes', async () => {
  const [ana = '', bruno = ''] = home.users;
  const before = await home.state();
  const path = home.file('users.csv', `user_email,max_agent_load\n${ana},71\n${bruno},72\n`);
  const no = onTerminal('import', path, '--result', `${home.home}/result.csv`);
  const screen = await no.waitFor('Write 2 users? y/N');
  expect(screen).toMatch(/Import: change .+ and .+ \(agent load\)/);
  expect(screen).toMatch(new RegExp(`${ana} +update +Agent load +\\S+ +71`));
  no.type('\r');
  expect(await no.exit()).toMatchObject({ code: 1 });
  expect(no.screen()).toContain('Nothing was changed.');
  expect(home.read(`${home.home}/result.csv`)).toContain(`${ana},would be updated,2,,71`);
  expect(await home.state()).toBe(before);

  const yes = onTerminal('import', path);
  await yes.waitFor('y/N');
  yes.type('y\r');
  expect(await yes.exit()).toMatchObject({ code: 0 });
  expect(yes.screen()).toMatch(/Import: change .+ and .+ \(agent load\): done, change set/);

  const unasked = onTerminal(
    'import',
    home.file('more.csv', `user_email,max_agent_load\n${ana},73\n`),
    '--yes',
  );
  expect(await unasked.exit()).toMatchObject({ code: 0 });
  expect(unasked.screen()).toMatch(/Import: change .+ \(agent load\): done/);
});

test('what somebody agreed to is not written over a change made meanwhile', async () => {
  const [ana = ''] = home.users;
  const path = home.file('late.csv', `user_email,max_agent_load\n${ana},81\n`);
  const late = onTerminal('import', path);
  await late.waitFor('y/N');
  await home.ok(`edit ${ana} --max-agent-load 82`);
  late.type('y\r');
  expect(await late.exit()).toMatchObject({ code: 1 });
  expect(late.screen()).toContain('Somebody changed the same users');
  expect(JSON.parse(await home.ok(`show ${ana} --format json`))).toMatchObject({ max_agent_load: 82 });
});
