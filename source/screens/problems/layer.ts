import type { ScreenLayer } from '../../app/layer.ts';
import { pageMoves } from '../../app/page-moves.ts';
import { scrolledBlocks } from '../../app/scrolled-blocks.ts';
import { opened, replaceTop } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import { atStart } from '../../components/block-list.tsx';
import { ProblemsDialog } from './dialog.tsx';
import { problemsList } from './list.ts';
import type { ProblemsLayer } from './state.ts';

type ProblemsRequest = { type: 'problems-open' } & Pick<ProblemsLayer, 'title' | 'problems'> &
  Partial<Pick<ProblemsLayer, 'outcome' | 'unlisted'>>;

/** The panel that says why something is refused, problem by problem. */
export const problemsLayer: ScreenLayer<ProblemsLayer, never, ProblemsRequest> = {
  kind: 'problems',
  title: 'Why something is refused',
  commands: [
    ...pageMoves('problems', { up: 'Scroll up', down: 'Scroll down' }),
    {
      id: 'problems.back',
      layer: 'problems',
      title: 'Back',
      keys: ['escape', 'enter'],
      hint: 'back',
      weight: 9,
      run: () => ({ type: 'close' }),
    },
  ],
  reduce: {},
  requests: {
    'problems-open': (app, { title, problems, outcome = 'nothing was changed', unlisted = 0 }) =>
      step(opened(app, { kind: 'problems', title, problems, outcome, unlisted, top: atStart })),
  },
  scroll: (app, layer, way) => {
    const { list, height } = problemsList(layer, app.size);
    return step(replaceTop(app, { ...layer, top: scrolledBlocks(list, layer.top, way, height) }));
  },
  Panel: ProblemsDialog,
};
