import type { CommandEntry, OptionEntry } from '../shell/command.ts';
import { type CatalogCommandKind, commandKinds, optionsFor, type RecordOption } from './catalog-kinds.ts';

type Verb = 'list' | 'add' | 'edit' | 'remove';
type Examples = readonly [string, string];

/** Two for each command, without the command. */
const examples: Record<string, Record<Exclude<Verb, 'list'>, Examples>> = {
  queue: {
    add: ['Billing', '"Chat EMEA" --channel messaging --description "Weekdays 8 to 18"'],
    edit: ['Billing --name Invoices', '"Chat EMEA" --description "Every day"'],
    remove: ['Billing --dry-run', 'Billing --yes'],
  },
  role: {
    add: ['Coach --privilege UserManagement:Read', 'Planner --privilege usermanagement:edit --dry-run'],
    edit: ['Coach --name "Team Coach"', 'Coach --remove-privilege UserManagement:Edit'],
    remove: ['Coach --transfer Agent --dry-run', 'Coach --transfer Agent --yes'],
  },
  skill: {
    add: ['Spanish --category Languages --graded', 'Broadband --category Products'],
    edit: ['Spanish --name Castilian', 'Broadband --category Internet'],
    remove: ['Broadband --dry-run', 'Broadband --yes'],
  },
  team: {
    add: ['Lisbon', '"Tier 2" --dry-run'],
    edit: ['Lisbon --name Porto', '"Tier 2" --name "Second line" --dry-run'],
    remove: ['Lisbon --dry-run', 'Lisbon --yes'],
  },
  region: {
    add: ['EMEA', 'Americas --main'],
    edit: ['EMEA --name Europe', 'EMEA --main'],
    remove: ['EMEA --dry-run', 'EMEA --yes'],
  },
  template: {
    add: [
      '"New agent" --type add --set role_name=Agent --set queues=Billing --set skills=Spanish=3',
      '"To chat" --type update --add-queue Chat --remove-queue Billing --description "For a season"',
    ],
    edit: ['"New agent" --set region_name=EMEA', '"New agent" --name Trainee --unset skills'],
    remove: ['"New agent" --dry-run', '"New agent" --yes'],
  },
  operator: {
    add: ['"Olga Owner" --role Admin --login olga --owner', 'maria --role Admin --key maria.pub'],
    edit: ['Sam --role Admin --email sam@acme.example', 'maria --remove-key all --key new.pub'],
    remove: ['Sam --dry-run', 'Sam --yes'],
  },
};

/** `list`, `add`, `edit` and `remove` of everything that the account has besides users. */
export const catalogCommands: readonly CommandEntry[] = commandKinds.flatMap(kind => [
  listEntry(kind),
  addEntry(kind),
  editEntry(kind),
  removeEntry(kind),
]);

function examplesOf({ of }: CatalogCommandKind, verb: Exclude<Verb, 'list'>): Examples {
  const [first, second] = examples[of]![verb];
  return [`${of} ${verb} ${first}`, `${of} ${verb} ${second}`];
}

function listEntry({ of, plural }: CatalogCommandKind): CommandEntry {
  return {
    name: `${of} list`,
    summary: ['template', 'operator'].includes(of)
      ? `list ${plural}`
      : `list ${plural} with their users counted`,
    examples: [`${of} list`, `${of} list --format json`],
    load: () => import('./catalog-list.ts'),
  };
}

function addEntry(kind: CatalogCommandKind): CommandEntry {
  const { of } = kind;
  return {
    name: `${of} add`,
    summary: `add ${article(of)} ${of}`,
    arguments: [{ syntax: '<name>', description: kind.name }],
    options: optionsFor(kind, 'add').map(option => entryOf(option, option.requiredToAdd)),
    kind: 'catalog',
    changes: true,
    examples: examplesOf(kind, 'add'),
    load: () => import('./catalog-add.ts'),
  };
}

function editEntry(kind: CatalogCommandKind): CommandEntry {
  const { of } = kind;
  return {
    name: `${of} edit`,
    summary: `change ${article(of)} ${of}; only what is named changes`,
    arguments: [{ syntax: '<name>', description: 'what it is called now' }],
    options: [
      { flags: '--name <new>', description: `a new name, ${kind.name}` },
      ...optionsFor(kind, 'edit').map(option => entryOf(option)),
    ],
    kind: 'catalog',
    changes: true,
    examples: examplesOf(kind, 'edit'),
    load: () => import('./catalog-edit.ts'),
  };
}

function removeEntry(kind: CatalogCommandKind): CommandEntry {
  const { of } = kind;
  const transfer = { flags: '--transfer <role>', description: 'the role its users get, where it has any' };
  return {
    name: `${of} remove`,
    summary: `remove ${article(of)} ${of}; undo brings it back`,
    arguments: [{ syntax: '<name>', description: 'what it is called' }],
    options: [...(of === 'role' ? [transfer] : []), { flags: '--yes', description: 'do not ask' }],
    kind: 'catalog',
    changes: true,
    examples: examplesOf(kind, 'remove'),
    load: () => import('./catalog-remove.ts'),
  };
}

function entryOf(
  { key: _, only: __, requiredToAdd: ___, ...option }: RecordOption,
  required?: true,
): OptionEntry {
  return { ...option, ...(required && { required }) };
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}
