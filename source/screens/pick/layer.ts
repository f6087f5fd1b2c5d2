import type { ScreenLayer } from '../../app/layer.ts';
import { opened, replaceTop } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import type { ListItem } from '../../keys/typed-list.ts';
import { pickCommands } from './commands.ts';
import { openChoices, openPick, valuesList, withChoiceCounts } from './open.ts';
import { PickPanel } from './panel.tsx';
import { moved, shifted, toggled, typeInPick } from './reducer.ts';
import { rowCommands } from './row-commands.ts';
import type { PickLayer } from './state.ts';
import { take } from './take.ts';

type PickAction =
  | { type: 'pick-move'; by: number }
  | { type: 'pick-toggle' }
  | { type: 'pick-shift'; by: 1 | -1 }
  | { type: 'pick-take' };

type PickRequest =
  /** `everywhere`: the roster's commands, whatever is on top. */
  | { type: 'pick-open'; purpose: Exclude<PickLayer['purpose'], 'field'>; everywhere?: boolean }
  /** The values of a form's field. The one that is chosen comes as `form-choose`. */
  | { type: 'pick-value'; title: string; items: ListItem[]; current: ListItem['id'] };

/** A list that is typed to narrow: queues, roles, columns, commands, what can be done with a user, values of a field. */
export const pickLayer: ScreenLayer<PickLayer, PickAction, PickRequest> = {
  kind: 'pick',
  title: 'Lists that are typed to narrow',
  commands: [...pickCommands, ...rowCommands],
  reduce: {
    'pick-move': (app, layer, { by }) => step(replaceTop(app, moved(layer, by))),
    'pick-toggle': (app, layer) => step(replaceTop(app, toggled(layer))),
    'pick-shift': (app, layer, { by }) => step(replaceTop(app, shifted(layer, by))),
    'pick-take': take,
  },
  requests: {
    'pick-open': (app, { purpose, everywhere }, commands) => openPick(app, purpose, commands, everywhere),
    'pick-value': (app, list) => step(opened(app, valuesList(list))),
  },
  typing: typeInPick,
  outcomes: {
    choices: openChoices,
    'choice-counts': (app, counts) => step(withChoiceCounts(app, counts)),
  },
  Panel: PickPanel,
};
