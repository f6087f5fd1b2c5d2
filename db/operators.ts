import type { Operator, Privilege } from '../source/roster/privileges.ts';
import type { Db } from './dialect.ts';

/** The operator with this operating-system login, or null. */
export async function operatorByLogin(db: Db, login: string): Promise<Operator | null> {
  const row = await db
    .selectFrom('operators')
    .innerJoin('roles', 'roles.role_id', 'operators.role_id')
    .select(['operator_id', 'operator_name', 'is_owner', 'user_email_key', 'role_name', 'roles.role_id'])
    .where('login', '=', login)
    .executeTakeFirst();
  if (!row) return null;
  const granted = await db
    .selectFrom('role_privileges')
    .select('privilege')
    .where('role_id', '=', row.role_id)
    .execute();
  return {
    operator_id: row.operator_id,
    operator_name: row.operator_name,
    role_name: row.role_name,
    is_owner: row.is_owner === 1,
    privileges: granted.map(({ privilege }) => privilege as Privilege),
    user_email_key: row.user_email_key,
  };
}

/** The names of those who own the roster: whom to ask for access. */
export async function ownerNames(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('operators').select('operator_name').where('is_owner', '=', 1).execute();
  return rows.map(row => row.operator_name);
}

/** Of each owner the key of their e-mail, null for those who are not in the account: as many as there are owners. */
export async function ownerEmailKeys(db: Db): Promise<(string | null)[]> {
  const rows = await db.selectFrom('operators').select('user_email_key').where('is_owner', '=', 1).execute();
  return rows.map(row => row.user_email_key);
}
