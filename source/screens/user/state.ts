import type { App } from '../../app/state.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import type { AtAccount } from '../../roster/screen/page-effects.ts';
import type { User } from '../../roster/users/user.ts';

/** One user: all settings and what was last changed. */
export interface UserLayer {
  kind: 'user';
  person_id: number;
  /** The name to say where they are no user any more. */
  name: string;
  /** Undefined until they are read; null where they have no license any more. */
  user: User | null | undefined;
  /** Newest first, each with what it did to this user alone; null where the operator may not read history. */
  changes: AppliedChangeSet[] | null;
  /** What of them is otherwise at the account; null where the roster is connected to none. */
  atAccount: AtAccount | null;
  /** First line that is shown. */
  top: number;
  /** The roster's cursor is on its way to a user who is not on screen: that one is read next. */
  stepping: boolean;
}

/** Whether the roster's cursor is on the user who is shown: others may have removed that one. */
export function isCurrent({ roster }: App, { person_id }: UserLayer): boolean {
  return roster.rows[roster.cursor]?.person_id === person_id;
}
