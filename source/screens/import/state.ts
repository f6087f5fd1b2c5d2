import type { ScrollPosition } from '../../components/block-list.tsx';
import type { Planned } from '../../roster/effects.ts';
import type { RepeatedProblem } from '../../roster/repeated-problems.ts';

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
