import type { Opening } from '../../app/opening.ts';
import type { ScrollPosition } from '../../components/block-list.tsx';
import type { Planned } from '../../roster/screen/effects.ts';

/** Asks before something is written. */
export interface ConfirmLayer extends Opening {
  kind: 'confirm';
  planned: Planned;
  /** How many of the people are not among the rows that match now. */
  notShown: number;
  /** Digits typed so far, where the number has to be typed. */
  typed: string;
  /** Said under the typed number after a wrong one. */
  complaint: string | null;
  /** Where its list is scrolled to. */
  top: ScrollPosition;
  /** People who changed while the dialog was open. */
  changed: readonly number[];
  busy: boolean;
}
