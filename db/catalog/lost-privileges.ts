import type { Privilege } from '../../source/roster/access/privileges.ts';
import type { Db } from '../sqlite/dialect.ts';

/** What an operator could do until version 2 of the roster brought a privilege of its own for it. */
export interface LostPrivileges {
  operator_name: string;
  role_name: string;
  privileges: Privilege[];
}

/** Who lost what by the new privileges, and has neither got it back nor another role. */
export async function readLostPrivileges(db: Db): Promise<LostPrivileges[]> {
  const rows = await db
    .selectFrom('lost_privileges as lost')
    .innerJoin('operators', join =>
      join
        .onRef('operators.operator_id', '=', 'lost.operator_id')
        .onRef('operators.role_id', '=', 'lost.role_id')
        .on('operators.is_owner', '=', 0),
    )
    .innerJoin('roles', 'roles.role_id', 'lost.role_id')
    .select(['operator_name', 'role_name', 'lost.operator_id', 'lost.privilege'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_privileges as granted')
            .select('granted.privilege')
            .whereRef('granted.role_id', '=', 'lost.role_id')
            .whereRef('granted.privilege', '=', 'lost.privilege'),
        ),
      ),
    )
    .orderBy('lost.operator_id')
    .orderBy('lost.privilege', 'desc')
    .execute();
  return [...Map.groupBy(rows, row => row.operator_id).values()].map(lost => ({
    operator_name: lost[0]!.operator_name,
    role_name: lost[0]!.role_name,
    privileges: lost.map(row => row.privilege as Privilege),
  }));
}
