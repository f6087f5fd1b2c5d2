import type { ScreenLayer } from '../../app/layer.ts';
import { step } from '../../app/step.ts';
import { pushesCommands } from './commands.ts';
import { pushesPage } from './page.tsx';
import { filterPushes, moveInPushes, openPush, openPushes, pushesRead, sendNow } from './reducer.ts';
import type { PushesLayer } from './state.ts';

type PushesAction = { type: 'pushes-enter' } | { type: 'pushes-filter' };
type PushesRequest = { type: 'pushes-open' } | { type: 'pushes-send' };

/** What was sent into the account, what waits to be, and what was refused. */
export const pushesLayer: ScreenLayer<PushesLayer, PushesAction, PushesRequest> = {
  kind: 'pushes',
  title: 'Pushes into the account',
  privilege: 'mayReadHistory',
  commands: pushesCommands,
  reduce: { 'pushes-enter': openPush, 'pushes-filter': filterPushes },
  requests: { 'pushes-open': openPushes, 'pushes-send': sendNow },
  scroll: moveInPushes,
  outcomes: { pushes: pushesRead },
  refresh: app => step(app, { type: 'pushes' }),
  page: pushesPage,
};
