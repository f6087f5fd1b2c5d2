import { constants, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { innermost } from '../terminal/processes.ts';
import { demoFile, json, sharedScreen } from './fixture.ts';

const screen = sharedScreen({}, supervised);

/** A roster in which whoever runs the tests is a supervisor, who may look and not change. No command does that yet. */
async function supervised(): Promise<string> {
  const file = await demoFile();
  const db = new Database(file);
  db.exec(`update operators set is_owner = 0, role_id = (select role_id from roles where role_name = 'Supervisor')
           where login is not null`);
  db.close();
  return file;
}

it('says so in the header, hints at nothing that changes, and gives the reason everywhere else', async () => {
  const p = await screen();
  expect(p.row('Acme Support')).toMatch(/· Supervisor.*read only|read only.*· Supervisor/);
  expect(p.row('? all keys')).not.toMatch(/remove|edit|add|undo/);
  for (const key of ['a', 'e', 'x', 'u', 'I']) {
    await p.press(key);
    await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
    await p.press('j');
    await p.waitGone('may look but not change');
  }
  await p.press('.');
  await p.waitFor('Make ');
  await p.waitFor('UserManagement:Edit.');
  await p.press('Enter');
  await p.waitFor('may look but not change');
  await p.press('Enter');
  await p.waitFor('License and access');
  expect(p.row('? all keys')).not.toMatch(/remove|edit|undo/);
  await p.press('x');
  await p.waitFor('may look but not change');
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('lets those who may not change select and look at everything, and says why in the list of keys, too', async () => {
  const p = await screen();
  p.type('/silva\r* ');
  await p.waitFor('selected');
  await p.press('x');
  await p.waitFor('may look but not change: the role Supervisor lacks UserManagement:Edit.');
  await p.press('u', '?');
  await p.waitFor('╭─ Keys of this screen');
  p.type('remove');
  await p.waitFor(/lacks UserManagement:Edit/);
  await p.press('Enter');
  await p.waitGone('╭─');
  expect(await json(p.file, 'list')).toHaveLength(500);
});

it('opens the roster for reading only', async () => {
  const p = await screen();
  await p.press('x', 'u', 'Enter');
  await p.waitFor('License and access');
  const pid = innermost(p.pid);
  const folder = `/proc/${pid}/fd`;
  const opened = readdirSync(folder).filter(fd => readlink(`${folder}/${fd}`) === p.file);
  expect(opened).not.toHaveLength(0);
  for (const fd of opened) expect(accessMode(pid, fd)).toBe(constants.O_RDONLY);
});

/** How a process may use what it has opened: `O_RDONLY`, `O_WRONLY` or `O_RDWR`. */
function accessMode(pid: number, fd: string): number {
  const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8'))?.[1] ?? '';
  return Number.parseInt(flags, 8) & 3;
}

function readlink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
