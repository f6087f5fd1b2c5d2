import { type Holder, may, type Operator, privileges } from './privileges.ts';

/** Who looks, as the screen needs to know it. */
export interface Viewer extends Holder {
  /** `ssh` or nothing for a login on the machine itself. */
  via: string;
  /** Their name as a person of the account, where it is known and is another one. */
  person_name?: string;
  mayEdit: boolean;
  mayReadHistory: boolean;
  /** They came in by a key, to this program alone: no files of the machine, no shell to go back to. */
  confined: boolean;
}

/** An operator as the screen shows them; `via` is from where, as history keeps it. */
export function viewerOf(operator: Operator, via: string): Viewer {
  const { operator_name, person_name } = operator;
  return {
    operator_name,
    role_name: operator.is_owner ? 'Owner' : operator.role_name,
    is_owner: operator.is_owner,
    privileges: operator.is_owner ? privileges : operator.privileges,
    via: via.split(' ')[0] === 'ssh' ? 'ssh' : '',
    mayEdit: may(operator, 'UserManagement:Edit'),
    mayReadHistory: may(operator, 'RptContactCenterOperationLog:Read'),
    confined: operator.key !== undefined,
    ...(person_name && person_name !== operator_name && { person_name }),
  };
}
