import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { operations } from '../../source/roster/push/operations.ts';
import { startProgram } from '../terminal/driver.ts';
import { accountEnv, connectedHome } from './connected-home.ts';

test('connects by what the environment says, and keeps no secret', async () => {
  const home = await connectedHome();
  const { stderr } = await home.roster('account connect --later');
  expect(stderr).toBe(`Connected to the account ${home.account.credentials.account_id}. Next: roster pull\n`);
  const folder = dirname(home.database);
  expect(readdirSync(folder)).not.toContain('roster.db-zoom');
  expect(statSync(join(folder, 'roster.db-token')).mode & 0o777).toBe(0o600);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'latin1')).not.toContain(home.account.credentials.client_secret);
  expect(home.account.counts.invalidRequests).toEqual([]);
});

test('names every scope that the app lacks, with what it is for', async () => {
  const home = await connectedHome();
  home.account.tokens.scopes.delete('contact_center:read:list_queues:admin');
  home.account.tokens.scopes.delete('contact_center:delete:queue_supervisor:admin');
  const { stderr, code } = await home.roster('account connect --later');
  expect(code).toBe(1);
  expect(stderr).toBe(
    `The app lacks 2 scopes:
  contact_center:read:list_queues:admin  for the queues
  contact_center:delete:queue_supervisor:admin  for who is a supervisor of a queue (the vendor asks for this scope)
Add them to the app in the App Marketplace, under Scopes; then run this again.
`,
  );
  expect((await home.roster('pull')).stderr).toMatch(/^This roster is connected to no account\./);
});

test('an app that may only read is taken, and what it may not change is named, without changing anything', async () => {
  const home = await connectedHome();
  const { scopes } = home.account.tokens;
  const written = Object.values(operations).map(({ scope }) => scope);
  const before = serialize(home.account.state);
  const connected = `Connected to the account ${home.account.credentials.account_id}. Next: roster pull\n`;
  expect((await home.roster('account connect --later')).stderr).toBe(connected);
  scopes.delete('contact_center:write:batch_users:admin');
  scopes.delete('contact_center:udpate:region:admin');
  expect((await home.roster('account connect --later')).stderr).toBe(
    `${connected}The app lacks contact_center:udpate:region:admin, to rename regions: that can’t be sent.
The app lacks contact_center:write:batch_users:admin, to add users and set presence: that can’t be sent.
`,
  );
  for (const scope of written)
    if (scope !== 'contact_center:delete:queue_supervisor:admin') scopes.delete(scope);
  expect((await home.roster('account connect --later')).stderr).toBe(
    `${connected}The app may only read: what is changed here can’t be sent. docs/zoom.md lists the scopes to add.\n`,
  );
  home.account.features.teams = 'absent';
  expect((await home.roster('account connect --later')).stderr).toMatch(/The app may only read: [^\n]*\n$/);
  expect(serialize(home.account.state)).toEqual(before);
  expect(home.account.counts.invalidRequests).toEqual([]);
});

test('says what to look at where the credentials are wrong', async () => {
  const home = await connectedHome();
  const env = { ...accountEnv(home.account), ROSTER_ZOOM_CLIENT_SECRET: 'not-the-secret' };
  const { stderr, code } = await home.call(['account', 'connect'], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The account does not take these credentials\./);
  expect(stderr).not.toContain('not-the-secret');
});

test('says where credentials can come from, and that a file of them is closed', async () => {
  const home = await connectedHome();
  const env = { ROSTER_ZOOM_URL: home.account.url };
  expect(await home.call(['account', 'connect'], { env })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^Set ROSTER_ZOOM_ACCOUNT_ID, ROSTER_ZOOM_CLIENT_ID, ROSTER_ZOOM_CLIENT_SECRET; or/,
    ),
  });
  const { credentials } = home.account;
  const lines = Object.entries({
    ROSTER_ZOOM_ACCOUNT_ID: credentials.account_id,
    ROSTER_ZOOM_CLIENT_ID: credentials.client_id,
    ROSTER_ZOOM_CLIENT_SECRET: credentials.client_secret,
  }).map(([name, value]) => `${name}=${value}`);
  const file = home.file('zoom.env', lines.join('\n'));
  const named = { ...env, ROSTER_ZOOM_CREDENTIALS: file };
  expect((await home.call(['account', 'connect'], { env: named })).stderr).toBe(
    `${file} holds a secret, and others may read it. Close it: chmod 600 ${file}\n`,
  );
  const printed = { ...env, ROSTER_ZOOM_CREDENTIAL_COMMAND: `cat '${file}'` };
  expect(await home.call(['account', 'connect'], { env: printed })).toMatchObject({ code: 0 });
  const failing = { ...env, ROSTER_ZOOM_CREDENTIAL_COMMAND: 'echo secret >&2; false' };
  expect((await home.call(['account', 'connect'], { env: failing })).stderr).toBe(
    'ROSTER_ZOOM_CREDENTIAL_COMMAND failed. Try it by itself.\n',
  );
});

test('asks at a terminal, masks the secret, and keeps the answers in a file of one’s own', async () => {
  const home = await connectedHome();
  const { account_id, client_id, client_secret } = home.account.credentials;
  const env = {
    ...home.env,
    ROSTER_ZOOM_ACCOUNT_ID: '',
    ROSTER_ZOOM_CLIENT_ID: '',
    ROSTER_ZOOM_CLIENT_SECRET: '',
  };
  const program = startProgram(['account', 'connect'], { env });
  try {
    for (const [label, answer] of [
      ['Account ID', account_id],
      ['Client ID', client_id],
      ['Client secret', client_secret],
    ] as const) {
      await program.waitFor(`${label}:`);
      program.type(`${answer}\r`);
    }
    await program.waitFor('Connected to the account');
    expect(program.raw()).not.toContain(client_secret);
    expect(await program.exit()).toMatchObject({ code: 0 });
  } finally {
    await program.close();
  }
  const file = `${home.database}-zoom`;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // Without anything in the environment it is found there, and forgotten again.
  const plain = { ROSTER_ZOOM_URL: home.account.url };
  expect(await home.call(['pull'], { env: plain })).toMatchObject({ code: 0 });
  expect((await home.call(['account', 'disconnect'], { env: plain })).stderr).toMatch(
    /^Disconnected from the account/,
  );
  expect(readdirSync(dirname(file)).filter(name => /-(zoom|token)$/.test(name))).toEqual([]);
});

test('sends no secret over plain http to another machine', async () => {
  const home = await connectedHome();
  const env = { ...accountEnv(home.account), ROSTER_ZOOM_URL: 'http://zoom.example' };
  expect((await home.call(['account', 'connect'], { env })).stderr).toMatch(
    /^ROSTER_ZOOM_URL should look like https:/,
  );
});
