import { constants, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { demoFile, json, open } from './fixture.ts';

async function supervised(): Promise<string> {
  const file = await demoFile();
  const db = new Database(file);
  db.exec(`update operators set is_owner = 0, role_id = (select role_id from roles where role_name = 'Supervisor')
           where login is not null`);
  db.close();
  return file;
}

it('says so in the header, hints at nothing that changes, and gives the reason everywhere else', async () => {
  const file = await supervised();
  const p = await open(file);
  expect(p.row('Acme Support')).toContain('read only');
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
  expect(await json(file, 'list')).toHaveLength(500);
});

it('opens the roster for reading only', async () => {
  const file = await supervised();
  const p = await open(file);
  await p.press('x', 'u', 'Enter');
  await p.waitFor('License and access');
  const folder = `/proc/${p.pid}/fd`;
  const opened = readdirSync(folder).filter(fd => readlink(`${folder}/${fd}`) === file);
  expect(opened).not.toHaveLength(0);
  for (const fd of opened) expect(accessMode(p.pid, fd)).toBe(constants.O_RDONLY);
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
