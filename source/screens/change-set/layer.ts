import type { ScreenLayer } from '../../app/layer.ts';
import { step } from '../../app/step.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import { changeSetCommands } from './commands.ts';
import { changeSetPage } from './page.tsx';
import { changeSetRefresh, changesRead, openChangeSet, scrollChangeSet } from './reducer.ts';
import type { ChangeSetLayer } from './state.ts';

/** `set`: without the changes of each user, which are read. */
type ChangeSetRequest = { type: 'change-set-open'; set: AppliedChangeSet };

/** One change set, with every field before and after. */
export const changeSetLayer: ScreenLayer<ChangeSetLayer, never, ChangeSetRequest> = {
  kind: 'change-set',
  title: 'One change',
  privilege: 'mayReadHistory',
  commands: changeSetCommands,
  reduce: {},
  requests: { 'change-set-open': (app, { set }) => openChangeSet(app, set) },
  scroll: scrollChangeSet,
  outcomes: { 'change-set': changesRead },
  refresh: (app, layer) => step(app, changeSetRefresh(layer)),
  page: changeSetPage,
};
