import type { Field } from '../../roster/users/field.ts';
import { clearMark, type FieldEdit } from '../../roster/users/field-edit.ts';
import { type FieldType, typeHint } from '../../roster/users/field-types.ts';
import { fields, settableFields } from '../../roster/users/fields.ts';
import { type FieldName, newSettings } from '../../roster/users/user.ts';
import { valueText } from '../../roster/users/user-cells.ts';
import type { OpenList } from '../../roster/users/vocabulary.ts';
import type { OptionEntry } from '../shell/command.ts';

/** What options are called where the field's own name would be long or would not be understood. */
const shortNames: Partial<Record<FieldName, string>> = {
  user_access: 'status',
  package_name: 'package',
  add_ons_plan: 'add-ons',
  country_iso_code: 'country',
  status_name: 'presence',
  sub_status_name: 'reason',
};

/** The option that sets a field, without its dashes. */
export function optionName(name: FieldName): string {
  return shortNames[name] ?? name.replaceAll('_', '-');
}

type PartOption = OptionEntry & Pick<FieldEdit, 'field' | 'op'>;

const addQueue: PartOption = {
  flags: '--add-queue <queue>',
  description: 'put into this queue; "QUEUE (supervisor)" or "QUEUE (both)" for more than an agent',
  field: 'queues',
  op: 'add',
  repeats: true,
};

/** Lists are changed in parts: an option each for what is put in and taken out. */
export const partOptions: readonly PartOption[] = [
  addQueue,
  {
    flags: '--remove-queue <queue>',
    description: 'take out of this queue',
    field: 'queues',
    op: 'remove',
    repeats: true,
  },
  {
    flags: '--opt-in <queue>',
    description: 'opt into a queue they belong to',
    field: 'queues',
    op: 'opt-in',
    repeats: true,
  },
  {
    flags: '--opt-out <queue>',
    description: 'opt out of a queue, and stay in it',
    field: 'queues',
    op: 'opt-out',
    repeats: true,
  },
  {
    flags: '--skill <skill=level>',
    description: 'give a skill with a level from 1 to 5; SKILL alone for one without levels',
    field: 'skills',
    op: 'add',
    repeats: true,
  },
  {
    flags: '--remove-skill <skill>',
    description: 'take a skill away',
    field: 'skills',
    op: 'remove',
    repeats: true,
  },
];

/** The same of a command: nothing can be taken away from whoever is added, and --queue searches nobody there. */
export function partOptionsOf(command: 'add' | 'edit'): readonly PartOption[] {
  if (command === 'edit') return partOptions;
  const giving = partOptions.filter(({ op }) => op === 'add' || op === 'opt-out');
  const short = { flags: '--queue <queue>', description: 'the same as --add-queue' };
  return giving.flatMap(option => (option === addQueue ? [option, { ...option, ...short }] : [option]));
}

/** The fields that have an option of their own: all but lists. */
export function optionFields(): FieldName[] {
  const inParts = new Set(partOptions.map(({ field }) => field));
  return settableFields.filter(name => !inParts.has(name));
}

/** The options that set fields, with `--set` for any of them, as help and completion show them. */
export function fieldOptions(command: 'add' | 'edit'): OptionEntry[] {
  const own = optionFields().map(name => fieldOption(fields[name] as Field, command));
  const set = {
    flags: '--set <field=value>',
    description: `set a field by its name in JSON; VALUE ${clearMark} empties it`,
    repeats: true as const,
  };
  return [...own, ...partOptionsOf(command), set];
}

/** What the value of an option is called where the account may have more of them than there are in help: `add-on`. */
export function placeholderOf(list: OpenList): string {
  return list.replace('_', '-');
}

const placeholders: Partial<Record<FieldType['kind'], string>> = {
  number: 'number',
  choices: 'names',
  text: 'text',
  country: 'code',
};

function fieldOption({ name, label, type, cleared }: Field, command: 'add' | 'edit'): OptionEntry {
  const option = optionName(name);
  const open = 'open' in type ? type.open : undefined;
  const placeholder = open ? placeholderOf(open) : (placeholders[type.kind] ?? option.split('-').at(-1));
  const usual = command === 'add' ? valueText(name, newSettings({ id: 0, name: '' })[name]) : '';
  const what = `${label.toLowerCase()}${usual ? ` (${usual})` : ''}`;
  const flags = `--${option} <${placeholder}>`;
  const hint = typeHint(type);
  if (open) return { flags, description: `${what}: ${hint}; more where the account has them` };
  if (type.kind !== 'choice') return { flags, description: hint.includes(what) ? hint : `${what}: ${hint}` };
  const choices = cleared === undefined || command === 'add' ? type.options : [...type.options, clearMark];
  return { flags, description: what, choices };
}
