import type { Db } from '../sqlite/dialect.ts';

/** A user as an e-mail addresses them. */
export interface Addressee {
  user_email: string;
  user_name: string;
  role_name: string;
}

/** Users with what `addresseeOf` needs; to be narrowed by the caller. */
export function addressees(db: Db) {
  return db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .innerJoin('roles', 'roles.role_id', 'users.role_id')
    .select([
      'people.user_email',
      'roles.role_name',
      'users.display_name as own_name',
      'people.display_name as person_name',
    ]);
}

export function addresseeOf(row: {
  user_email: string;
  role_name: string;
  own_name: string | null;
  person_name: string;
}): Addressee {
  const { user_email, role_name, own_name, person_name } = row;
  return { user_email, role_name, user_name: own_name || person_name || user_email };
}
