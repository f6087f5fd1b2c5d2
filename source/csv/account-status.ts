import type { AccountStatus } from '../roster/users/vocabulary.ts';
import { truthOf, wordKey } from './truth-words.ts';

/**
 * What a column with a person's account status says: a word for it, whether somebody may sign in (Entra's accountEnabled),
 * whether somebody is kept out (GAM's suspended), or the bits of Active Directory's userAccountControl.
 */
export type StatusColumn = 'status' | 'enabled' | 'blocked' | 'control_bits';

/**
 * The words of the columns that name a status: our own, Google's (Active, Suspended, Archived), Zoom's (Active,
 * Inactive, Pending), Microsoft 365's (Sign-in allowed), Okta's life cycle, both as its API writes it and as its console
 * shows it. Okta's people whose password expired, or who are locked out for the moment, still have their account.
 */
const statusWords: Readonly<Record<string, AccountStatus>> = {
  active: 'active',
  activated: 'active',
  enabled: 'active',
  allowed: 'active',
  signinallowed: 'active',
  unblocked: 'active',
  notblocked: 'active',
  recovery: 'active',
  passwordreset: 'active',
  passwordexpired: 'active',
  lockedout: 'active',
  inactive: 'inactive',
  deactivated: 'inactive',
  deprovisioned: 'inactive',
  suspended: 'inactive',
  archived: 'inactive',
  disabled: 'inactive',
  blocked: 'inactive',
  signinblocked: 'inactive',
  notallowed: 'inactive',
  deleted: 'inactive',
  pending: 'pending',
  staged: 'pending',
  provisioned: 'pending',
  pendinguseraction: 'pending',
  pendingactivation: 'pending',
  invited: 'pending',
};

/** The bit of userAccountControl that says that the account is disabled (ADS_UF_ACCOUNTDISABLE). */
const accountDisabled = 2;

/** The status that a cell stands for, without regard to case, spaces and punctuation; undefined if unknown. */
export function accountStatusOf(cell: string, column: StatusColumn): AccountStatus | undefined {
  if (column === 'control_bits')
    return /^\d+$/.test(cell) ? activeIf(!(Number(cell) & accountDisabled)) : undefined;
  const truth = column === 'status' ? undefined : truthOf(cell);
  if (truth !== undefined) return activeIf(truth === (column === 'enabled'));
  const word = wordKey(cell);
  return Object.hasOwn(statusWords, word) ? statusWords[word] : undefined;
}

function activeIf(active: boolean): AccountStatus {
  return active ? 'active' : 'inactive';
}

/** Of several columns the one that lets somebody in the least counts: Google's people are suspended, archived or neither. */
export function strictest(statuses: readonly AccountStatus[]): AccountStatus | undefined {
  return (['inactive', 'pending', 'active'] as const).find(status => statuses.includes(status));
}

/** What may stand in such a column, as a sentence says it. */
export const statusAdvice: Readonly<Record<StatusColumn, string>> = {
  status: 'active, inactive or pending',
  enabled: 'True or False',
  blocked: 'True or False',
  control_bits: 'a whole number, such as 512',
};
