import type { TextField } from '../../keys/text-field.ts';

/** The search field has the keys. */
export interface SearchLayer {
  kind: 'search';
  field: TextField;
}
