import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ProcessOptions, Running } from '../commands/run.ts';
import { startProgram } from '../terminal/driver.ts';
import type { AccountOptions } from './account.ts';
import { asking } from './asking.ts';
import { connectedHome } from './connected-home.ts';
import { usersHere, usersThere } from './mirror.ts';

/** A home that was read, and somebody at the account who is offline. */
async function pulled(options: AccountOptions = {}) {
  const home = await connectedHome({ users: 40, ...options });
  await home.ok('account connect --later');
  await home.ok('pull');
  const { state } = home.account;
  const user = [...state.users.values()].find(one => one.status_id === '0' && one.user_access === 'active')!;
  const { user_id, user_email: email } = user;
  const counts = (operation: string) => home.account.counts.requests[operation] ?? 0;
  return {
    ...{ ...home, email, counts },
    /** All that the account has, but for who changed what and when. */
    there: () =>
      JSON.stringify(
        [state.users, state.queues].map(map => [...map.values()]),
        (name, value) => {
          if (name === 'modified_by' || name === 'last_modified_time') return undefined;
          return value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value] : value;
        },
      ),
    user: () => state.users.get(user_id)!,
    inQueues: () => [...state.queues.values()].filter(queue => queue.agents.has(user_id)),
  };
}

type Home = Awaited<ReturnType<typeof pulled>>;
const change = 'PATCH /contact_center/users';
const join = 'POST /contact_center/queues/{queueId}/agents';
const leave = 'DELETE /contact_center/queues/{queueId}/agents/{userId}';

interface Zoom {
  probed: { batches: string; memberships_move_time: boolean; tokens: string; to_put_back: unknown };
}
const probedOf = async (home: Home) => (await home.json<{ zoom: Zoom }>('account')).zoom.probed;

const accounts = [
  ['whole', 'one', 'change'],
  ['until-bad', 'several', 'no-change'],
  ['good-rows', 'one', 'no-change'],
  ['whole', 'several', 'no-change'],
  ['until-bad', 'one', 'change'],
  ['good-rows', 'several', 'change'],
] as const;

for (const [batches, tokens, memberships] of accounts)
  test(`finds out how the account is, and leaves it as it was: ${batches}, ${tokens}, ${memberships}`, async () => {
    const home = await pulled({ batches, tokens, memberships });
    const before = home.there();
    const { stdout } = await home.roster(`account probe ${home.email} --yes --format json`);
    const found = {
      user_email: home.email,
      batches: batches.replace('-', '_'),
      memberships_move_time: memberships === 'change',
      tokens,
    };
    expect(JSON.parse(stdout)).toMatchObject(found);
    expect(home.there()).toBe(before);
    expect(await probedOf(home)).toMatchObject({ ...found, to_put_back: null });
    expect(home.account.counts.invalidRequests).toEqual([]);
    // The token that is kept is good, and nothing is different here.
    const { unauthorized } = home.account.counts;
    await home.ok('pull --yes');
    expect(home.account.counts.unauthorized).toBe(unauthorized);
    expect(await usersHere(home)).toEqual(usersThere(home));
    const token = JSON.parse(readFileSync(`${home.database}-token`, 'utf8')).access_token;
    const ask = Object.assign(await asking(home.account), { token });
    // Who asked for one just now ended it, where there is one.
    expect((await ask.get('/contact_center/users')).status).toBe(tokens === 'several' ? 200 : 401);
  });

test('tells what it will do, asks, and shows what it found', async () => {
  const home = await pulled();
  const before = home.account.counts.requests;
  const asked = { ...before };
  const dry = await home.roster(`account probe ${home.email} --dry-run`);
  expect(dry.stdout).toContain(`At the Zoom account, with ${home.email}:\n  They are put into the queue `);
  expect(dry.stdout).toContain(
    'Their country is changed: alone, and together with a user who does not exist.',
  );
  expect(await home.roster(`account probe ${home.email}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('All of it is put back.\nSay --yes, or look with --dry-run.'),
  });
  expect(home.account.counts.requests).toEqual(asked);
  const program = startProgram(['account', 'probe', home.email], { env: home.env });
  try {
    await program.waitFor('Go on? y/N');
    program.type('y\r');
    await program.waitFor('Tokens: a new one ends the one before');
    expect(await program.exit()).toMatchObject({ code: 0 });
  } finally {
    await program.close();
  }
  expect(await home.ok('account')).toContain(
    `on ${home.email}:\n  Batches: nothing is done where one row can’t be\n  Memberships: count as a change of the user\n  Tokens: a new one ends the one before\n`,
  );
});

test('takes only somebody who is the same here and there, and whom no call can reach', async () => {
  const home = await pulled();
  const refused = async (args: string) => {
    const { code, stderr } = await home.roster(`account probe ${args} --yes`);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await refused('nobody@acme.example')).toContain('Nobody in the account has the e-mail');
  expect(await refused(`${home.email} --queue None`)).toBe('There is no queue "None".\n');
  await home.ok(`edit ${home.email} --country JP --later`);
  expect(await refused(home.email)).toBe(`${home.email} waits to be sent (Country). First: roster push\n`);
  await home.ok('undo');
  home.account.portal.set(home.email, { status_id: '1', sub_status_id: '' });
  expect(await refused(home.email)).toContain('is Ready at the account, so a call could reach them.');
  home.account.portal.set(home.email, { status_id: '0', country_iso_code: '' });
  const before = home.there();
  expect(await refused(home.email)).toContain('has no country at the account');
  expect(home.there()).toBe(before);
});

/** Runs a probe and does something once the account has been asked so often. */
async function during(home: Home, operation: string, times: number, what: (running: Running) => void) {
  const from = home.counts(operation);
  const options: ProcessOptions = {
    env: home.env,
    async onStart(running) {
      while (home.counts(operation) < from + times && !running.ended()) await setTimeout(2);
      what(running);
    },
  };
  return await home.spawn(`account probe ${home.email} --yes`, options);
}

const moments = [
  [join, 1],
  [change, 1],
  [change, 3],
] as const;

for (const [operation, times] of moments) {
  test(`Ctrl+C puts all back: ${operation}, call ${times}`, async () => {
    const home = await pulled();
    home.account.latency = 60;
    const before = home.there();
    expect(await during(home, operation, times, one => one.kill('SIGINT'))).toMatchObject({
      code: 130,
      stderr: '',
    });
    expect(home.there()).toBe(before);
    expect((await probedOf(home)).to_put_back).toBeNull();
  });

  test(`killed, the next one puts all back: ${operation}, call ${times}`, async () => {
    const home = await pulled();
    home.account.latency = 60;
    const before = home.there();
    expect(await during(home, operation, times, one => one.kill('SIGKILL'))).toMatchObject({
      signal: 'SIGKILL',
    });
    expect(await home.ok('account')).toMatch(
      operation === change
        ? /Not put back: .*: country \w\w instead of \w\w\. Do it: roster account probe /
        : /Not put back: .*: in the queue .*\. Do it: roster account probe /,
    );
    await home.ok(`account probe ${home.email} --yes`);
    expect(home.there()).toBe(before);
    expect(await probedOf(home)).toMatchObject({ batches: 'whole', to_put_back: null });
  });
}

const faults = [
  ['500', join, 1],
  ['cut-after', join, 1],
  ['500', change, 1],
  ['cut-after', change, 1],
  ['cut-before', change, 2],
  // The calls that put back.
  ['cut-after', leave, 1],
  ['cut-before', change, 4],
] as const;

for (const [fault, operation, times] of faults)
  test(`an error in the midst leaves nothing: ${fault}, ${operation}, call ${times}`, async () => {
    const home = await pulled({ batches: 'until-bad' });
    const before = home.there();
    const arm = () => home.account.faults.next(fault, operation);
    const { code } = await during(home, operation, times - 1, arm);
    expect(home.account.faults.done).toEqual([{ operation, kind: fault }]);
    // Putting back is tried again; what is found out is not.
    expect(code).toBe(operation === leave || times === 4 ? 0 : 1);
    expect(home.there()).toBe(before);
  });

test('says what it could not put back, and does so another time', async () => {
  const home = await pulled();
  const before = home.there();
  home.account.faults.on(leave, '503');
  const { code, stderr } = await home.roster(`account probe ${home.email} --yes`);
  expect(code).toBe(4);
  expect(stderr).toMatch(
    /^Not put back: \S+: in the queue .*\. The account fails just now \(HTTP 503\)\. Do it: roster account probe /,
  );
  expect(home.there()).not.toBe(before);
  home.account.faults.off();
  await home.ok(`account probe ${home.email} --yes`);
  expect(home.there()).toBe(before);
  expect(existsSync(`${home.database}-token`)).toBe(true);
});

for (const known of [true, false])
  test(`a refused batch is ${known ? 'halved unread' : 'read first'} where batches are ${known ? 'known to be whole' : 'not known'}`, async () => {
    const home = await pulled();
    if (known) await home.ok(`account probe ${home.email} --yes`);
    const emails = Array.from({ length: 16 }, (_, index) => `new.${index + 10}@acme.example`);
    for (const email of emails) home.account.portal.addPerson(email);
    await home.ok('pull');
    await home.ok('account set --licenses 1000');
    home.account.refusals.refuse(emails[5]!, 2_202, 'No such country.');
    const one = 'GET /contact_center/users/{userId}';
    const from = home.counts(one);
    expect((await home.roster(`add ${emails.join(' ')} --role Agent`)).code).toBe(4);
    // The 15 who were added are read back in the end, either way.
    expect(home.counts(one) - from)[known ? 'toBeLessThanOrEqual' : 'toBeGreaterThan'](15);
    expect(await usersHere(home)).toEqual(usersThere(home));
  }, 20_000);
