/** An account user's status. Suspended, archived, blocked, deprovisioned people are inactive. */
export type AccountStatus = 'active' | 'inactive' | 'pending';

/** What the words of a column mean, by the folded word. */
export type StatusWords = Readonly<Record<string, AccountStatus>>;

/**
 * The words of the columns that name a status: our own, Google's (Active, Suspended, Archived), Zoom's (Active,
 * Inactive, Pending), Okta's life cycle, both as its API writes it and as its console shows it. Okta's people
 * whose password expired, or who are locked out for the moment, still have their account.
 */
export const statusWords: StatusWords = {
  active: 'active',
  activated: 'active',
  enabled: 'active',
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
  deleted: 'inactive',
  pending: 'pending',
  staged: 'pending',
  provisioned: 'pending',
  pendinguseraction: 'pending',
  pendingactivation: 'pending',
  invited: 'pending',
};

/** The words of a column that says whether somebody may sign in (Entra's accountEnabled). */
export const enabledWords: StatusWords = {
  true: 'active',
  yes: 'active',
  1: 'active',
  false: 'inactive',
  no: 'inactive',
  0: 'inactive',
};

/** The words of a column that says whether somebody is kept out (Microsoft 365's "Block credential"). */
export const blockedWords: StatusWords = {
  true: 'inactive',
  yes: 'inactive',
  1: 'inactive',
  false: 'active',
  no: 'active',
  0: 'active',
};

/** The status that a cell's word stands for, without regard to case, spaces, `_` and `-`; undefined if unknown. */
export function accountStatusOf(cell: string, words: StatusWords): AccountStatus | undefined {
  const word = cell.toLowerCase().replace(/[\s_-]/g, '');
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
