import { sql } from 'kysely';
import type { Db } from '../dialect.ts';

/**
 * Part of version 2: privileges for roles and for the account, the times over the license pools, and inactive users who
 * count as signed in.
 */
export async function migrateRules(db: Db): Promise<void> {
  for (const statement of [...privilegeStatements, ...overageStatements])
    await sql.raw(statement).execute(db);
  await signOutInactive(db);
  await sql.raw(closeOverages).execute(db);
}

/** Until then `UserManagement:Edit` was enough for both; of the built-in roles only Admin keeps them. */
const privilegeStatements = [
  // Who lost what by that; roster check tells it.
  `create table lost_privileges (
    operator_id integer not null references operators on delete cascade,
    role_id integer not null references roles on delete cascade,
    privilege text not null,
    primary key (operator_id, role_id, privilege)
  ) strict, without rowid`,
  `insert into role_privileges (role_id, privilege)
    select role_id, p.value from roles, json_each('["RoleManagement:Edit","AccountSettings:Edit"]') p
    where built_in = 1 and role_key = 'admin'`,
  `insert into lost_privileges (operator_id, role_id, privilege)
    select o.operator_id, r.role_id, p.value
    from operators o join roles r on r.role_id = o.role_id
    join role_privileges g on g.role_id = r.role_id and g.privilege = 'UserManagement:Edit'
    join json_each('["RoleManagement:Edit","AccountSettings:Edit"]') p
    where r.built_in = 0 and o.is_owner = 0`,
];

/** Since when a pool is exceeded is the beginning of the time over it that has no end yet. */
const overageStatements = [
  `create table license_overages (
    license_overage_id integer primary key,
    package_name text not null,
    since text not null,
    until text,
    most integer not null,
    total integer not null,
    change_set_id integer references change_sets
  ) strict`,
  `create unique index open_overages on license_overages (package_name) where until is null`,
  // What began it was written in the same moment; of the most only what there is now is known.
  `insert into license_overages (package_name, since, until, most, total, change_set_id)
    select package_name, exceeded_since, null,
      (select coalesce(sum(u.users), 0) from license_use u
        where u.package_name = p.package_name and u.status_name <> 'Offline'),
      total, (select max(change_set_id) from change_sets s where s.at = p.exceeded_since)
    from license_pools p where exceeded_since is not null`,
  `alter table license_pools drop column exceeded_since`,
];

/** Signing somebody out may have ended it. */
const closeOverages = `update license_overages set until = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  where until is null and (
    select coalesce(sum(u.users), 0) from license_use u
    where u.package_name = license_overages.package_name and u.status_name <> 'Offline'
  ) <= (select p.total from license_pools p where p.package_name = license_overages.package_name)`;

/** A change set holds no more. */
const usersAtOnce = 10_000;

/**
 * Makes the inactive users who are not offline so (domain rule 4), as change sets: history says what every user was made by.
 * They are nobody's, so that nobody's undo takes them back.
 */
async function signOutInactive(db: Db): Promise<void> {
  await sql`create temporary table signed_in as
    select person_id from users where user_access = 'inactive' and status_name <> 'Offline'
    order by person_id`.execute(db);
  const { rows } = await sql<{ users: number }>`select count(*) as users from signed_in`.execute(db);
  const total = rows[0]?.users ?? 0;
  for (let after = 0; after < total; after += usersAtOnce)
    await signOut(db, { after, users: Math.min(usersAtOnce, total - after) });
  await sql`drop table signed_in`.execute(db);
}

/** So many of those in `signed_in`, behind row `after` of it, in one change set. */
async function signOut(db: Db, { after, users }: { after: number; users: number }): Promise<void> {
  const at = new Date();
  const { insertId } = await sql`
    insert into change_sets (at, operator_id, operator_name, via, kind, summary, users, licenses, notices, catalog)
    values (${at.toISOString()}, 0, 'roster', 'update', 'edit',
      ${`Sign out ${users} inactive ${users === 1 ? 'user' : 'users'}`}, ${users}, '[]', '[]', '[]')`.execute(
    db,
  );
  const id = Number(insertId);
  await sql`
    insert into changes (change_set_id, person_id, user_email, user_name, action, fields)
    select ${id}, u.person_id, p.user_email,
      coalesce(nullif(u.display_name, ''), nullif(p.display_name, ''), p.user_email), 'update',
      case when u.sub_status_name is null
        then json_object('status_name', json_object('before', u.status_name, 'after', 'Offline'))
        else json_object('status_name', json_object('before', u.status_name, 'after', 'Offline'),
          'sub_status_name', json_object('before', u.sub_status_name, 'after', null)) end
    from signed_in s join users u on u.person_id = s.person_id join people p on p.person_id = u.person_id
    where s.rowid > ${after} and s.rowid <= ${after + users}`.execute(db);
  await sql`
    update users set status_name = 'Offline', sub_status_name = null, modified_at = ${at.getTime()},
      modified_by = 'roster', version = ${id}
    where person_id in (select person_id from signed_in where rowid > ${after} and rowid <= ${after + users})`.execute(
    db,
  );
}
