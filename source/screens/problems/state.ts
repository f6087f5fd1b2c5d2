import type { ScrollPosition } from '../../components/block-list.tsx';
import type { Problem } from '../../roster/plan/change-set.ts';

/** Why something is refused, where there is more to say than fits into a line. */
export interface ProblemsLayer {
  kind: 'problems';
  title: string;
  /** What became of the rest. */
  outcome: string;
  problems: readonly Problem[];
  /** How many more there are. */
  unlisted: number;
  /** Where its list is scrolled to. */
  top: ScrollPosition;
}
