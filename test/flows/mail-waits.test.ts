import { expect, it } from 'vitest';
import { openDemo } from './fixture.ts';

it('says once a session that e-mails wait where there is nothing to send them with', async () => {
  const p = await openDemo({ env: { ROSTER_SMTP_URL: undefined } });
  await p.waitFor(/\d+ e-mails wait until mail is set up: roster notify says how/);
  await p.press('j');
  await p.waitGone('e-mails wait');
  await p.press('x', 'n', 'u');
  await p.settled();
  expect(p.screen()).not.toContain('e-mails wait');
});
