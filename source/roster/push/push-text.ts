import { localTime } from '../text/local-time.ts';
import { counted, number } from '../text/words.ts';
import type { PushState } from './push-state.ts';

interface Progress {
  state: PushState;
  /** ISO 8601 UTC. */
  changed_at: string;
  done: number;
  calls: number;
  refused: number;
}

/** How far a change set is at the account: `31 of 52 calls`, `waits since 10:40`, `pushed`, `18 users refused`. */
export function pushText({ state, changed_at, done, calls, refused }: Progress): string {
  switch (state) {
    case 'waiting':
      return done > 0
        ? `${number(done)} of ${counted(calls, 'call')}`
        : `waits since ${localTime(changed_at)}`;
    case 'pushed':
      return 'pushed';
    case 'in_part':
      return `partly refused: ${counted(refused, 'user')}`;
    case 'refused':
      return 'refused';
    case 'canceled':
      return 'taken back before it was sent';
    case 'given_up':
      return 'given up';
  }
}
