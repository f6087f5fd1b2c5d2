import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSteps, waitingPushes } from '../../db/account/pushes.ts';
import { openRoster } from '../../db/open.ts';
import { createClient } from '../../source/account/client/client.ts';
import { usualLimits } from '../../source/account/client/fetch-text.ts';
import { createRates } from '../../source/account/client/rates.ts';
import { createTokens } from '../../source/account/client/token.ts';
import { createNaming } from '../../source/account/push/names.ts';
import type { Pushing } from '../../source/account/push/pushing.ts';
import { sendStep } from '../../source/account/push/send-step.ts';
import { temporaryFolder } from '../after-file.ts';
import { connectedHome } from './connected-home.ts';

test.each([
  ['nothing else', []],
  ['another change that waits', ['--country IS']],
])('a call that is taken back just before it goes out is not sent; then there is %s', async (_, more) => {
  const home = await connectedHome();
  await home.ok('account connect --later');
  await home.ok('pull');
  const [one, two] = [...home.account.state.users.values()].map(({ user_email }) => user_email);
  await home.ok(`edit ${one} --country JP --later`);
  const roster = await openRoster(home.database);
  onTestFinished(() => roster.close());
  const [id] = (await waitingPushes(roster.read)) as [number];
  const [next] = await readSteps(roster.read, id, ['waiting'], 1);
  await home.ok('undo --yes --later');
  for (const edit of more) await home.ok(`edit ${two} ${edit} --later`);
  const asked = { ...home.account.counts.requests };
  await sendStep(pushing(roster, home.account), id, next!);
  expect(home.account.counts.requests).toEqual(asked);
});

function pushing(
  roster: Pushing['roster'],
  { url, credentials }: { url: string; credentials: Parameters<typeof createTokens>[0] },
): Pushing {
  const { signal } = new AbortController();
  const file = join(temporaryFolder(), 'token');
  const tokens = createTokens(credentials, { url: `${url}/oauth/token`, file, limits: usualLimits });
  const client = createClient({ api: `${url}/v2`, tokens, rates: createRates('business', 1), signal });
  return { roster, client, signal, naming: createNaming(client, roster.read), onCall: () => {} };
}
