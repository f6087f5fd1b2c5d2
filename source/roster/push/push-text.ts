import { localClock, localTime } from '../text/local-time.ts';
import { counted, number } from '../text/words.ts';
import type { PushProgress } from './push-state.ts';

/** How far a change set is at the account: `31 of 52 calls`, `waits since 10:40`, `pushed`, `partly refused: 18 users`. */
export function pushText({ state, changed_at, done, calls, refused }: PushProgress): string {
  switch (state) {
    case 'waiting':
      return done > 0
        ? `${number(done)} of ${counted(calls, 'call')}`
        : `waits since ${localTime(changed_at)}`;
    case 'pushed':
      return 'pushed';
    case 'in_part':
      return refused > 0 ? `partly refused: ${counted(refused, 'user')}` : 'partly refused';
    case 'refused':
      return 'refused';
    case 'canceled':
      return 'taken back before it was sent';
    case 'given_up':
      return 'given up';
  }
}

/** The same in the cell of a table: `pushing 12/52`, `waits since 10:40`. */
export function shortPushText(push: PushProgress): string {
  const { state, changed_at, done, calls } = push;
  switch (state) {
    case 'waiting': {
      const isToday = new Date(changed_at).toDateString() === new Date().toDateString();
      const since = isToday ? localClock(changed_at) : localTime(changed_at).slice(0, 10);
      return done > 0 ? `pushing ${number(done)}/${number(calls)}` : `waits since ${since}`;
    }
    case 'in_part':
      return 'partly refused';
    case 'canceled':
      return 'never sent';
    default:
      return pushText(push);
  }
}
