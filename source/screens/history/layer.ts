import type { ScreenLayer } from '../../app/layer.ts';
import { currentSet } from '../../app/set-list.ts';
import { andThen, step } from '../../app/step.ts';
import type { Reference } from '../../roster/users/user.ts';
import { historyCommands } from './commands.ts';
import { historyPage } from './page.tsx';
import {
  historyFailed,
  historyRead,
  historyRefresh,
  moveInHistory,
  openHistory,
  searchHistory,
} from './reducer.ts';
import type { HistoryLayer } from './state.ts';

type HistoryAction = { type: 'history-enter' };
/** `of`: of one user; null of everybody and everything. */
type HistoryRequest = { type: 'history-open'; of: Reference | null };

/** What was changed, the newest first. */
export const historyLayer: ScreenLayer<HistoryLayer, HistoryAction, HistoryRequest> = {
  kind: 'history',
  title: 'History',
  privilege: 'mayReadHistory',
  commands: historyCommands,
  reduce: {
    'history-enter': (app, layer) => {
      const set = currentSet(layer);
      return set ? andThen(step(app), { type: 'change-set-open', set }) : step(app);
    },
  },
  requests: { 'history-open': (app, { of }) => openHistory(app, of) },
  scroll: moveInHistory,
  close: (app, layer) => (layer.search === '' ? null : searchHistory(app, '')),
  outcomes: { history: historyRead, failed: historyFailed },
  isReading: ({ search, searched }) => search !== searched,
  refresh: (app, layer) => step(app, historyRefresh(layer)),
  page: historyPage,
};
