import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { json, leave, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

function csv(file: string, name: string, ...lines: string[]): string {
  const path = join(dirname(file), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

it('shows what a file would change, and changes it', async () => {
  const p = await screen();
  const path = csv(
    p.file,
    'change.csv',
    'user_email,role_name,country_iso_code',
    'ana.silva@acme.example,Supervisor,',
    'bruno.dasilva@acme.example,,PT',
  );
  await p.press('I');
  await p.waitFor('╭─ Import a CSV file');
  p.type(path.slice(0, -6));
  await p.press('Tab');
  await p.waitFor(`${path.slice(-20)}▏`);
  await p.press('Enter');
  const preview = await p.waitFor('~ 2 to change');
  expect(preview).toMatch(/~ Ana Silva .*changed\n +Role +Agent → Supervisor/);
  expect(preview).toMatch(/~ Bruno da Silva .*changed\n +Country +\w+ → PT/);
  const roles = async () => (await json(p.file, 'list', '--search', 'ana.silva')).map(user => user.role_name);
  expect(await roles()).toEqual(['Agent']);
  await p.press('s');
  await p.waitFor(/✓ Imported: changed Ana Silva and Bruno da Silva \(.+\) · change \d+ · u undoes/);
  expect(await roles()).toEqual(['Supervisor']);
  await p.press('u');
  await p.waitFor('changed back Ana Silva and Bruno da Silva');
  expect(await roles()).toEqual(['Agent']);
});

it('names every problem with line, column and value, and changes nothing until they are mended', async () => {
  const p = await screen();
  const header = 'user_email,role_name,skills';
  const good = 'ana.silva@acme.example,Supervisor,';
  const path = csv(p.file, 'bad.csv', header, good, 'bruno.dasilva@acme.example,Boss,Spanish=9');
  p.type(`I${path}\r`);
  const problems = await p.waitFor('✗ 2 problems');
  expect(problems).toMatch(/✗ line 3 +role_name +"Boss"/);
  expect(problems).toMatch(/✗ line 3 +skills +"Spanish=9"/);
  expect(p.row('? all keys')).not.toContain('s import');
  await p.press('s');
  await p.waitFor('Nothing is imported: mend 2 problems in');
  csv(p.file, 'bad.csv', header, good);
  await p.press('r');
  // One to change there was before, too.
  await p.waitGone('✗ 2 problems');
  await p.press('Enter');
  await p.waitFor('✓ Imported: changed Ana Silva');
  await p.press('u');
  await p.waitFor('changed back Ana Silva');
});

it('says what is wrong with a path, and stays', async () => {
  const p = await screen();
  p.type('I/nowhere/at-all.csv\r');
  expect(await p.waitFor('There is no file /nowhere/at-all.csv.')).toContain('╭─ Import a CSV file');
  await p.press('Esc');
  await p.waitFor('row 1 of 500');
});

it('exports what the filters show, for nobody else to read, and asks before it overwrites', async () => {
  const p = await screen();
  const path = join(dirname(p.file), 'out.csv');
  p.type('/silva\r');
  const found = await p.waitFor(/of \d\d? · 500 users/);
  const matching = Number(/of (\d+) · 500 users/.exec(found)?.[1]);
  await p.press('E', 'Ctrl+U');
  p.type(`${path}\r`);
  await p.waitFor(`✓ Exported ${matching} users to`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(matching + 1);
  writeFileSync(path, 'mine');
  await p.press('E', 'Ctrl+U');
  p.type(`${path}\r`);
  await p.waitFor('is there already.');
  await p.press('n');
  await p.waitGone('is there already.');
  expect(readFileSync(path, 'utf8')).toBe('mine');
  await p.press('Enter');
  await p.waitFor('is there already.');
  await p.press('y');
  await p.waitFor(`✓ Exported ${matching} users to`);
  expect(readFileSync(path, 'utf8')).not.toBe('mine');
  expect(existsSync(`${path}.part`)).toBe(false);
  p.type(`I${path}\r`);
  await p.waitFor('Nothing to change: the roster is as the file says.');
});

it('Esc leaves the naming of a file, for an import as for an export', async () => {
  const p = await screen();
  for (const key of ['I', 'E']) {
    await p.press(key);
    await p.waitFor('Tab complete');
    await p.press('Esc');
    await p.waitFor('space select');
  }
});

it('lives on with a file whose cells are as long as the file', async () => {
  const p = await screen();
  const path = csv(
    p.file,
    'long.csv',
    `user_email,role_name,added_at${'_'.repeat(900_000)}`,
    `ana.silva@acme.example,${'Boss'.repeat(240_000)},`,
  );
  p.type(`I${path}\r`);
  await p.waitFor(/No role is called "(Boss){15}\.\.\."/);
  await p.waitFor('Not used: added_at____');
  await p.press('Escape');
  await p.waitGone('Import preview');
  p.type('/silva');
  await p.waitFor('row 1 of');
});

it('refuses what never ends, and lives on', async () => {
  const p = await screen();
  const pipe = join(dirname(p.file), 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, '/dev/tty']) {
    p.type(`I${path}\r`);
    await p.waitFor(`${path} is not a file that can be read to its end.`);
    await p.press('Escape');
    await p.waitGone('╭─');
  }
  expect(await leave(p)).toBe(0);
});
