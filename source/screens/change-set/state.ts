import type { ScrollPosition } from '../../components/block-list.tsx';
import type { AppliedChangeSet, Change } from '../../roster/plan/change-set.ts';
import type { RefusedPart } from '../../roster/push/refused.ts';

/** One change set with what it did to each user. */
export interface ChangeSetLayer {
  kind: 'change-set';
  /** Without the changes of each user. */
  set: AppliedChangeSet;
  /** As far as they were read; null until the first are. */
  changes: Change[] | null;
  /** What of it the account did not take. */
  refused: readonly RefusedPart[];
  /** Where its list is scrolled to. */
  top: ScrollPosition;
}
