import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { searchWords } from '../../../source/roster/screen/search-terms.ts';
import type { Selection } from '../../../source/roster/screen/selection.ts';
import type { View } from '../../../source/roster/screen/view.ts';
import type {
  AccountStatus,
  PackageName,
  Presence,
  UserAccess,
} from '../../../source/roster/users/vocabulary.ts';
import { idList } from '../id-list.ts';
import { allWords } from './all-words.ts';
import { presenceOrder } from './search-keys.ts';

/** What users are asked to be, all at once. */
export interface Conditions {
  /** Folded; each of them is in name, e-mail or department. */
  words: readonly string[];
  access: readonly UserAccess[];
  presence: readonly Presence[];
  /** The status of their account. */
  person: readonly AccountStatus[];
  packages: readonly PackageName[];
  /** One of each list. */
  roles: readonly (readonly number[])[];
  /** In one queue of each list. */
  queues: readonly (readonly number[])[];
  /** Looked at in the program, not in the database. */
  only: Selection | null;
}

export const noConditions: Conditions = {
  words: [],
  access: [],
  presence: [],
  person: [],
  packages: [],
  roles: [],
  queues: [],
  only: null,
};

export function conditionsOf({ search, status, role, queue, package: name, only }: View): Conditions {
  return {
    ...noConditions,
    words: searchWords(search),
    access: status ? [status] : [],
    roles: role ? [[role.id]] : [],
    queues: queue ? [[queue.id]] : [],
    packages: name ? [name] : [],
    only,
  };
}

/** Whether any condition is to be looked at in the database. */
export function isNarrowed({ only: _, ...lists }: Conditions): boolean {
  return Object.values(lists).some(list => list.length > 0);
}

/** The conditions on a row of `user_search`, called s; what is quickest to tell comes first. */
export function holds({
  words,
  access,
  presence,
  person,
  packages,
  roles,
  queues,
}: Conditions): RawBuilder<SqlBool> {
  const parts: RawBuilder<unknown>[] = [
    ...access.map(value => sql`s.is_active = ${value === 'active' ? 1 : 0}`),
    ...presence.map(value => sql`s.presence = ${presenceOrder.indexOf(value)}`),
    ...roles.map(ids => (ids.length === 1 ? sql`s.role_id = ${ids[0]}` : sql`s.role_id in ${idList(ids)}`)),
    ...queues.map(isInOne),
    ...person.map(
      status =>
        sql`exists (select 1 from people where people.person_id = s.person_id and account_status = ${status})`,
    ),
    ...packages.map(
      name =>
        sql`exists (select 1 from users where users.person_id = s.person_id and package_name = ${name})`,
    ),
    ...hasAll(words),
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** Words that GLOB takes for what they are: others it reads as C does, up to a NUL, or takes for one another. */
const plain = /^[\x20-\x7e]{1,99}$/;
/** Of more of them nobody looks; the others are looked for as those are that are not plain. */
const wordsGlobbed = 20;

/** Whether all words are in a row's text. GLOB leaps to a first letter where instr() goes letter by letter. */
function hasAll(words: readonly string[]): RawBuilder<SqlBool>[] {
  const quick = words.filter(word => plain.test(word)).slice(0, wordsGlobbed);
  return [
    ...quick.map(word => sql<SqlBool>`s.search_key glob ${`*${word.replaceAll(/[*?[]/g, '[$&]')}*`}`),
    ...allWords(
      words.filter(word => !quick.includes(word)),
      word => sql`instr(s.search_key, ${word})`,
    ),
  ];
}

function isInOne(ids: readonly number[]): RawBuilder<unknown> {
  if (ids.length === 0) return sql`false`;
  return sql`(${sql.join(
    ids.map(id => sql`instr(s.queue_ids, ${`,${id},`})`),
    sql` or `,
  )})`;
}
