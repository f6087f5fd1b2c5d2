import type { TextField } from '../../../keys/text-field.ts';

/** The search field of history has the keys. */
export interface HistorySearchLayer {
  kind: 'history-search';
  field: TextField;
}
