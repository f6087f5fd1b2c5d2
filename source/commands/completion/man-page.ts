import { keyGroups } from '../../app/command-table.ts';
import { withoutArrows } from '../../keys/key-labels.ts';
import { capitalized } from '../../roster/text/words.ts';
import { type CommandEntry, impliedOptions, type OptionEntry } from '../shell/command.ts';
import { commandTable, globalOptions } from '../shell/table.ts';
import { screenOptions } from '../users/list-options.ts';

/** The manual in roff, made from the tables of commands and of keys. */
export function manPage(): string {
  const parts = [
    '.TH ROSTER 1 "" roster "User commands"',
    section('NAME', 'roster \\- manage contact-center users from the terminal'),
    section(
      'SYNOPSIS',
      '.B roster\n[\\fIOPTION\\fR]...\n.br\n.B roster\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...',
    ),
    section('DESCRIPTION', description.map(text).join('\n.PP\n')),
    ['.SH OPTIONS OF THE SCREEN', ...screenOptions.map(option)].join('\n'),
    ['.SH KEYS', ...keyGroups.map(keysOf)].join('\n'),
    ['.SH COMMANDS', ...commandTable.map(command)].join('\n'),
    ['.SH OPTIONS OF EVERY COMMAND', ...globalOptions.map(option)].join('\n'),
    ['.SH EXIT STATUS', ...exitCodes.map(([code, meaning]) => item(code, meaning))].join('\n'),
    ['.SH ENVIRONMENT', ...environment.map(([name, meaning]) => item(name, meaning))].join('\n'),
    ['.SH FILES', ...files.map(([name, meaning]) => item(name, meaning))].join('\n'),
  ];
  return `${parts.join('\n')}\n`;
}

const description = [
  'Without a command, roster opens a full screen, beginning with the search, filters and order that are given. Every command does what the screen does, through the same code: ' +
    'results go to standard output, messages to standard error.',
  'Whatever changes users is one change set: all of it is written or nothing, history keeps it, undo takes it back. ' +
    'With --dry-run it is only shown.',
];

const exitCodes = [
  ['0', 'done, also when there was nothing to change'],
  ['1', 'refused or failed; nothing was changed'],
  ['2', 'wrong usage'],
  ['3', 'the operator may not do this'],
  ['4', 'a part was done: people import left bad rows out, or the Zoom account has a part or not yet'],
] as const;

const environment = [
  ['ROSTER_DB', 'the roster, where --db does not name one'],
  [
    'ROSTER_ZOOM_ACCOUNT_ID, ROSTER_ZOOM_CLIENT_ID, ROSTER_ZOOM_CLIENT_SECRET',
    "the account's own app; else a file with these that ROSTER_ZOOM_CREDENTIALS names, or that ROSTER_ZOOM_CREDENTIAL_COMMAND prints",
  ],
  ['ROSTER_DEBUG', '1 shows where something unexpected failed'],
  ['NO_COLOR', 'no color'],
  ['XDG_DATA_HOME, XDG_CONFIG_HOME', 'where data and settings are kept'],
] as const;

const files = [
  ['~/.local/share/roster/roster.db', 'the roster: one SQLite file'],
  ['~/.config/roster/', 'what the screen remembers, a file an operator'],
] as const;

function section(title: string, body: string): string {
  return `.SH ${title}\n${body}`;
}

/** What a command takes, with what all of its kind take. */
export function usageOf(entry: CommandEntry) {
  const { arguments: operands = [], options = [] } = entry;
  return { operands, all: [...options, ...impliedOptions(entry)] };
}

function command(entry: CommandEntry): string {
  const { name, summary, examples } = entry;
  const { operands, all } = usageOf(entry);
  const usage = [
    `roster ${name}`,
    ...(all.length > 0 ? ['[options]'] : []),
    ...operands.map(({ syntax }) => syntax),
  ];
  return [
    `.SS ${text(usage.join(' '))}`,
    text(`${capitalized(summary)}.`),
    ...operands.map(({ syntax, description }) => item(syntax, description)),
    ...all.map(option),
    '.PP',
    ...examples.map(example => `.nf\n.RS\n$ roster ${text(example)}\n.RE\n.fi`),
  ].join('\n');
}

function option(entry: OptionEntry): string {
  return item(entry.flags, optionText(entry));
}

/** What an option is for, the words that it takes, and whether it has to be there or may come again. */
export function optionText({ description, choices, repeats, required }: OptionEntry): string {
  const words = choices ? `: ${choices.join(', ')}` : '';
  const more = [...(required ? ['required'] : []), ...(repeats ? ['repeatable'] : [])].join(', ');
  return `${description}${words}${more ? ` (${more})` : ''}`;
}

function keysOf({ title, keys }: (typeof keyGroups)[number]): string {
  const rows = keys.map(({ labels, title }) => item(withoutArrows(labels.join(', ')), title));
  return [`.SS ${text(title)}`, ...rows].join('\n');
}

function item(term: string, meaning: string): string {
  return `.TP\n\\fB${text(term)}\\fR\n${text(meaning)}`;
}

/** Text as roff prints it: hyphens stay hyphens that can be copied, and no line begins a request. */
function text(plain: string): string {
  return plain
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('’', '\\(cq')
    .replace(/^(?=[.'])/, '\\&');
}
