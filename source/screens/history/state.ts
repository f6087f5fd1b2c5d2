import type { SetList } from '../../app/set-list.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { Reference } from '../../roster/users/user.ts';

/** What was changed, the newest first: by everybody on everything, or to one user. */
export interface HistoryLayer extends SetList {
  kind: 'history';
  /** Null: of the whole roster. */
  of: Reference | null;
  /** Only what has these words is shown. */
  search: string;
  /** What was searched for when the sets were read. */
  searched: string;
  /** As far as they were read. */
  sets: AppliedChangeSet[];
  /** How many there are; null until they are read. */
  total: number | null;
}
