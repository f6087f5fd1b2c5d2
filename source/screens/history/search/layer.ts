import type { ScreenLayer } from '../../../app/layer.ts';
import { pageMoves } from '../../../app/page-moves.ts';
import { opened, openLayer, replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { chained, type Step, step } from '../../../app/step.ts';
import { type TextField, textField, typeKey } from '../../../keys/text-field.ts';
import { moveInHistory, searchHistory } from '../reducer.ts';

/** The search field of history has the keys. */
interface HistorySearchLayer {
  kind: 'history-search';
  field: TextField;
}

type HistorySearchAction = { type: 'history-search-leave'; keep: boolean };
type HistorySearchRequest = { type: 'history-search-open' };

const layer = 'history-search';

/** Keys that go up and down and are no letters. */
const moves = pageMoves(layer).flatMap(command => {
  const keys = command.keys.filter(key => ['up', 'down', 'pageup', 'pagedown'].includes(key));
  return keys.length > 0 ? [{ ...command, keys }] : [];
});

/** The field in which history is narrowed: by person, operator, field or day. */
export const historySearchLayer: ScreenLayer<HistorySearchLayer, HistorySearchAction, HistorySearchRequest> =
  {
    kind: layer,
    title: 'Search in history',
    privilege: 'mayReadHistory',
    commands: [
      {
        id: 'history-search.keep',
        layer,
        title: 'Back to the change sets, keeping the search',
        keys: ['enter'],
        hint: 'keep',
        run: () => ({ type: 'history-search-leave', keep: true }),
      },
      {
        id: 'history-search.clear',
        layer,
        title: 'Empty the search and leave it',
        keys: ['escape'],
        hint: 'clear',
        run: () => ({ type: 'history-search-leave', keep: false }),
      },
      ...moves,
    ],
    reduce: { 'history-search-leave': (app, _own, { keep }) => leave(app, keep) },
    requests: {
      'history-search-open': app =>
        step(opened(app, { kind: layer, field: textField(openLayer(app, 'history')?.search) })),
    },
    typing(app, own, { key, text }) {
      if (key === 'backspace' && own.field.value === '') return leave(app, false);
      const field = typeKey(own.field, key, text);
      return field ? searchHistory(replaceTop(app, { ...own, field }), field.value) : step(app);
    },
    scroll(app, _own, way) {
      const history = openLayer(app, 'history');
      return history ? moveInHistory(app, history, way) : step(app);
    },
  };

/** Leaves the field; the search stays or is emptied. */
function leave(app: App, keep: boolean): Step {
  const left = step(replaceTop(app, null));
  return keep ? left : chained(left, now => searchHistory(now, ''));
}
