import type { ListItem, TypedList } from '../../keys/typed-list.ts';
import type { Row } from '../../roster/users/row.ts';

/** A list to choose from, typed to narrow. */
export interface PickLayer extends TypedList {
  kind: 'pick';
  purpose: 'queue' | 'role' | 'columns' | 'commands' | 'row' | 'field';
  title: string;
  /** Whose menu it is, where it is one user's; null in that of the selected ones and in other lists. */
  row: Row | null;
  /** Whom a menu is about. */
  ids: readonly number[];
  /** Ids of what is picked, where several may be; null where only one is. */
  picked: ListItem['id'][] | null;
}
