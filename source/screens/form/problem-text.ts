import type { Problem } from '../../roster/plan/change-set.ts';

/** The same in the words of a screen: commands are of no help here. */
const sentences: Record<string, (problem: Problem) => string> = {
  role_missing: () => 'Choose a role: everybody who is added needs one.',
  unknown_person: ({ value }) => `${value}: nobody in the account has this e-mail.`,
  not_licensed: ({ value }) => `${value} is no user any more.`,
  already_licensed: ({ value }) => `${value} is a user already.`,
  account_inactive: ({ value }) => `${value} is inactive in the account.`,
  account_pending: ({ value }) => `${value} is pending in the account.`,
};

export function problemText(problem: Problem): string {
  return sentences[problem.code]?.(problem) ?? problem.message;
}
