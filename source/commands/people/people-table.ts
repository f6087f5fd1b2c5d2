import { accountStatuses } from '../../roster/users/vocabulary.ts';
import type { CommandEntry } from '../shell/command.ts';
import { page, search } from '../users/list-options.ts';

/** The people of the account. */
export const peopleCommands: readonly CommandEntry[] = [
  {
    name: 'people list',
    summary: 'list the people of the account, with or without a license',
    options: [
      search,
      {
        flags: '--licensed <answer>',
        description: 'whether they are users; those who are not can be added',
        choices: ['yes', 'no'],
      },
      { flags: '--status <status>', description: 'of their account', choices: accountStatuses },
      ...page,
    ],
    examples: [
      'people list --licensed no --status active --search silva',
      'people list --format csv > people.csv',
    ],
    load: () => import('./people-list.ts'),
  },
  {
    name: 'people import',
    summary: 'take people from the CSV of a directory; known ones are updated',
    arguments: [{ syntax: '<file>', description: 'a CSV file; - reads standard input', besidesFile: ['-'] }],
    options: [{ flags: '--strict', description: 'a bad row writes nothing' }],
    changes: true,
    examples: ['people import directory.csv', 'people import --strict --dry-run - < directory.csv'],
    load: () => import('./people-import.ts'),
  },
];
