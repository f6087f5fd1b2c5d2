import { expect, it } from 'vitest';
import { upsertPeople } from '../../db/people/people.ts';
import { startMailServer } from './mail-server.ts';
import { headerOf } from './read-mail.ts';
import { ana, makeSender } from './sending.ts';

const names: Record<string, string> = {
  quotes: 'Ana "the Boss" O\'Neil, <Jr.>',
  cjk: '席尔瓦 美玲',
  rtl: 'أحمد بن علي',
  emoji: 'Zoë 👩‍👩‍👧 Ł',
  placeholder: '{role} {email}',
  long: 'x'.repeat(128),
};

async function sentTo(name: string, account = 'Acme Support') {
  const server = await startMailServer();
  const { roster, send } = await makeSender(server.url);
  await roster.add(ana);
  const db = roster.roster.write();
  await db.updateTable('people').set({ display_name: name }).where('person_id', '=', 1).execute();
  await db.updateTable('account').set({ account_name: account }).execute();
  expect(await send()).toMatchObject({ sent: 1 });
  await roster.close();
  return server.received[0]!;
}

for (const [kind, name] of Object.entries(names))
  it(`writes to people whose name has ${kind}`, async () => {
    const mail = await sentTo(name);
    expect(mail.envelope.to).toEqual([ana]);
    expect(mail.text).toContain(`Hello ${name},\n`);
    expect(headerOf(mail, 'To').replace(/^"|\\|"(?= <)/g, '')).toBe(`${name} <${ana}>`);
    expect(mail.headers.map(([header]) => header).sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(mail.raw.split('\r\n').every(line => line.length <= 998)).toBe(true);
  });

it('lets no line break or control character of a name into the headers', async () => {
  const evil = 'Ana\r\nBcc: everybody@acme.example\r\n\r\nText\u2028\u0085\u0000\u001b[2J\ud800\u202eover';
  const mail = await sentTo(evil, `Acme\nReply-To: thief@evil.example`);
  expect(mail.headers.map(([header]) => header)).not.toContain('bcc');
  expect(mail.headers.map(([header]) => header)).not.toContain('reply-to');
  expect(mail.envelope.to).toEqual([ana]);
  expect(headerOf(mail, 'Subject')).toBe(
    'Your access to the contact center of Acme Reply-To: thief@evil.example',
  );
  const plain = 'Ana Bcc: everybody@acme.example Text [2J\ufffd over';
  expect(mail.text).toContain(`Hello ${plain},\n`);
  expect(headerOf(mail, 'To')).toBe(`${plain} <${ana}>`);
});

it('writes to hosts and names in other scripts as servers understand them', async () => {
  const server = await startMailServer();
  const { roster, send } = await makeSender(server.url);
  const people = ['ana@bücher.example', 'josé@acme.example'].map(user_email => ({ user_email }));
  await roster.roster
    .write()
    .transaction()
    .execute(trx =>
      upsertPeople(
        trx,
        people.map(person => ({ first_name: 'Ana', last_name: 'B', ...person })),
      ),
    );
  await roster.add(...people.map(person => person.user_email));
  expect(await send()).toMatchObject({ sent: 2 });
  // The server shows hosts as people read them; in the header they are as they were sent.
  expect(server.received.map(mail => headerOf(mail, 'To')).sort()).toEqual([
    'Ana B <ana@xn--bcher-kva.example>',
    'Ana B <josé@acme.example>',
  ]);
  await roster.close();
});
