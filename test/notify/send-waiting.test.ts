import { expect, it } from 'vitest';
import { decideNotices } from '../../db/outbox/outbox-decide.ts';
import { startMailServer } from './mail-server.ts';
import { headerOf } from './read-mail.ts';
import { ana, bruno, makeSender, meiling, minute } from './sending.ts';

const fine = { sent: 0, deferred: 0, failed: 0, unknown: 0, trouble: null };

it('rule 5: everybody who was added gets one e-mail, and only one', async () => {
  const server = await startMailServer();
  const { roster, send, outbox } = await makeSender(server.url);
  await roster.add(ana, bruno, meiling);
  expect(await send()).toEqual({ ...fine, sent: 3 });
  expect(await send()).toEqual(fine);
  expect(server.received.map(mail => mail.envelope.to[0]).sort()).toEqual([ana, bruno, meiling]);
  // One conversation was enough, and the second round had no reason to begin one.
  expect(server.connections()).toBe(1);
  const notices = await outbox();
  for (const mail of server.received) {
    const [to = ''] = mail.envelope.to;
    expect(notices[to]).toMatchObject({ state: 'sent', attempts: 1, error: null });
    expect(headerOf(mail, 'Message-ID')).toBe(`<${notices[to]?.outbox_id}@acme.example>`);
    expect(headerOf(mail, 'From')).toBe('Acme <roster@acme.example>');
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated');
  }
  const toAna = server.received.find(mail => mail.envelope.to[0] === ana)!;
  expect(headerOf(toAna, 'To')).toBe(`Ana Silva <${ana}>`);
  expect(headerOf(toAna, 'Subject')).toBe('Your access to the contact center of Acme Support');
  expect(toAna.text).toContain('Hello Ana Silva,');
  expect(toAna.text).toContain('Your role is Agent.');
  expect(toAna.text).toContain(`Sign in with ${ana}`);
  await roster.close();
});

it('is put off after 1, 2, 4 … minutes when the server says not now', async () => {
  let busy = true;
  const server = await startMailServer({
    onRecipient: address =>
      busy && address === ana ? { code: 451, text: '4.7.1 greylisted, come back' } : undefined,
  });
  const { roster, send, later, outbox } = await makeSender(server.url);
  await roster.add(ana, bruno);
  expect(await send()).toEqual({ ...fine, sent: 1, deferred: 1 });
  for (const [tries, minutes] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
    const { state, attempts, next_at, error, changed_at } = (await outbox())[ana]!;
    expect({ state, attempts }).toEqual({ state: 'waiting', attempts: tries + 1 });
    expect(error).toBe('451 4.7.1 greylisted, come back');
    expect(Date.parse(next_at!) - Date.parse(changed_at)).toBe(minutes * minute);
    later(minutes * minute - 1);
    expect(await send()).toEqual(fine);
    later(1);
    if (tries === 7) busy = false;
    expect(await send()).toEqual({ ...fine, [busy ? 'deferred' : 'sent']: 1 });
  }
  expect((await outbox())[ana]).toMatchObject({ state: 'sent', attempts: 9, error: null, next_at: null });
  expect(server.received).toHaveLength(2);
  await roster.close();
});

it('gives up after a hundred attempts', async () => {
  const server = await startMailServer({ onRecipient: () => ({ code: 450, text: 'mailbox busy' }) });
  const { roster, send, later, outbox } = await makeSender(server.url);
  await roster.add(ana);
  await roster.roster.write().updateTable('outbox').set({ attempts: 98 }).execute();
  expect(await send()).toEqual({ ...fine, deferred: 1 });
  later(60 * minute);
  expect(await send()).toEqual({ ...fine, failed: 1 });
  expect((await outbox())[ana]).toMatchObject({ state: 'failed', attempts: 100, error: '450 mailbox busy' });
  await roster.close();
});

it('fails for good where the server says never, and the others get theirs', async () => {
  const server = await startMailServer({
    onRecipient: address => (address === ana ? { code: 550, text: '5.1.1 No such user here' } : undefined),
    onMessage: mail =>
      mail.envelope.to[0] === bruno ? { code: 554, text: '5.7.1 looks like spam' } : undefined,
  });
  const { roster, send, later, outbox } = await makeSender(server.url);
  await roster.add(ana, bruno, meiling);
  expect(await send()).toEqual({ ...fine, sent: 1, failed: 2 });
  later(100 * minute);
  expect(await send()).toEqual(fine);
  const notices = await outbox();
  expect(notices[ana]).toMatchObject({ state: 'failed', error: '550 5.1.1 No such user here' });
  expect(notices[bruno]).toMatchObject({ state: 'failed', error: '554 5.7.1 looks like spam' });
  expect(notices[meiling]).toMatchObject({ state: 'sent' });
  await roster.close();
});

it('leaves everything waiting while the server is down, and says why', async () => {
  const gone = await startMailServer();
  await gone.close();
  const { roster, send, outbox } = await makeSender(gone.url);
  await roster.add(ana, bruno);
  const trouble = `Nothing answers at 127.0.0.1:${gone.port} (connection refused).`;
  expect(await send()).toEqual({ ...fine, trouble });
  const waiting = { state: 'waiting', attempts: 0, next_at: null, error: trouble };
  expect(await outbox()).toMatchObject({ [ana]: waiting, [bruno]: waiting });
  const server = await startMailServer({ port: gone.port });
  expect(await send()).toEqual({ ...fine, sent: 2 });
  expect(server.received).toHaveLength(2);
  await roster.close();
});

it('does not count it against an e-mail that the server refuses the sender', async () => {
  const server = await startMailServer({ onSender: () => ({ code: 550, text: '5.7.1 not your address' }) });
  const { roster, send, outbox } = await makeSender(server.url);
  await roster.add(ana, bruno);
  const trouble = /^127\.0\.0\.1 refuses e-mails from roster@acme\.example \(ROSTER_MAIL_FROM\): 550 5\.7\.1/;
  expect(await send()).toEqual({ ...fine, trouble: expect.stringMatching(trouble) });
  expect(Object.values(await outbox()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual([
    'waiting 0',
    'waiting 0',
  ]);
  await roster.close();
});

it('is unknown when the connection ends after the text, and is never sent again by itself', async () => {
  let hangUp = true;
  const server = await startMailServer({ onMessage: () => (hangUp ? 'hang-up' : undefined) });
  const { roster, send, later, outbox } = await makeSender(server.url);
  await roster.add(ana);
  expect(await send()).toEqual({ ...fine, unknown: 1, trouble: expect.stringContaining('did not answer') });
  hangUp = false;
  later(1000 * minute);
  expect(await send()).toEqual(fine);
  const { outbox_id, state } = (await outbox())[ana]!;
  expect(state).toBe('unknown');
  expect(server.received).toHaveLength(1);
  const now = new Date().toISOString();
  const again = { state: 'waiting', write: true, now } as const;
  expect(await decideNotices(roster.roster.write(), [outbox_id.slice(0, 8)], again)).toMatchObject({
    ok: true,
  });
  expect(await send()).toEqual({ ...fine, sent: 1 });
  // The same message id: a mail program that has both can show them as one.
  expect(server.received.map(mail => mail.id)).toEqual([outbox_id, outbox_id]);
  await roster.close();
});

it('waits for another attempt when the connection ends before the text', async () => {
  let hangUp = true;
  const server = await startMailServer({ onRecipient: () => (hangUp ? 'hang-up' : undefined) });
  const { roster, send, later, outbox } = await makeSender(server.url);
  await roster.add(ana);
  expect(await send()).toMatchObject({
    deferred: 1,
    trouble: expect.stringContaining('ended the connection'),
  });
  expect((await outbox())[ana]).toMatchObject({ state: 'waiting', attempts: 1 });
  hangUp = false;
  later(minute);
  expect(await send()).toEqual({ ...fine, sent: 1 });
  expect(server.received).toHaveLength(1);
  await roster.close();
});

it('goes on with a new connection where a server takes only so many e-mails by one', async () => {
  let taken = 0;
  const server = await startMailServer({
    onSender: () => (taken++ % 3 === 2 ? { code: 421, text: 'enough for now' } : undefined),
  });
  const { roster, send, outbox } = await makeSender(server.url);
  await roster.add(ana, bruno, meiling, 'jurgen@acme.example', 'zofia@acme.example');
  expect(await send()).toEqual({ ...fine, sent: 5 });
  expect(server.connections()).toBe(3);
  expect(Object.values(await outbox()).every(({ attempts }) => attempts === 1)).toBe(true);
  await roster.close();
});

it('logs in, and never tells the password', async () => {
  const password = 'p@ss/w:rd';
  const server = await startMailServer({ password });
  const right = `smtp://maria:${encodeURIComponent(password)}@127.0.0.1:${server.port}`;
  const first = await makeSender(right);
  await first.roster.add(ana);
  expect(await first.send()).toEqual({ ...fine, sent: 1 });
  const wrong = await makeSender(right.replace('maria:', 'maria:wrong'), first.roster);
  await first.roster.add(bruno);
  const { trouble } = await wrong.send();
  expect(trouble).toContain('refuses the user or the password of ROSTER_SMTP_URL: 535');
  expect(trouble).toContain('wrong password ***');
  expect(trouble).not.toContain('p@ss');
  expect((await wrong.outbox())[bruno]).toMatchObject({ state: 'waiting', attempts: 0, error: trouble });
  await first.roster.close();
});
