import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Filter } from '../../../db/users/filters.ts';
import { findByName } from '../../roster/catalog/find-by-name.ts';
import { type Sort, sortColumns } from '../../roster/screen/view.ts';
import type { Reference } from '../../roster/users/user.ts';
import { accountStatuses, isOneOf, packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { whereFields } from './change-options.ts';

/** A filter as it is typed: what a user must have; of several values, any. */
export interface Wanted {
  field: (typeof whereFields)[number];
  values: readonly string[];
}

/** The conditions of `--where FIELD=VALUE`, all of which have to hold. Throws Refusal. */
export function readWhere(texts: readonly string[]): Wanted[] {
  return texts.map(text => {
    const [name = '', ...rest] = text.split('=');
    const field = name.trim().toLowerCase();
    const value = rest.join('=').trim();
    if (!isOneOf(whereFields, field) || value === '')
      throw new Refusal(
        `--where takes FIELD=VALUE, not "${text}"; FIELD is one of ${whereFields.join(', ')}.`,
        exits.usage,
      );
    return { field, values: [value] };
  });
}

/** Finds out which queues and roles are meant. Throws Refusal where one is unknown. */
export async function resolveFilters(db: Db, wanted: readonly Wanted[]): Promise<Filter[]> {
  const named = (field: Wanted['field']) => wanted.some(each => each.field === field);
  const queues = named('queue') ? await readQueues(db) : [];
  const roles = named('role') ? await readRoles(db) : [];
  return wanted.flatMap(each => resolve(each, queues, roles));
}

function resolve(
  { field, values }: Wanted,
  queues: readonly Reference[],
  roles: readonly Reference[],
): Filter[] {
  switch (field) {
    case 'search':
      return values.map(text => ({ field, text }));
    case 'status':
      return values.map(value => ({ field, access: oneOf(userAccesses, value, 'A status') }));
    case 'person':
      return values.map(value => ({ field, status: oneOf(accountStatuses, value, 'An account') }));
    case 'package':
      return values.map(value => ({ field, name: oneOf(packageNames, value, 'A package') }));
    case 'queue':
      return [{ field, ids: values.map(value => find(queues, value, field).id) }];
    case 'role':
      return [{ field, ids: values.map(value => find(roles, value, field).id) }];
  }
}

/** The word that is meant. Throws Refusal. */
function oneOf<T extends string>(words: readonly T[], value: string, noun: string): T {
  const word = value.toLowerCase();
  if (isOneOf(words, word)) return word;
  throw new Refusal(
    `${noun} is ${words.join(words.length > 2 ? ', ' : ' or ')}, not "${value}".`,
    exits.usage,
  );
}

/** What is called so. Throws Refusal, naming those there are. */
export function find<T extends Reference>(list: readonly T[], name: string, noun: string): T {
  const result = findByName(list, name, noun);
  if ('found' in result) return result.found;
  throw new Refusal(result.problem.message, exits.refused, result.problem.code);
}

/** The order that `--sort COLUMN[:desc]` names. Throws Refusal. */
export function readSort(text = 'name'): Sort {
  // `-name`, as other tools write it.
  const [name = '', direction, ...rest] = text
    .toLowerCase()
    .replace(/^-(.*)$/, '$1:desc')
    .split(':');
  const column = name === 'user_email' ? 'email' : name;
  if (
    isOneOf(sortColumns, column) &&
    rest.length === 0 &&
    (direction === undefined || /^(asc|desc)$/.test(direction))
  )
    return { column, reverse: direction === 'desc' };
  const message = `--sort takes ${sortColumns.join(', ')}, with :desc turned round; not "${text}".`;
  throw new Refusal(message, exits.usage);
}
