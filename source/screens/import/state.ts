import type { ScrollPosition } from '../../components/block-list.tsx';
import type { RepeatedProblem } from '../../roster/plan/repeated-problems.ts';
import type { Planned } from '../../roster/screen/effects.ts';

/** What a CSV file would change, before anything is written. */
export interface ImportLayer {
  kind: 'import';
  path: string;
  planned: Planned;
  /** What is wrong with it, each once. */
  problems: readonly RepeatedProblem[];
  /** Where its list is scrolled to. */
  top: ScrollPosition;
  /** It is being written. */
  busy: boolean;
}
