import type { ScreenLayer } from '../../../app/layer.ts';
import { replaceTop } from '../../../app/stack.ts';
import { step } from '../../../app/step.ts';
import type { AssignLayer } from '../state.ts';
import { assignCommands } from './commands.ts';
import { AssignPanel } from './panel.tsx';
import { moved, opting, picking, stepping, take, typeInAssign } from './reducer.ts';

type AssignAction =
  | { type: 'assign-move'; by: number }
  | { type: 'assign-toggle' }
  | { type: 'assign-step'; by: 1 | -1 }
  | { type: 'assign-opt' }
  | { type: 'assign-take' };

/** A list of queues, skills, teams or add-ons, each had in a way of its own. */
export const assignLayer: ScreenLayer<AssignLayer, AssignAction> = {
  kind: 'assign',
  title: 'Lists of queues, skills, teams, add-ons',
  commands: assignCommands,
  reduce: {
    'assign-move': (app, layer, { by }) => step(replaceTop(app, moved(layer, by))),
    'assign-toggle': (app, layer) => step(replaceTop(app, picking(layer))),
    'assign-step': (app, layer, { by }) => step(replaceTop(app, stepping(layer, by))),
    'assign-opt': (app, layer) => step(replaceTop(app, opting(layer))),
    'assign-take': take,
  },
  requests: {},
  typing: typeInAssign,
  Panel: AssignPanel,
};
