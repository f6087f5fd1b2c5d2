import { readQueues, readRoles } from '../../db/catalog.ts';
import type { Db } from '../../db/dialect.ts';
import type { Filter } from '../../db/filters.ts';
import { findByName } from '../roster/find-by-name.ts';
import type { Reference } from '../roster/user.ts';
import { accountStatuses, isOneOf, userAccesses } from '../roster/vocabulary.ts';
import { exits, Refusal } from './refusal.ts';

/** A filter as it is typed: what a user must have; of several values, any. */
export interface Wanted {
  field: 'search' | 'queue' | 'status' | 'role' | 'person';
  values: readonly string[];
}

const fieldNames = ['search', 'queue', 'status', 'role', 'person'] as const;

/** The conditions of `--where FIELD=VALUE`, all of which have to hold. Throws Refusal. */
export function readWhere(texts: readonly string[]): Wanted[] {
  return texts.map(text => {
    const [name = '', ...rest] = text.split('=');
    const field = name.trim().toLowerCase();
    const value = rest.join('=').trim();
    if (!isOneOf(fieldNames, field) || value === '')
      throw new Refusal(
        `--where takes FIELD=VALUE, not "${text}"; FIELD is one of ${fieldNames.join(', ')}.`,
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
      return values.map(value => ({ field, access: access(value) }));
    case 'person':
      return values.map(value => ({ field, status: accountStatus(value) }));
    case 'queue':
      return [{ field, ids: values.map(value => find(queues, value, field).id) }];
    case 'role':
      return [{ field, ids: values.map(value => find(roles, value, field).id) }];
  }
}

function access(value: string) {
  const word = value.toLowerCase();
  if (isOneOf(userAccesses, word)) return word;
  throw new Refusal(`A status is ${userAccesses.join(' or ')}, not "${value}".`, exits.usage);
}

function accountStatus(value: string) {
  const word = value.toLowerCase();
  if (isOneOf(accountStatuses, word)) return word;
  throw new Refusal(`An account is ${accountStatuses.join(', ')}, not "${value}".`, exits.usage);
}

function find<T extends Reference>(list: readonly T[], name: string, noun: string): T {
  const result = findByName(list, name, noun);
  if ('found' in result) return result.found;
  throw new Refusal(result.problem.message, exits.refused, result.problem.code);
}
