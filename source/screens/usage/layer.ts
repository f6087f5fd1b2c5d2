import type { ScreenLayer } from '../../app/layer.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { opened, withLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import { usagePage } from './page.tsx';
import { moveInUsage, showUsers } from './reducer.ts';
import type { UsageLayer } from './state.ts';

type UsageAction = { type: 'usage-enter' };
type UsageRequest = { type: 'usage-open' };

/** The page of licenses and what they are used for. */
export const usageLayer: ScreenLayer<UsageLayer, UsageAction, UsageRequest> = {
  kind: 'usage',
  title: 'Licenses and usage',
  commands: [
    ...pageMoves('usage'),
    {
      id: 'usage.open',
      layer: 'usage',
      title: 'Show the users that are counted',
      keys: ['enter'],
      hint: 'show users',
      weight: 8,
      run: () => ({ type: 'usage-enter' }),
    },
    ...pageEnds('usage'),
  ],
  reduce: { 'usage-enter': showUsers },
  requests: {
    'usage-open': app =>
      step(opened(app, { kind: 'usage', usage: null, top: 0, current: null }), { type: 'usage' }),
  },
  scroll: moveInUsage,
  outcomes: {
    usage: (app, { usage }) => step(withLayer(app, 'usage', layer => ({ ...layer, usage }))),
  },
  refresh: app => step(app, { type: 'usage' }),
  page: usagePage,
};
