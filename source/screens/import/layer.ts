import type { Planned } from '../../roster/effects.ts';

/** What a CSV file would change, before anything is written. */
export interface ImportLayer {
  kind: 'import';
  path: string;
  planned: Planned;
  /** First line that is shown. */
  top: number;
  /** It is being written. */
  busy: boolean;
}
