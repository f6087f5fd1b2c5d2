import type { ScreenLayer } from '../../app/layer.ts';
import { withoutLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import { userCommands } from './commands.ts';
import { userPage } from './page.tsx';
import { followed, isRemoved, openUser, scrollUser, stepUser, userRead } from './reducer.ts';
import type { UserLayer } from './state.ts';

type UserAction =
  | { type: 'user-step'; by: 1 | -1 }
  /** The roster's cursor was moved on. */
  | { type: 'user-follow' };

type UserRequest = { type: 'user-open' };

/** The page of one user. */
export const userLayer: ScreenLayer<UserLayer, UserAction, UserRequest> = {
  kind: 'user',
  title: 'One user',
  commands: userCommands,
  reduce: {
    'user-step': (app, layer, { by }) => stepUser(app, layer, by),
    'user-follow': followed,
  },
  requests: { 'user-open': openUser },
  scroll: scrollUser,
  outcomes: {
    user: userRead,
    windowed: app => followed(app),
    applied: (app, { applied }) => step(isRemoved(app, applied) ? withoutLayer(app, 'user') : app),
  },
  refresh: (app, { person_id }) => step(app, { type: 'user', id: person_id }),
  page: userPage,
};
