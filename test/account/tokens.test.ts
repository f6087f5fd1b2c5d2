import { expect, it } from 'vitest';
import { asking, openAccount, requestToken } from './asking.ts';

const users = '/contact_center/users';

it('gives a token of an hour for the right credentials, and an error of OAuth for wrong ones', async () => {
  const { account } = await openAccount();
  expect(await requestToken(account)).toMatchObject({
    status: 200,
    body: { token_type: 'bearer', expires_in: 3600, api_url: account.url },
  });
  expect(await requestToken(account, { client_secret: 'wrong' })).toMatchObject({
    status: 400,
    body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
  });
  expect(await requestToken(account, { account_id: 'wrong' })).toMatchObject({
    status: 400,
    body: { error: 'invalid_request' },
  });
});

it('lets a new token kill the one before, where an app has one', async () => {
  const { account, ask } = await openAccount({ tokens: 'one' });
  expect((await ask.get(users)).status).toBe(200);
  const other = await asking(account);
  expect(await ask.get(users)).toMatchObject({ status: 401, body: { code: 4741 } });
  expect((await other.get(users)).status).toBe(200);
  account.tokens.takeAnother();
  expect(await other.get(users)).toMatchObject({ status: 401, body: { code: 4741 } });
  expect(account.counts.unauthorized).toBe(2);
});

it('lets tokens live side by side, where an app has several', async () => {
  const { account, ask } = await openAccount({ tokens: 'several' });
  const other = await asking(account);
  expect((await ask.get(users)).status).toBe(200);
  expect((await other.get(users)).status).toBe(200);
});

it('lets a token end: by time, by being revoked, by never having been one', async () => {
  const { account, ask } = await openAccount();
  account.clock.advance(3_599_000);
  expect((await ask.get(users)).status).toBe(200);
  account.clock.advance(1_000);
  expect(await ask.get(users)).toMatchObject({
    status: 401,
    body: { code: 124, message: 'Access token is expired.' },
  });
  const again = await asking(account);
  expect((await again.get(users)).status).toBe(200);
  account.tokens.revoke();
  expect(await again.get(users)).toMatchObject({ status: 401, body: { code: 124 } });
  again.token = 'made-up';
  expect(await again.get(users)).toMatchObject({ status: 401, body: { code: 124 } });
});

it('names the scope that is missing; one that is given counts from the next token on', async () => {
  const { account, ask } = await openAccount();
  const scope = 'contact_center:read:list_users:admin';
  account.tokens.scopes.delete(scope);
  expect(await ask.get(users)).toMatchObject({
    status: 400,
    body: { code: 4711, message: expect.stringContaining(scope) },
  });
  expect((await ask.get('/contact_center/queues')).status).toBe(200);
  const between = await asking(account);
  account.tokens.scopes.add(scope);
  expect((await between.get(users)).status).toBe(400);
  expect((await (await asking(account)).get(users)).status).toBe(200);
});

it('wants the scope for a queue’s supervisors that the specification has', async () => {
  const { account, ask } = await openAccount();
  account.tokens.scopes.delete('contact_center:delete:queue_supervisor:admin');
  const [queue] = [...account.state.queues.keys()];
  expect(await ask.get(`/contact_center/queues/${queue}/supervisors`)).toMatchObject({
    body: { code: 4711 },
  });
});
