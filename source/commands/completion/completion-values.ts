import { namedKinds, type Whose } from '../../../db/catalog/completions.ts';
import { columnIds } from '../../roster/users/columns.ts';
import type { Field } from '../../roster/users/field.ts';
import { clearMark } from '../../roster/users/field-edit.ts';
import { fieldByJsonName, fieldNames, fields, settableFields } from '../../roster/users/fields.ts';
import { accountStatuses, isOneOf, packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import { whereFields } from '../users/change-options.ts';
import { placeholderOf } from '../users/field-options.ts';
import type { Completing } from './completing.ts';

const whereWords: Readonly<Record<string, readonly string[]>> = {
  status: userAccesses,
  package: packageNames,
  person: accountStatuses,
};

/**
 * What the value of an option or an argument may be, as its syntax in the table tells: `--add-queue <queue>` and
 * `--queue <name>` take the name of a queue, and so does the `<name>` of `queue edit`.
 */
export function completionOf(
  syntax: string,
  choices: readonly string[] | undefined,
  typed: string,
  before: string,
  db: string | undefined,
  command = '',
): Completing {
  if (choices) return words(choices, typed, before);
  const placeholder = /[<[](.*?)[>\]]/.exec(syntax)?.[1]?.replace('...', '') ?? '';
  if (placeholder === 'field=value') return fieldValue(syntax, typed, before, db);
  if (placeholder === 'columns') return columnWords(typed, before);
  if (placeholder === 'file') return { kind: 'files' };
  if (placeholder === 'email') return { kind: 'emails', whose: whose(command), typed, before, db };
  const [group = '', action] = command.split(' ');
  const option = /--([\w-]+)/.exec(syntax)?.[1]?.split('-').at(-1) ?? '';
  const candidates = [placeholder.split('=')[0] ?? '', option, action === 'add' ? '' : group];
  const of = candidates.find(word => isOneOf(namedKinds, word));
  return of && isOneOf(namedKinds, of) ? { kind: 'names', of, typed, before, db } : words([], typed, before);
}

/** The next of `name,email`. */
function columnWords(typed: string, before: string): Completing {
  const given = typed.split(',').slice(0, -1);
  const all = new Set([...columnIds, ...fieldNames.map(name => fields[name].jsonName)]);
  const rest = [...all].filter(id => !given.includes(id));
  const prefix = given.map(id => `${id},`).join('');
  return words(rest, typed.slice(prefix.length), before + prefix);
}

function whose(command: string): Whose {
  if (command === 'add') return 'addable';
  return command === 'history' ? 'people' : 'users';
}

/** `FIELD=VALUE` of `--where` and `--set`. */
function fieldValue(syntax: string, typed: string, before: string, db: string | undefined): Completing {
  const where = syntax.includes('--where');
  const at = typed.indexOf('=');
  const names = where ? whereFields : settableFields.map(name => fields[name].jsonName);
  if (at < 0)
    return words(
      names.map(name => `${name}=`),
      typed,
      before,
    );
  const name = typed.slice(0, at);
  const value = typed.slice(at + 1);
  const prefix = `${before}${name}=`;
  if (where) return completionOf(`<${name}>`, whereWords[name], value, prefix, db);
  const field = fieldByJsonName(name);
  return field ? settingValue(field, value, prefix, db) : words([], typed, before);
}

function settingValue(
  { type, cleared }: Field,
  typed: string,
  prefix: string,
  db: string | undefined,
): Completing {
  switch (type.kind) {
    case 'choice':
    case 'choices':
      if (type.open) return completionOf(`<${placeholderOf(type.open)}>`, undefined, typed, prefix, db);
      return words([...type.options, ...(cleared === undefined ? [] : [clearMark])], typed, prefix);
    case 'reference':
      return completionOf(`<${type.of}>`, undefined, typed, prefix, db);
    case 'team':
      return completionOf('<team>', undefined, typed, prefix, db);
    case 'queues':
      return completionOf('<queue>', undefined, typed, prefix, db);
    case 'skills':
      return completionOf('<skill>', undefined, typed, prefix, db);
    default:
      return words([], typed, prefix);
  }
}

function words(all: readonly string[], typed: string, before: string): Completing {
  const key = typed.toLowerCase();
  const found = all.filter(word => word.toLowerCase().startsWith(key));
  return { kind: 'words', words: found.map(word => ({ word: before + word })) };
}
