import type { ScreenLayer } from '../../app/layer.ts';
import { openLayer, replaceTop, withoutLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import type { Clash, Side } from '../../roster/plan/clashes.ts';
import { askForClashes, clashesRead, readAgain } from './account.ts';
import { clashCommands } from './commands.ts';
import { decide } from './decide.ts';
import { clashPage } from './page.tsx';
import { chosen, moved, withClashes, withClashesAgain } from './reducer.ts';
import type { ClashLayer } from './state.ts';

type ClashAction =
  | { type: 'clash-move'; by: number }
  | { type: 'clash-choose'; side: Side; all: boolean }
  | { type: 'clash-done' };

type ClashRequest =
  /** What `by` changed while a form was open, too. */
  | ({ type: 'clash-open'; by: string } & Pick<ClashLayer, 'people' | 'clashes'>)
  /** What of that clashes by now. */
  | { type: 'clash-again'; clashes: readonly Clash[] }
  /** What of the selected users, or of the current one, was changed both here and at the account. */
  | { type: 'clash-account' };

/** The three-way view of what two sides changed: somebody else while a form was filled in, or the account. */
export const clashLayer: ScreenLayer<ClashLayer, ClashAction, ClashRequest> = {
  kind: 'clash',
  title: 'Changed on both sides',
  commands: clashCommands,
  reduce: {
    'clash-move': (app, layer, { by }) => step(replaceTop(app, moved(layer, by))),
    'clash-choose': (app, layer, { side, all }) => step(replaceTop(app, chosen(layer, side, all))),
    'clash-done': decide,
  },
  requests: {
    'clash-open': (app, { by, ...shown }) => step(withClashes(app, { of: 'form', by }, shown)),
    'clash-again': (app, { clashes }) =>
      step(openLayer(app, 'clash')?.against.of === 'form' ? withClashesAgain(app, clashes) : app),
    'clash-account': askForClashes,
  },
  outcomes: {
    clashes: clashesRead,
    applied: (app, { request }) => step(request.kind === 'resolve' ? withoutLayer(app, 'clash') : app),
  },
  refresh: readAgain,
  page: clashPage,
};
