import fc from 'fast-check';
import { expect } from 'vitest';
import { type ClaimedNotice, claimNotice, settleNotice } from '../../db/outbox/outbox-sending.ts';
import type { Fixture } from './fixture.ts';
import type { Mail, Model } from './model.ts';

/** What a sender does meanwhile: takes up an e-mail, or hears what became of the one it took up first. */
export const sending = fc.oneof(
  fc.constant({ type: 'claim' as const }),
  fc.record({
    type: fc.constant('settle' as const),
    state: fc.constantFrom('sent' as const, 'unknown' as const, 'waiting' as const),
  }),
);

type Sending = typeof sending extends fc.Arbitrary<infer T> ? T : never;

/** Later than all that is to be tried again. */
const farAhead = '2099-01-01T00:00:00.000Z';

/** One sender at work: what it took up is settled in turn. */
export class Sender {
  readonly #underWay: { claim: ClaimedNotice; mail: Mail }[] = [];

  async take(step: Sending, model: Model, { roster }: Fixture) {
    if (step.type === 'claim') {
      const claim = await claimNotice(roster.write(), farAhead);
      expect(claim !== null).toBe(model.mail.some(mail => mail.state === 'waiting'));
      const person = Number(/\d+/.exec(claim?.user_email ?? '')?.[0]);
      if (claim) this.#underWay.push({ claim, mail: model.claim(person) });
      return;
    }
    const { claim, mail } = this.#underWay.shift() ?? {};
    if (!claim || !mail) return;
    const outcome = step.state === 'sent' ? { state: step.state } : { state: step.state, error: '' };
    await settleNotice(roster.write(), claim, outcome, new Date().toISOString());
    model.settle(mail, step.state);
  }
}

/**
 * Everybody in the roster has exactly one e-mail of their addition that was sent, is being sent, waits or is unknown; or none, as
 * the account may have written (domain rule 5).
 */
export async function everybodyHasOneEmail({ mailOf, withdrawnForGood }: Model, { read }: Fixture) {
  const users = await read.selectFrom('users').select(['person_id', 'added_at']).execute();
  const mail = await read.selectFrom('outbox').select(['person_id', 'created_at', 'state']).execute();
  for (const { person_id, added_at } of users) {
    const own = mail.filter(row => row.person_id === person_id && Date.parse(row.created_at) === added_at);
    const theirs = mailOf.get(person_id)!;
    if (theirs.state === 'zoom' || withdrawnForGood.has(theirs)) {
      expect(own.every(({ state }) => state === 'withdrawn')).toBe(true);
      continue;
    }
    expect(own, `e-mails to person ${person_id}`).toHaveLength(1);
    expect(['sent', 'sending', 'waiting', 'unknown']).toContain(own[0]?.state);
  }
  const waiting = new Set(mail.filter(row => row.state === 'waiting').map(row => row.person_id));
  expect(waiting.size, 'nobody waits for two').toBe(mail.filter(row => row.state === 'waiting').length);
}
