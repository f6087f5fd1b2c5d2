import type { OptionEntry } from './command.ts';

/** Options of lists of users and of people. */
export const search: OptionEntry = {
  flags: '--search <text>',
  description: 'words in name, e-mail or department',
};

export const page: readonly OptionEntry[] = [
  { flags: '--limit <number>', description: 'at most so many' },
  { flags: '--offset <number>', description: 'leave out so many first' },
];
