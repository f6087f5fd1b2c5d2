import { listNotices } from '../../db/outbox/outbox-list.ts';
import { readMailSettings } from '../../source/notify/mail-settings.ts';
import { type Sending, sendWaiting } from '../../source/notify/send-waiting.ts';
import { type Fixture, makeRoster, openFixture } from '../db/fixture.ts';

export const from = 'Acme <roster@acme.example>';

/** A roster with people, and a sender whose clock stands still until it is put forward. */
export async function makeSender(url: string, fixture?: Fixture) {
  const roster = fixture ?? (await openFixture(await makeRoster()));
  let now = Date.now();
  const read = readMailSettings({ ROSTER_SMTP_URL: url, ROSTER_MAIL_FROM: from });
  if ('refused' in read) throw new Error(read.refused);
  const leaving = new AbortController();
  const sending: Sending = {
    db: roster.roster.write(),
    settings: read.settings,
    leaving: leaving.signal,
    admit: async () => {},
    clock: () => new Date(now),
  };
  return {
    roster,
    sending,
    leave: () => leaving.abort(),
    send: () => sendWaiting(sending),
    /** Puts the clock forward. */
    later(ms: number) {
      now += ms;
    },
    /** All e-mails by address: `{ 'ana@…': { state, attempts, … } }`. */
    async outbox() {
      const notices = await listNotices(roster.read, { all: true });
      return Object.fromEntries(notices.map(notice => [notice.user_email, notice]));
    },
  };
}

export const ana = 'ana.silva@acme.example';
export const bruno = 'bruno@acme.example';
export const meiling = 'meiling@acme.example';
export const minute = 60_000;
