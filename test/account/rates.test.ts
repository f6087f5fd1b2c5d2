import { expect, it } from 'vitest';
import { openAccount } from './asking.ts';

const many = (count: number) => Array.from({ length: count });

it('refuses what is more than the plan allows in a second, by category', async () => {
  const { account, ask } = await openAccount({ plan: 'pro' });
  account.clock.stop();
  const statuses = await Promise.all(
    many(12).map(async () => (await ask.get('/contact_center/queues')).status),
  );
  expect(statuses.filter(status => status === 429)).toHaveLength(2);
  // A counter of its own.
  const people = await Promise.all(many(12).map(async () => (await ask.get('/users')).status));
  expect(people).not.toContain(429);
  expect(account.counts).toMatchObject({
    most: { medium: 12, general: 12, light: 0 },
    tooMany: { second: 2, day: 0 },
  });
  account.clock.advance(1000);
  expect((await ask.get('/contact_center/queues')).status).toBe(200);
});

it('says in the headers of each answer how the limit stands', async () => {
  const { ask } = await openAccount({ plan: 'business' });
  await ask.get('/contact_center/queues');
  const { headers } = await ask.get('/contact_center/queues');
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-ratelimit-category': 'Medium',
    'x-ratelimit-type': 'QPS',
    'x-ratelimit-limit': '20',
    'x-ratelimit-remaining': expect.stringMatching(/^1[89]$/),
    'x-ratelimit-reset': expect.stringMatching(/^\d{10}$/),
  });
});

it('says in several forms, or in none, when to come again', async () => {
  const { account, ask } = await openAccount({ limits: { medium: { perSecond: 0 } } });
  const retryAfter = async () => (await ask.get('/contact_center/queues')).headers.get('retry-after');
  account.rates.retryAfter = 'digits';
  expect(await retryAfter()).toBe('1');
  account.rates.retryAfter = 'http-date';
  expect(await retryAfter()).toMatch(/^\w{3}, .* GMT$/);
  account.rates.retryAfter = 'iso';
  expect(await retryAfter()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  account.rates.retryAfter = 'none';
  expect(await retryAfter()).toBeNull();
  account.rates.retryAfter = 'varied';
  const forms = [await retryAfter(), await retryAfter(), await retryAfter(), await retryAfter()];
  expect(new Set(forms.map(form => form?.length)).size).toBe(4);
});

it('has a limit of the day, which ends at midnight', async () => {
  const { account, ask } = await openAccount({
    limits: { medium: { perSecond: 20, perDay: 3 } },
    tokenSeconds: 864_000,
  });
  account.clock.stop();
  const get = () => ask.get('/contact_center/queues');
  for (const _ of many(3)) expect((await get()).status).toBe(200);
  const refused = await get();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ratelimit-type')).toBe('Daily-limit');
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  const until = Date.parse(refused.headers.get('retry-after')!);
  expect(until % 86_400_000).toBe(0);
  expect(account.counts.tooMany).toMatchObject({ day: 1, second: 0 });
  account.clock.advance(account.rates.untilTomorrow());
  expect((await ask.get('/contact_center/queues')).status).toBe(200);
});

it('takes one write at a time for a user', async () => {
  const { account, ask } = await openAccount();
  const [, one, other] = [...account.state.users.keys()];
  const change = (user: string) => ask.patch(`/contact_center/users/${user}`, { country_iso_code: 'PT' });
  const batch = () =>
    ask.patch('/contact_center/users', { users: [{ user_id: one, country_iso_code: 'ES' }] });
  account.faults.next('held');
  const first = change(one!);
  await expect.poll(() => account.faults.done).toHaveLength(1);
  expect((await change(one!)).status).toBe(429);
  expect((await batch()).status).toBe(429);
  expect((await change(other!)).status).toBe(204);
  account.faults.release();
  expect((await first).status).toBe(204);
  expect((await batch()).status).toBe(204);
  expect(account.counts.tooMany.user).toBe(2);
});
