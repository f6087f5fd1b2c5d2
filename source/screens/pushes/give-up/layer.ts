import type { ScreenLayer } from '../../../app/layer.ts';
import { dropped, isOpening, type Opening } from '../../../app/opening.ts';
import { opened, replaceTop } from '../../../app/stack.ts';
import { step } from '../../../app/step.ts';
import { withToast } from '../../../app/toasts.ts';
import type { AppliedChangeSet } from '../../../roster/plan/change-set.ts';
import { GiveUpDialog } from './dialog.tsx';

/** Asks whether nobody is to wait any more for what of a change set the account does not have. */
export interface GiveUpLayer extends Opening {
  kind: 'give-up';
  set: AppliedChangeSet;
}

type GiveUpAction = { type: 'give-up-now' };
type GiveUpRequest = { type: 'give-up-open'; set: AppliedChangeSet };

const layer = 'give-up';

/** The question before what waits is taken back. */
export const giveUpLayer: ScreenLayer<GiveUpLayer, GiveUpAction, GiveUpRequest> = {
  kind: layer,
  title: 'Giving up what waits',
  commands: [
    {
      id: 'give-up.now',
      layer,
      title: 'Give it up',
      keys: ['y'],
      changes: true,
      run: () => ({ type: 'give-up-now' }),
    },
    {
      id: 'give-up.keep',
      layer,
      title: 'Let it wait',
      keys: ['n', 'escape'],
      hint: 'let it wait',
      run: () => ({ type: 'close' }),
    },
  ],
  reduce: {
    'give-up-now': (app, open) => {
      if (isOpening(app, open)) return dropped(app, open, 'y');
      const { id } = open.set;
      const told = withToast(replaceTop(app, null), 'info', `Change ${id} is given up.`);
      return step(told, { type: 'give-up-push', id });
    },
  },
  requests: {
    'give-up-open': (app, { set }) => step(opened(app, { kind: layer, set, openedAt: app.now, early: null })),
  },
  Panel: GiveUpDialog,
};
