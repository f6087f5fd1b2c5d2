import type { ScreenLayer } from '../../../app/layer.ts';
import { replaceTop } from '../../../app/stack.ts';
import { step } from '../../../app/step.ts';
import type { ClashLayer, Side } from '../state.ts';
import { clashCommands } from './commands.ts';
import { clashPage } from './page.tsx';
import { chosen, done, moved } from './reducer.ts';

type ClashAction =
  | { type: 'clash-move'; by: number }
  | { type: 'clash-choose'; side: Side; all: boolean }
  | { type: 'clash-done' };

/** The three-way view of what somebody else changed while a form was filled in. */
export const clashLayer: ScreenLayer<ClashLayer, ClashAction> = {
  kind: 'clash',
  title: 'Changed by somebody else meanwhile',
  commands: clashCommands,
  reduce: {
    'clash-move': (app, layer, { by }) => step(replaceTop(app, moved(layer, by))),
    'clash-choose': (app, layer, { side, all }) => step(replaceTop(app, chosen(layer, side, all))),
    'clash-done': done,
  },
  requests: {},
  page: clashPage,
};
