import type { State } from '../state/state.ts';
import { type Answer, refuse } from './answer.ts';
import type { Named } from './writes.ts';

/** Users who are bad rows: whatever is written to them is refused, alone or in a batch. */
export interface Refusals {
  /** From now on, with this number; the status is 400 unless told. */
  refuse(user_email: string, code: number, message: string, status?: number): void;
  allow(user_email: string): void;
  of(state: State, named: Named): Answer | undefined;
}

export function makeRefusals(): Refusals {
  const answers = new Map<string, Answer>();
  return {
    refuse: (user_email, code, message, status = 400) =>
      void answers.set(user_email.toLowerCase(), refuse(status, code, message)),
    allow: user_email => void answers.delete(user_email.toLowerCase()),
    of(state, { user_id, user_email }) {
      const email = user_email ?? (user_id === undefined ? undefined : state.people.get(user_id)?.email);
      return email === undefined ? undefined : answers.get(email.toLowerCase());
    },
  };
}
