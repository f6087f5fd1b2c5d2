import type { FieldEdit } from '../users/field-edit.ts';
import type { FieldName } from '../users/user.ts';
import type { Remembered } from './effects.ts';
import type { Spared } from './form-effects.ts';
import type { Selection } from './selection.ts';

/** A form that was filled in and not saved: what makes it anew, on the people as they are by then. */
export interface DraftForm {
  of: 'add' | 'edit';
  /** Whom it is about, and the version of each user that it showed; null for whom it showed as no user. */
  people: ReadonlyMap<number, number | null>;
  template: string | null;
  draft: Partial<Record<FieldName, readonly FieldEdit[]>>;
  spared: Spared;
}

/** A form of an earlier session. */
export interface UnsavedForm {
  form: DraftForm;
  /** When it was last changed, ISO 8601 UTC. */
  at: string;
}

/** What of a session is stored while it runs, for the operator's next start. */
export interface SessionState {
  screen: Remembered;
  selected: Selection;
  /** Only the selected users are shown. */
  onlySelected: boolean;
  /** The form that is open, if there is something in it. */
  form: DraftForm | null;
  /** Those of earlier sessions that nobody has gone on with; the newest first. */
  unsaved: readonly UnsavedForm[];
}

/** What an earlier session left behind. */
export type RestoredSession = Omit<SessionState, 'form' | 'screen'> & { screen: Remembered | null };
