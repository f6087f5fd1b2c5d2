import type { Operator, Privilege } from '../../source/roster/access/privileges.ts';
import type { Proof } from '../authorship.ts';
import type { Db } from '../sqlite/dialect.ts';

/** The operator who is known by this, as they are now; null if nobody is, any more. */
export async function operatorBy(db: Db, proof: Proof): Promise<Operator | null> {
  return 'key' in proof
    ? await operatorByKey(db, proof.operator_id, proof.key)
    : await operatorByLogin(db, proof.login);
}

/** The operator with this operating-system login, or null. */
export async function operatorByLogin(db: Db, login: string): Promise<Operator | null> {
  const row = await operators(db).where('login', '=', login).executeTakeFirst();
  return row ? await withPrivileges(db, row) : null;
}

/** The operator with this id, if the key with this fingerprint is theirs; else null. */
async function operatorByKey(db: Db, operator_id: number, key: string): Promise<Operator | null> {
  const row = await operators(db)
    .where('operator_id', '=', operator_id)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('operator_keys')
          .select('fingerprint')
          .whereRef('operator_keys.operator_id', '=', 'operators.operator_id')
          .where('fingerprint', '=', key),
      ),
    )
    .executeTakeFirst();
  return row ? { ...(await withPrivileges(db, row)), key } : null;
}

/** Whose key it is; null if nobody's. */
export async function holderOfKey(
  db: Db,
  { type, blob, fingerprint }: { type: string; blob: string; fingerprint: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('operator_keys')
    .select('operator_id')
    .where('fingerprint', '=', fingerprint)
    .where('type', '=', type)
    .where('blob', '=', blob)
    .executeTakeFirst();
  return row?.operator_id ?? null;
}

function operators(db: Db) {
  return db
    .selectFrom('operators')
    .innerJoin('roles', 'roles.role_id', 'operators.role_id')
    .leftJoin('people', 'people.email_key', 'operators.user_email_key')
    .leftJoin('users', 'users.person_id', 'people.person_id')
    .select(['operator_id', 'operator_name', 'is_owner', 'user_email_key', 'role_name', 'roles.role_id'])
    .select(['people.display_name as person_name', 'users.display_name as own_name']);
}

type OperatorRow = Awaited<ReturnType<ReturnType<typeof operators>['executeTakeFirstOrThrow']>>;

async function withPrivileges(db: Db, row: OperatorRow): Promise<Operator> {
  const granted = await db
    .selectFrom('role_privileges')
    .select('privilege')
    .where('role_id', '=', row.role_id)
    .execute();
  const person_name = row.own_name || row.person_name;
  return {
    ...(person_name && { person_name }),
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

/** The roles that operators have. */
export async function rolesOfOperators(db: Db): Promise<Set<number>> {
  const rows = await db.selectFrom('operators').select('role_id').distinct().execute();
  return new Set(rows.map(row => row.role_id));
}
