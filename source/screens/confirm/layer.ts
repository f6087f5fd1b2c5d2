import type { ScreenLayer } from '../../app/layer.ts';
import { withLayer, withoutLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import type { Planned } from '../../roster/screen/effects.ts';
import { confirmCommands } from './commands.ts';
import { ConfirmDialog } from './dialog.tsx';
import { openConfirm } from './open.ts';
import { nothingToPlan, planned, stale } from './plans.ts';
import { accept, accepting, erase, keep, makeInactive, scroll, submit, typeInConfirm } from './reducer.ts';
import type { ConfirmLayer } from './state.ts';

type ConfirmAction =
  | { type: 'confirm-accept' }
  | { type: 'confirm-inactive' }
  | { type: 'confirm-submit' }
  | { type: 'confirm-erase' }
  | { type: 'confirm-scroll'; by: number };

type ConfirmRequest = { type: 'confirm-open'; planned: Planned };

/** The dialog that shows what would be written, and asks. What need not be asked about is written at once. */
export const confirmLayer: ScreenLayer<ConfirmLayer, ConfirmAction, ConfirmRequest> = {
  kind: 'confirm',
  title: 'Dialogs',
  commands: confirmCommands,
  reduce: {
    'confirm-accept': accepting('y', accept),
    'confirm-submit': accepting('Enter', submit),
    'confirm-inactive': accepting('i', makeInactive),
    'confirm-erase': erase,
    'confirm-scroll': (app, layer, { by }) => scroll(app, layer, by),
  },
  requests: { 'confirm-open': (app, action) => step(openConfirm(app, action.planned)) },
  typing: typeInConfirm,
  close: keep,
  outcomes: {
    planned: (app, outcome) => planned(app, outcome.planned),
    'nothing-to-plan': (app, { request }) => nothingToPlan(app, request),
    stale,
    applied: app => step(withoutLayer(app, 'confirm')),
    failed: app => step(withLayer(app, 'confirm', layer => ({ ...layer, busy: false }))),
  },
  Panel: ConfirmDialog,
};
