import { privileges } from '../../roster/access/privileges.ts';
import { templateTypes } from '../../roster/catalog/catalog.ts';
import { type CatalogKind, catalogKinds } from '../../roster/plan/change-set.ts';
import { channels } from '../../roster/users/vocabulary.ts';
import type { OptionEntry } from '../shell/command.ts';
import { partOptions } from '../users/field-options.ts';

/** An option that becomes a value of a record. */
export interface RecordOption extends OptionEntry {
  /** The key of the record; absent where the option is one of the settings of a template. */
  key?: string;
  /** Only when adding, or only when editing. */
  only?: 'add' | 'edit';
  requiredToAdd?: true;
}

/** What of the account `list`, `add`, `edit` and `remove` work on. */
export interface CatalogCommandKind {
  of: CatalogKind;
  plural: string;
  /** What the name is, for help. */
  name: string;
  options: readonly RecordOption[];
}

const description: RecordOption = {
  key: 'description',
  flags: '--description <text>',
  description: 'up to 256 characters',
};

/** The kinds in the order of the help; the account has commands of its own. */
export const commandKinds: readonly CatalogCommandKind[] = [
  {
    of: 'queue',
    plural: 'queues',
    name: 'up to 150 characters',
    options: [
      {
        key: 'channel',
        flags: '--channel <channel>',
        description: 'what comes in (voice)',
        choices: channels,
      },
      description,
    ],
  },
  {
    of: 'role',
    plural: 'roles',
    name: 'up to 100 characters',
    options: [
      {
        key: 'add_privileges',
        flags: '--privilege <privilege>',
        description: 'what it lets one do',
        choices: privileges,
        repeats: true,
      },
      {
        key: 'remove_privileges',
        flags: '--remove-privilege <privilege>',
        description: 'what it lets one do no more',
        choices: privileges,
        repeats: true,
        only: 'edit',
      },
    ],
  },
  {
    of: 'skill',
    plural: 'skills',
    name: 'up to 100 characters',
    options: [
      {
        key: 'category',
        flags: '--category <category>',
        description: 'what it belongs to',
        requiredToAdd: true,
      },
      { key: 'graded', flags: '--graded', description: 'users have it at a level from 1 to 5' },
      { key: 'graded', flags: '--no-graded', description: 'users have it or not', only: 'edit' },
    ],
  },
  { of: 'team', plural: 'teams', name: 'up to 100 characters', options: [] },
  {
    of: 'region',
    plural: 'regions',
    name: 'up to 100 characters',
    options: [{ key: 'is_main', flags: '--main', description: 'it becomes the main region' }],
  },
  {
    of: 'template',
    plural: 'templates',
    name: 'up to 100 characters',
    options: [
      {
        key: 'type',
        flags: '--type <type>',
        description: 'for adding users, or for changing them',
        choices: templateTypes,
        also: { edit: 'update' },
        requiredToAdd: true,
      },
      { ...description, description: 'up to 100 characters' },
      {
        flags: '--set <field=value>',
        description: 'a setting, by its name in JSON: role_name=Agent; (clear) empties it',
        repeats: true,
      },
      ...partOptions,
      {
        flags: '--unset <field>',
        description: 'take a setting out of the template',
        repeats: true,
        only: 'edit',
      },
    ],
  },
  {
    of: 'operator',
    plural: 'operators',
    name: 'up to 100 characters',
    options: [
      { key: 'role', flags: '--role <name>', description: 'the role they work with', requiredToAdd: true },
      {
        key: 'login',
        flags: '--login <login>',
        description: 'how the operating system knows them; (clear) takes it away',
      },
      {
        key: 'add_keys',
        flags: '--key <file>',
        description: 'public keys they come in with over SSH; - reads standard input',
        repeats: true,
        besidesFile: ['-'],
      },
      {
        key: 'remove_keys',
        flags: '--remove-key <fingerprint>',
        description: 'a key that lets them in no more, or "all"',
        repeats: true,
        only: 'edit',
      },
      { key: 'is_owner', flags: '--owner', description: 'they own the account and may do everything' },
      { key: 'is_owner', flags: '--no-owner', description: 'they own it no more', only: 'edit' },
      { key: 'user_email', flags: '--email <email>', description: 'who they are in the account' },
    ],
  },
];

/** The kind that a command such as `queue add` is about. */
export function kindOf(command: string): CatalogCommandKind {
  const of = catalogKinds.find(kind => kind === command.split(' ')[0]);
  const kind = commandKinds.find(candidate => candidate.of === of);
  if (!kind) throw new Error(`There is no kind for the command ${command}.`);
  return kind;
}

/** The options that a verb takes. */
export function optionsFor({ options }: CatalogCommandKind, verb: 'add' | 'edit'): RecordOption[] {
  return options.filter(({ only }) => only === undefined || only === verb);
}
