import { keyLabel } from '../source/keys/key-labels.ts';
import { commandTable } from '../source/screens/command-table.ts';
import { betweenMarks } from './between-marks.ts';

const layers: [layer: string, title: string][] = [
  ['roster', 'Roster'],
  ['search', 'Search field'],
  ['pick', 'Lists that are typed to narrow'],
  ['confirm', 'Dialogs'],
  ['people', 'Adding: the people'],
  ['form', 'Adding and editing: the fields'],
  ['text', 'A text field of a form'],
  ['assign', 'Lists of queues, skills, teams, add-ons'],
  ['leave', 'Leaving a form that is not saved'],
  ['clash', 'Changed by somebody else meanwhile'],
  ['user', 'One user'],
  ['history', 'History'],
  ['change-set', 'One change'],
  ['usage', 'Licenses and usage'],
  ['import', 'Import preview'],
  ['prompt', 'Naming a file'],
  ['problems', 'Why something is refused'],
  ['everywhere', 'Everywhere'],
];

/** The README's key table, made from the table that dispatch uses. */
function keyTable(): string {
  return layers
    .map(([layer, title]) => {
      const rows = commandTable
        .filter(command => command.layer === layer)
        .map(
          // What has no key of its own is found among all commands.
          ({ keys, title }) =>
            `| ${(keys.length > 0 ? keys : [':']).map(key => `\`${keyLabel(key)}\``).join(' ')} | ${title} |`,
        );
      return [`**${title}**`, '', '| key | does |', '| --- | --- |', ...rows].join('\n');
    })
    .join('\n\n');
}

/** `readme` with the key table as it is now between its two marks. */
export function withKeyTable(readme: string): string {
  return betweenMarks(readme, 'keys', keyTable());
}
