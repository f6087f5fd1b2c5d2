import type { Clash, Side } from '../../roster/plan/clashes.ts';
import type { ClashingUser } from '../../roster/pull/clash-lines.ts';
import type { View } from '../../roster/screen/view.ts';

/** What two sides changed, each to something else, and whose of both it is to be. */
export interface ClashLayer {
  kind: 'clash';
  against: Against;
  /** Whom it may be about. */
  people: readonly Pick<ClashingUser, 'person_id' | 'name'>[];
  clashes: Clash[];
  chosen: (Side | null)[];
  /** The clash that the cursor is on, by its key: while somebody chooses, others come and go. */
  current: string;
}

/** Who made something else of it: somebody while a form was open, or the account. */
export type Against =
  | { of: 'form'; by: string }
  /** `ids`: of whom it was asked for, to ask again; null: of everybody. */
  | {
      of: 'account';
      users: readonly ClashingUser[];
      ids: readonly number[] | null;
      seenIn?: View | undefined;
    };
