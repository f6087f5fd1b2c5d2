import type { Db } from '../../db/sqlite/dialect.ts';
import { builtInRoles, type Operator } from '../roster/access/privileges.ts';
import { fold } from '../roster/text/fold.ts';
import type { Organization } from './write-organization.ts';

/** An operator as change sets name them. */
export type Author = Pick<Operator, 'operator_id' | 'operator_name'>;

/** Who worked on the account before, and a supervisor who may only look. Nobody can log in as them. */
const others = [
  { operator_name: 'Maria Lopez', role: 'Admin', user_email: 'maria.lopez@acme.example' },
  { operator_name: 'Jonas Weber', role: 'Admin', user_email: 'jonas.weber@acme.example' },
  { operator_name: '田中 美咲', role: 'Admin', user_email: 'misaki.tanaka@acme.example' },
  { operator_name: 'Bruno da Silva', role: 'Supervisor', user_email: 'bruno.dasilva@acme.example' },
] as const;

export interface Authors {
  maria: Operator;
  jonas: Operator;
  misaki: Operator;
}

/** Adds the other operators, and gives the owner, who runs the demo, a user of their own. */
export async function writeOperators(trx: Db, { roles }: Organization): Promise<Authors> {
  await trx
    .updateTable('operators')
    .set({ user_email_key: 'alex.morgan@acme.example' })
    .where('is_owner', '=', 1)
    .execute();
  const written: Operator[] = [];
  for (const { operator_name, role, user_email } of others) {
    const user_email_key = fold(user_email);
    const { insertId } = await trx
      .insertInto('operators')
      .values({ operator_name, role_id: roles.get(role)!.id, is_owner: 0, login: null, user_email_key })
      .executeTakeFirstOrThrow();
    written.push({
      operator_id: Number(insertId),
      operator_name,
      role_name: role,
      is_owner: false,
      privileges: builtInRoles.find(({ role_name }) => role_name === role)!.privileges,
      user_email_key,
    });
  }
  const [maria, jonas, misaki] = written;
  return { maria: maria!, jonas: jonas!, misaki: misaki! };
}
