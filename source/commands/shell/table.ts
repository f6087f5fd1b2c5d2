import { columnIds } from '../../roster/users/columns.ts';
import { licenseModels, packageNames } from '../../roster/users/vocabulary.ts';
import { accountCommands, plan } from '../account/account-table.ts';
import { catalogCommands } from '../catalog/catalog-table.ts';
import { peopleCommands } from '../people/people-table.ts';
import { part, result, template, where, yes } from '../users/change-options.ts';
import { fieldOptions } from '../users/field-options.ts';
import { licensePackage, page, search, sort, status } from '../users/list-options.ts';
import type { CommandEntry, OptionEntry } from './command.ts';

const emails = { syntax: '[email...]', description: 'whom; - reads a list from standard input' };

/** Every command, in the order of the help. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'init',
    local: true,
    summary: 'make a roster; you own it',
    options: [
      {
        flags: '--account <name>',
        description:
          'what the account is called; without it, on a terminal, roster asks for name, plan and licenses',
      },
      { ...plan, description: 'the account’s plan (business)' },
      {
        flags: '--license-model <model>',
        description: 'how licenses are counted (named)',
        choices: licenseModels,
      },
      {
        flags: '--licenses <number>',
        description: `licenses bought; [PACKAGE=]N, packages: ${packageNames.join(', ')} (essentials=0)`,
        repeats: true,
      },
      {
        flags: '--group <group>',
        description:
          'everybody in this group of the operating system may open the file; roster looks who they are',
      },
    ],
    examples: [
      'init --account "Acme Support" --licenses 500',
      'init --account Acme --plan pro --license-model concurrent --licenses essentials=40 --licenses elite=5',
    ],
    load: () => import('../account/init.ts'),
  },
  {
    name: 'demo',
    local: true,
    summary: 'look around in a made-up account; nothing is kept',
    options: [
      { flags: '--users <number>', description: 'how many users (500), up to 1,000,000' },
      { flags: '--keep <file>', description: 'make it in this file and keep it' },
    ],
    examples: ['demo', 'demo --users 20000 --keep big.db'],
    load: () => import('../storage/demo.ts'),
  },
  {
    name: 'list',
    summary: 'list users',
    options: [
      search,
      { flags: '--queue <name>', description: 'users of this queue; again: of any of them', repeats: true },
      status,
      { flags: '--role <name>', description: 'users with this role; again: with any of them', repeats: true },
      licensePackage,
      sort,
      {
        flags: '--columns <columns>',
        description: `what a table shows, in this order: ${columnIds.join(',')}, and any field by its name in JSON; JSON and CSV have everything`,
      },
      ...page,
    ],
    examples: [
      'list --search silva --queue Billing --status active --columns name,department,presence',
      'list --sort role --format json',
    ],
    load: () => import('../users/list.ts'),
  },
  {
    name: 'show',
    summary: 'show one user with all settings and last changes',
    arguments: [{ syntax: '<email>', description: 'whom' }],
    examples: ['show ana.silva@acme.example', 'show ana.silva@acme.example --format json'],
    load: () => import('../users/show.ts'),
  },
  {
    name: 'add',
    summary: 'give people of the account a license',
    arguments: [emails],
    options: [
      ...fieldOptions('add'),
      template,
      {
        flags: '--from <file>',
        description: 'a CSV file instead of e-mails; other options fill its blanks',
        besidesFile: ['-'],
      },
      yes,
      result,
    ],
    kind: 'add',
    changes: true,
    examples: [
      'add ana.silva@acme.example --role Agent --queue Billing --skill Spanish=4 --team Lisbon',
      'add --from new.csv --role Agent --package premium --dry-run',
    ],
    load: () => import('../users/add.ts'),
  },
  {
    name: 'edit',
    summary: 'change users; only what is named changes',
    arguments: [emails],
    options: [...fieldOptions('edit'), template, where, yes],
    kind: 'edit',
    changes: true,
    examples: [
      'edit ana.silva@acme.example --add-queue Billing --add-queue "Sales (supervisor)"',
      'edit --where queue=Chat --where role=Agent --status inactive --yes',
    ],
    load: () => import('../users/edit.ts'),
  },
  {
    name: 'remove',
    summary: 'take licenses and settings away; undo brings them back',
    arguments: [emails],
    options: [where, yes],
    kind: 'remove',
    changes: true,
    examples: ['remove ana.silva@acme.example', 'remove --where status=inactive --yes'],
    load: () => import('../users/remove.ts'),
  },
  {
    name: 'import',
    summary: 'add and change users from a CSV, as export writes it; all or nothing',
    arguments: [{ syntax: '<file>', description: 'a CSV file; - reads standard input', besidesFile: ['-'] }],
    options: [yes, result],
    kind: 'import',
    changes: true,
    examples: ['import users.csv --dry-run', 'import users.csv --yes --result result.csv'],
    load: () => import('../users/import.ts'),
  },
  {
    name: 'export',
    summary: 'write users as CSV, all unless told',
    arguments: [emails],
    options: [where],
    examples: ['export > users.csv', 'export --where queue=Billing --format ndjson'],
    load: () => import('../users/export.ts'),
  },
  ...peopleCommands,
  ...catalogCommands,
  ...accountCommands,
  {
    name: 'history',
    summary: 'what was changed, by whom, from where; newest first',
    arguments: [{ syntax: '[email]', description: 'only what concerns this person' }],
    options: [{ flags: '--show <id>', description: 'one change set, every field before and after' }, ...page],
    examples: ['history --limit 20', 'history --show 12'],
    load: () => import('../history/history.ts'),
  },
  {
    name: 'undo',
    summary: 'take back a change set: your newest one, or ID',
    arguments: [{ syntax: '[id]', description: 'as history shows it' }],
    options: [...part, yes],
    kind: 'undo',
    changes: true,
    examples: ['undo', 'undo 12 --skip-conflicts --dry-run'],
    load: () => import('../history/undo.ts'),
  },
  {
    name: 'redo',
    summary: 'do again what you undid last',
    options: [...part, yes],
    kind: 'redo',
    changes: true,
    examples: ['redo', 'redo --dry-run'],
    load: () => import('../history/redo.ts'),
  },
  {
    name: 'completion',
    summary: 'print what makes a shell complete commands, options, names and e-mails',
    arguments: [{ syntax: '<shell>', description: 'which shell', choices: ['bash', 'zsh', 'fish'] }],
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/roster',
      'completion fish > ~/.config/fish/completions/roster.fish',
    ],
    load: () => import('../completion/completion.ts'),
  },
  {
    name: 'man',
    summary: 'print the manual page',
    examples: ['man > roster.1', 'man > ~/.local/share/man/man1/roster.1'],
    load: () => import('../completion/man.ts'),
  },
  {
    name: 'backup',
    summary: 'write a consistent, verified copy while others work',
    arguments: [{ syntax: '<file>', description: 'where to; an existing file is left alone' }],
    examples: ['backup roster-2026-11-23.db', 'backup /mnt/backup/roster.db --db /srv/roster.db'],
    load: () => import('../storage/backup.ts'),
  },
  {
    name: 'restore',
    summary: 'go back to a backup: verified first, and the present file is kept beside it',
    arguments: [{ syntax: '<file>', description: 'a backup; it stays as it is' }],
    options: [yes],
    changes: true,
    examples: ['restore roster-2026-11-23.db --dry-run', 'restore /mnt/backup/roster.db --db /srv/roster.db'],
    load: () => import('../storage/restore.ts'),
  },
  {
    name: 'rescue',
    summary: 'save what is left of a damaged roster, where there is no backup',
    arguments: [{ syntax: '<file>', description: 'where to; an existing file is left alone' }],
    examples: ['rescue saved.db', 'rescue saved.db --db /srv/roster.db'],
    load: () => import('../storage/rescue.ts'),
  },
  {
    name: 'check',
    summary: 'verify the database: the file, its references, the users against the history',
    examples: ['check', 'check --format json'],
    load: () => import('../storage/check.ts'),
  },
  {
    name: 'ssh-keys',
    local: true,
    summary: 'for sshd, as its AuthorizedKeysCommand: let the holder of a key in, to roster alone',
    arguments: [
      { syntax: '<account>', description: 'whom they come in as: %u' },
      { syntax: '<type>', description: 'of their key: %t' },
      { syntax: '<key>', description: 'in base64: %k' },
    ],
    examples: [
      'ssh-keys roster ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…',
      'ssh-keys %u %t %k --db /srv/roster/roster.db',
    ],
    load: () => import('./ssh-keys.ts'),
  },
  {
    name: 'notify',
    summary: 'send the e-mails that wait; ROSTER_SMTP_URL and ROSTER_MAIL_FROM say how',
    options: [
      { flags: '--watch', description: 'keep going: send whenever something waits', local: true },
      { flags: '--list', description: 'show what is not sent' },
      { flags: '--all', description: 'with --list: also what was sent or withdrawn' },
      {
        flags: '--retry <id>',
        description: 'send again what is unknown or failed; "failed" means all that failed',
        repeats: true,
      },
      { flags: '--withdraw <id>', description: 'never send it', repeats: true },
      {
        flags: '--template <file>',
        description:
          'what e-mails say: "Subject: …", a blank line, text; - reads standard input, "default" resets',
        besidesFile: ['-', 'default'],
      },
      { flags: '--show-template', description: 'print what e-mails say' },
    ],
    changes: true,
    examples: ['notify --watch', 'notify --list --format json'],
    load: () => import('../account/notify.ts'),
  },
];

/** Options of every command. */
export const globalOptions: readonly OptionEntry[] = [
  { flags: '--db <file>', description: 'the roster; else ROSTER_DB, else ~/.local/share/roster/roster.db' },
  {
    flags: '--format <format>',
    description: 'how results are printed (table)',
    choices: ['table', 'json', 'ndjson', 'csv'],
  },
  { flags: '--quiet', description: 'only results and errors' },
  { flags: '--no-color', description: 'no color' },
  {
    flags: '--plain',
    description: 'to be read line by line: no full screen, nothing cut, colored, drawn or written over',
  },
];
