import type { Usage } from '../../roster/licenses/usage.ts';

/** Licenses and what they are used for. */
export interface UsageLayer {
  kind: 'usage';
  /** Null until it is read. */
  usage: Usage | null;
  /** First line that is shown. */
  top: number;
  /** The key of the row that the cursor is on; null: the first. */
  current: string | null;
}
