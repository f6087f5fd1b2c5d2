import { changeSetLayer } from '../screens/change-set/layer.ts';
import { clashLayer } from '../screens/clash/layer.ts';
import { confirmLayer } from '../screens/confirm/layer.ts';
import { assignLayer } from '../screens/form/assign/layer.ts';
import { formLayer } from '../screens/form/layer.ts';
import { leaveLayer } from '../screens/form/leave/layer.ts';
import { peopleLayer } from '../screens/form/people/layer.ts';
import { textLayer } from '../screens/form/text/layer.ts';
import { historyLayer } from '../screens/history/layer.ts';
import { historySearchLayer } from '../screens/history/search/layer.ts';
import { importLayer } from '../screens/import/layer.ts';
import { pickLayer } from '../screens/pick/layer.ts';
import { problemsLayer } from '../screens/problems/layer.ts';
import { promptLayer } from '../screens/prompt/layer.ts';
import { giveUpLayer } from '../screens/pushes/give-up/layer.ts';
import { pushesLayer } from '../screens/pushes/layer.ts';
import { rosterLayer } from '../screens/roster/layer.ts';
import { searchLayer } from '../screens/search/layer.ts';
import { usageLayer } from '../screens/usage/layer.ts';
import { userLayer } from '../screens/user/layer.ts';
import type { AppAction, Heard } from './action.ts';
import type { ActionOf, StateOf } from './layer.ts';

/** All screens, in the order in which their keys are listed. The roster is below all others. */
export const layers = [
  rosterLayer,
  searchLayer,
  pickLayer,
  confirmLayer,
  peopleLayer,
  formLayer,
  textLayer,
  assignLayer,
  leaveLayer,
  clashLayer,
  userLayer,
  historyLayer,
  historySearchLayer,
  changeSetLayer,
  pushesLayer,
  giveUpLayer,
  usageLayer,
  importLayer,
  promptLayer,
  problemsLayer,
] as const;

type Screen = (typeof layers)[number];

/** A layer on the stack; the roster is not on it. */
export type Layer = StateOf<Exclude<Screen, typeof rosterLayer>>;

/** All that can happen. */
export type Action = ActionOf<Screen> | AppAction | Heard;
