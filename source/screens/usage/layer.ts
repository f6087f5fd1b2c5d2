import type { ScreenLayer } from '../../app/layer.ts';
import { pageEnds, pageMoves } from '../../app/page-moves.ts';
import { pageHeight, scrolled } from '../../app/scroll.ts';
import { opened, replaceTop, withLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import { linesIn } from '../../components/blocks.tsx';
import { usageBlocks } from './blocks.ts';
import { usagePage } from './page.tsx';
import type { UsageLayer } from './state.ts';

type UsageRequest = { type: 'usage-open' };

/** The page of licenses and what they are used for. */
export const usageLayer: ScreenLayer<UsageLayer, never, UsageRequest> = {
  kind: 'usage',
  title: 'Licenses and usage',
  commands: [...pageMoves('usage', { up: 'Scroll up', down: 'Scroll down' }), ...pageEnds('usage')],
  reduce: {},
  requests: {
    'usage-open': app => step(opened(app, { kind: 'usage', usage: null, top: 0 }), { type: 'usage' }),
  },
  scroll: (app, layer, way) => {
    const count = linesIn(usageBlocks(layer.usage, app.size.columns));
    return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, count, pageHeight(app)) }));
  },
  outcomes: {
    usage: (app, { usage }) => step(withLayer(app, 'usage', layer => ({ ...layer, usage }))),
  },
  refresh: app => step(app, { type: 'usage' }),
  page: usagePage,
};
