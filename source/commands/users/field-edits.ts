import { readEdits } from '../../roster/users/edit-settings.ts';
import { clearMark, type FieldEdit, setField } from '../../roster/users/field-edit.ts';
import { fieldByJsonName, fields, settableFields } from '../../roster/users/fields.ts';
import { openLists } from '../../roster/users/vocabulary.ts';
import type { Call } from '../shell/command.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { optionFields, optionName, partOptionsOf } from './field-options.ts';

/**
 * The edits that the options of `add` and `edit` ask for: `--set` first, then the options of single fields, then the
 * parts of lists. What can be told wrong without the roster – numbers, countries, words – is wrong usage. Throws Refusal.
 */
export function readFieldEdits(call: Call, command: 'add' | 'edit'): FieldEdit[] {
  const edits = texts(call, 'set').map(text => check(readSet(text), `--set ${text}`));
  for (const field of optionFields()) {
    const option = optionName(field);
    for (const text of texts(call, option)) edits.push(check(setField(field, text), `--${option}`));
  }
  for (const { flags, field, op } of partOptionsOf(command)) {
    const option = flags.slice(2).split(' ')[0] ?? '';
    for (const text of texts(call, option)) edits.push(check({ field, op, text }, `--${option}`));
  }
  return edits;
}

/** The values of an option, which the call has by its camel-case name. */
function texts(call: Call, option: string): string[] {
  const value = call.options[option.replaceAll(/-./g, ([, letter]) => (letter ?? '').toUpperCase())];
  return [value].flat().filter(text => typeof text === 'string');
}

function readSet(text: string): FieldEdit {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(at, 0)).trim().toLowerCase();
  const field = fieldByJsonName(name);
  if (field) return setField(field.name, text.slice(at + 1));
  const names = settableFields.map(known => fields[known].jsonName).join(', ');
  throw new Refusal(`--set takes FIELD=VALUE, not "${text}"; FIELD is one of ${names}.`, exits.usage);
}

const nothing = {
  ...{ roles: [], queues: [], skills: [], teams: [], regions: [], templates: [] },
  words: openLists,
};
/** What these values mean depends on what the roster has. */
const named = new Set(['reference', 'team', 'queues', 'skills']);

function check(edit: FieldEdit, option: string): FieldEdit {
  const { field, op, text } = edit;
  if (op !== 'clear' && text.trim() === '')
    throw new Refusal(`${option}: a value is missing. To empty a field, say ${clearMark}.`, exits.usage);
  // Whatever skills there are, none has such a level.
  const level = field === 'skills' ? /=\s*(\d+)\s*$/.exec(text)?.[1] : undefined;
  if (op !== 'remove' && level !== undefined && !/^[1-5]$/.test(level))
    throw new Refusal(`${option}: "${text}" needs a level from 1 to 5.`, exits.usage);
  const { type } = fields[field];
  if (op !== 'clear' && (named.has(type.kind) || ('open' in type && type.open))) return edit;
  // The reason fits or does not fit to what users have, which is for the plan to see.
  const [problem] = readEdits([edit], { catalog: nothing, account: { is_connected: false } }).problems;
  if (problem) throw new Refusal(`${option}: ${problem.message}`, exits.usage);
  return edit;
}
