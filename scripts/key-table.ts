import { commandTable } from '../source/app/command-table.ts';
import { layers } from '../source/app/layers.ts';
import { keyLabel } from '../source/keys/key-labels.ts';
import { betweenMarks } from './between-marks.ts';

const everywhere = { kind: 'everywhere', title: 'Everywhere' };

/** The README's key table, made from the table that dispatch uses. */
function keyTable(): string {
  return [...layers, everywhere]
    .map(({ kind, title }) => {
      const rows = commandTable
        .filter(command => command.layer === kind)
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
