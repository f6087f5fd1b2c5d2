import type { ScreenLayer } from '../../app/layer.ts';
import { searchCommands } from './commands.ts';
import { leaveSearch, openSearch, typeInSearch } from './reducer.ts';
import type { SearchLayer } from './state.ts';

export type SearchAction = { type: 'search-leave'; keep: boolean };
export type SearchRequest = { type: 'search-open' };

/** The search field over the roster. */
export const searchLayer: ScreenLayer<SearchLayer, SearchAction, SearchRequest> = {
  kind: 'search',
  title: 'Search field',
  commands: searchCommands,
  reduce: { 'search-leave': (app, _layer, { keep }) => leaveSearch(app, keep) },
  requests: { 'search-open': openSearch },
  typing: typeInSearch,
};
