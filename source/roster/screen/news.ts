import type { AppliedChangeSet } from '../plan/change-set.ts';

/** What others did since somebody looked last; whoever sits at another screen in the same name is another, too. */
export interface News {
  /** The newest change set there is, whoever made it; 0 where there is none. */
  latest: number;
  /** The sets of others, the oldest first, as many as are worth a word. */
  sets: NewsSet[];
  /** Who came to be a user by them, and who is not as before; people who are no users any more are in neither. */
  added: readonly number[];
  changed: readonly number[];
}

export interface NewsSet
  extends Pick<AppliedChangeSet, 'id' | 'operator_name' | 'kind' | 'summary' | 'users'> {
  /** Of whom it changed, where they are few. */
  names: readonly string[];
}

/** What is marked in a row for a moment. */
export type RowNews = 'added' | 'changed';
