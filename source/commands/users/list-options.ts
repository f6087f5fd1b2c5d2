import { packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import type { OptionEntry } from '../shell/command.ts';

/** Options of lists of users and of people. */
export const search: OptionEntry = {
  flags: '--search <text>',
  description: 'words in name, e-mail or department',
};

export const status: OptionEntry = {
  flags: '--status <status>',
  description: 'access',
  choices: userAccesses,
};

export const licensePackage: OptionEntry = {
  flags: '--package <package>',
  description: 'users with this package',
  choices: packageNames,
};

export const sort: OptionEntry = {
  flags: '--sort <column>',
  description: 'name, email, role, status or presence; name:desc turns it round',
};

export const page: readonly OptionEntry[] = [
  { flags: '--limit <number>', description: 'at most so many' },
  { flags: '--offset <number>', description: 'leave out so many first' },
];

/** What the screen begins with, where there is no command. */
export const screenOptions: readonly OptionEntry[] = [
  search,
  { flags: '--queue <name>', description: 'users of this queue' },
  status,
  { flags: '--role <name>', description: 'users with this role' },
  licensePackage,
  sort,
];
