import type { SetList } from '../../app/set-list.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';

/** Which of them are shown. */
export const pushFilters = ['all', 'waiting', 'refused'] as const;
export type PushFilter = (typeof pushFilters)[number];

/** The change sets that are for the account, too, the newest first. */
export interface PushesLayer extends SetList {
  kind: 'pushes';
  /** All that were read; `sets` are those that are shown. */
  all: readonly AppliedChangeSet[];
  /** How many there are; null until they are read. */
  total: number | null;
  only: PushFilter;
}
