import type { OptionEntry } from '../shell/command.ts';

// Options of the commands that change users.

/** What `--where` asks about: of a user, and `person` the status of their account. */
export const whereFields = ['search', 'queue', 'status', 'role', 'package', 'person'] as const;

export const where: OptionEntry = {
  flags: '--where <field=value>',
  description: `instead of e-mails: ${whereFields.join(', ')}; several must all hold`,
  repeats: true,
};

export const yes: OptionEntry = { flags: '--yes', description: 'write it without a look first' };

export const template: OptionEntry = {
  flags: '--template <template>',
  description: 'settings by the name of a template; options come on top',
};

export const result: OptionEntry = {
  flags: '--result <file>',
  description: 'write there as CSV what became of each row',
};

export const part: readonly OptionEntry[] = [
  {
    flags: '--only <email>',
    description: 'only what it did to this user; again: and to this one',
    repeats: true,
  },
  { flags: '--skip-conflicts', description: 'all who do not clash with later changes; exit 4 if some do' },
];
