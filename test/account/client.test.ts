import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { beginList, stagedParts, stageInMemory } from '../../db/account/staging.ts';
import { type AccountClient, createClient } from '../../source/account/client/client.ts';
import { createRates } from '../../source/account/client/rates.ts';
import { createTokens } from '../../source/account/client/token.ts';
import { roles } from '../../source/account/reads/catalog-reads.ts';
import { users } from '../../source/account/reads/reads.ts';
import { stageList } from '../../source/account/reads/stage-list.ts';
import { temporaryFolder } from '../after-file.ts';
import { type Account, type AccountOptions, startAccount } from './account.ts';

const limits = { answer: 300 };

async function client(options: AccountOptions = {}): Promise<{ account: Account; reader: AccountClient }> {
  const account = await startAccount(options);
  onTestFinished(() => account.close());
  return { account, reader: readerOf(account) };
}

/** As one process of a roster has it, with a token file of its own. */
function readerOf({ url, credentials }: Account): AccountClient {
  const tokens = createTokens(credentials, {
    ...{ url: `${url}/oauth/token`, limits },
    file: join(temporaryFolder(), 'token'),
  });
  const { signal } = new AbortController();
  return createClient({ api: `${url}/v2`, tokens, rates: createRates('business', 0.5), signal, limits });
}

test('takes half of the account’s rate, spread evenly, and is never refused for asking too much', async () => {
  const { account, reader } = await client({ users: 20, limits: { medium: { perSecond: 60 } } });
  await reader.read(roles);
  await Promise.all(Array.from({ length: 45 }, () => reader.read(roles)));
  expect(account.counts.most.medium).toBeLessThanOrEqual(32);
  expect(account.counts.tooMany.second).toBe(0);
});

test('however many need a token, it is asked for once, and again where it was ended', async () => {
  const { account, reader } = await client();
  await Promise.all([reader.read(roles), reader.read(roles), reader.read(roles)]);
  expect(account.counts.requests['POST /oauth/token']).toBe(1);
  account.tokens.revoke();
  await reader.read(roles);
  account.tokens.takeAnother();
  await reader.read(roles);
  expect(account.counts.requests['POST /oauth/token']).toBe(3);
  expect(reader.tokensUsed()).toBe(3);
});

test('says that another program uses the app where each token is ended at once', async () => {
  const { account, reader } = await client();
  const other = setInterval(() => account.tokens.takeAnother(), 1);
  onTestFinished(() => clearInterval(other));
  await expect(reader.read(roles)).rejects.toThrow(/another program uses the same app/);
});

test.each(['digits', 'http-date', 'iso', 'none'] as const)('waits as it is told: %s', async retryAfter => {
  const { account, reader } = await client({ retryAfter });
  account.faults.next('429', 'GET /contact_center/roles');
  expect((await reader.read(roles)).rows.length).toBeGreaterThan(0);
  expect(account.faults.done).toHaveLength(1);
});

test.each(['cut-before', 'cut-body', 'hang', '500', 'html', 'invalid-json'] as const)(
  'asks again after %s',
  async kind => {
    const { account, reader } = await client();
    account.faults.next(kind, 'GET /contact_center/roles');
    expect((await reader.read(roles)).rows.length).toBeGreaterThan(0);
    expect(account.faults.done).toHaveLength(1);
  },
);

test('a list that changes in the midst is read anew until it is whole', async () => {
  const { account, reader } = await client({ users: 700 });
  account.faults.next('duplicate', 'GET /contact_center/users');
  const staging = await stageInMemory();
  onTestFinished(() => staging.destroy());
  await stageList(reader, staging, users);
  const listed = async () => (await Array.fromAsync(stagedParts(staging, users.path, 500))).flat();
  expect(await listed()).toHaveLength(700);
  await beginList(staging, { list: users.path, of: '' });
  // A page token is gone after a quarter of an hour.
  let isLate = false;
  await stageList(reader, staging, users, {
    onPage() {
      if (!isLate) account.clock.advance(16 * 60_000);
      isLate = true;
    },
  });
  expect(await listed()).toHaveLength(700);
});

test('says who can’t be reached', async () => {
  const { account, reader } = await client();
  await reader.read(roles);
  const { url } = account;
  await account.close();
  await expect(reader.read(roles)).rejects.toThrow(
    `${new URL(url).host} can't be reached: nobody listens there.`,
  );
});
