import { localTime } from '../text/local-time.ts';
import { counted, number } from '../text/words.ts';
import type { PushProgress } from './push-state.ts';

/** How far a change set is at the account: `31 of 52 calls`, `waits since 10:40`, `pushed`, `18 users refused`. */
export function pushText({ state, changed_at, done, calls, refused }: PushProgress): string {
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
