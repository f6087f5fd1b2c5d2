import { betweenMarks } from '../../scripts/between-marks.ts';
import { writingScopes } from '../../source/account/client/writing-scopes.ts';
import { keyGroups } from '../../source/app/command-table.ts';
import { optionText, usageOf } from '../../source/commands/completion/man-page.ts';
import type { CommandEntry, OptionEntry } from '../../source/commands/shell/command.ts';
import { commandTable, globalOptions } from '../../source/commands/shell/table.ts';
import { screenOptions } from '../../source/commands/users/list-options.ts';
import { capitalized } from '../../source/roster/text/words.ts';

/** The pages of the docs with their tables as the code has them now, between their marks. */
export const withTables = {
  keys: (page: string) => betweenMarks(page, 'keys', keys()),
  commands: (page: string) => betweenMarks(page, 'commands', commands()),
  zoom: (page: string) => betweenMarks(page, 'writing scopes', scopes()),
};

function keys(): string {
  return keyGroups
    .map(({ title, keys }) =>
      [
        `## ${title}`,
        '',
        ...table(
          ['key', 'does'],
          keys.map(({ labels, title }) => [labels.map(code).join(' '), title]),
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

function commands(): string {
  return [
    `## Options of the screen\n\n${options(screenOptions)}`,
    ...commandTable.map(command),
    `## Options of every command\n\n${options(globalOptions)}`,
  ].join('\n\n');
}

/** What an app needs to send. */
function scopes(): string {
  return table(
    ['scope', 'to', 'tried'],
    writingScopes.map(({ scope, titles, trial }) => [
      code(scope),
      titles.map(title => title.toLowerCase()).join('; '),
      trial ? 'yes' : 'no',
    ]),
  ).join('\n');
}

function command(entry: CommandEntry): string {
  const { operands, all } = usageOf(entry);
  const rows = [
    ...operands.map(({ syntax, description }) => [code(syntax), description]),
    ...all.map(option => [code(option.flags), optionText(option)]),
  ];
  return [
    `## roster ${entry.name}`,
    `${capitalized(entry.summary)}.`,
    ...(rows.length > 0 ? [table(['', ''], rows).join('\n')] : []),
    `\`\`\`sh\n${entry.examples.map(example => `roster ${example}`).join('\n')}\n\`\`\``,
  ].join('\n\n');
}

function options(entries: readonly OptionEntry[]): string {
  const rows = entries.map(option => [code(option.flags), optionText(option)]);
  return table(['', ''], rows).join('\n');
}

/** A table of Markdown, line by line. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(cells => line(cells.map(escaped)))];
}

/** `|` would end a cell, and `<name>` would be a tag where it is not code. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function code(text: string): string {
  return `\`${text}\``;
}
