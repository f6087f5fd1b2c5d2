import type { State } from '../state/state.ts';

/** Lets one request at a time change a user. */
export interface Writes {
  /** Takes the users; false, and none of them, while somebody else has one. */
  begin(users: readonly string[]): boolean;
  end(users: readonly string[]): void;
}

export function makeWrites(): Writes {
  const busy = new Set<string>();
  return {
    begin(users) {
      if (users.some(user => busy.has(user))) return false;
      for (const user of users) busy.add(user);
      return true;
    },
    end(users) {
      for (const user of users) busy.delete(user);
    },
  };
}

/** How requests say whom they are about. */
export interface Named {
  user_id?: string;
  user_email?: string;
}

/** Whom a request writes to: by its path, its body or its parameters. */
export function usersOf(state: State, userId: string | undefined, ...sources: readonly unknown[]): string[] {
  const ids = new Set<string>(userId === undefined ? [] : [userId]);
  const name = ({ user_id, user_email }: Named) => {
    const id = user_email === undefined ? user_id : state.emails.get(user_email.toLowerCase());
    if (id !== undefined) ids.add(id);
  };
  for (const source of sources) {
    const { users, user_ids, user_emails, ...one } = (source ?? {}) as Named & {
      users?: Named[];
      user_ids?: string[];
      user_emails?: string[];
    };
    name(one);
    for (const user of users ?? []) name(user);
    for (const user_id of user_ids ?? []) name({ user_id });
    for (const user_email of user_emails ?? []) name({ user_email });
  }
  return [...ids];
}
