import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFor } from '../../db/process-lock.ts';
import { becomeSender } from '../../source/notify/sole-sender.ts';
import { makeRoster, openFixture, somePeople } from '../db/fixture.ts';
import { startMailServer } from './mail-server.ts';
import { makeSender } from './sending.ts';

const active = somePeople.slice(0, 5).map(person => person.user_email ?? '');
const never = new AbortController().signal;

it('two senders that know nothing of each other do not send anything twice', async () => {
  const server = await startMailServer();
  const path = await makeRoster();
  const first = await makeSender(server.url, await openFixture(path));
  const second = await makeSender(server.url, await openFixture(path));
  await first.roster.add(...active);
  const rounds = await Promise.all([first.send(), second.send()]);
  expect(rounds.reduce((sum, round) => sum + round.sent, 0)).toBe(active.length);
  expect(server.received.map(mail => mail.envelope.to[0]).sort()).toEqual([...active].sort());
  await first.roster.close();
  await second.roster.close();
});

it('only one can be the sender; what it is sending is not taken for left behind', async () => {
  const path = await makeRoster();
  const { roster, add, read, close } = await openFixture(path);
  await add(...active);
  const first = (await becomeSender(roster, { longestWait: 0, leaving: never }))!;
  await roster.write().updateTable('outbox').set({ state: 'sending' }).execute();
  expect(await becomeSender(roster, { longestWait: 100, leaving: never })).toBe(null);
  const states = await read.selectFrom('outbox').select('state').distinct().execute();
  expect(states).toEqual([{ state: 'sending' }]);
  first.lock.release();
  const second = (await becomeSender(roster, { longestWait: 0, leaving: never }))!;
  expect(second.orphans).toBe(active.length);
  second.lock.release();
  await close();
});

it('the right to send ends with the process, however that ends', async () => {
  const path = await makeRoster();
  const module = join(import.meta.dirname, '../../db/process-lock.ts');
  const code = `import { lockFor } from ${JSON.stringify(module)};
    // Kept, or a collection of garbage would close it.
    globalThis.lock = lockFor('sender', ${JSON.stringify(path)});
    process.stdout.write(lock ? 'mine' : 'taken');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('mine');
  expect(lockFor('sender', path)).toBe(null);
  // Neither asleep nor slow is dead.
  child.kill('SIGSTOP');
  expect(lockFor('sender', path)).toBe(null);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = lockFor('sender', path);
  expect(lock).not.toBe(null);
  lock?.release();
});
