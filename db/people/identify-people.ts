import { sql } from 'kysely';
import { fold } from '../../source/roster/text/fold.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import type { Db } from '../sqlite/dialect.ts';
import type { PersonRow } from '../tables.ts';
import { idKey, kindsOfIds, peopleById } from './directory-ids.ts';
import type { IncomingPerson } from './people.ts';

/** A row of a file, and who of the people it is about; null if they are new. */
export interface Match {
  person: IncomingPerson;
  before: PersonRow | null;
}

export interface Identified {
  matches: Match[];
  /** Whose address, or the one they are to get, is another's as long as the rest of the file does not say otherwise. */
  waiting: IncomingPerson[];
  refused: { person: IncomingPerson; holder: PersonRow; code: 'address_taken' | 'other_person' }[];
}

/**
 * Finds out who is meant: by the id of the directory or our own, then by the address (domain rule 10). `moved` are those
 * whose address the rows before have changed; it grows. As long as rows may follow, who has to wait for them waits;
 * at the `last` such a row is refused, or goes by its address.
 */
export async function identifyPeople(
  db: Db,
  incoming: readonly IncomingPerson[],
  moved: Set<number>,
  last: boolean,
): Promise<Identified> {
  const byAddress = await peopleByAddress(db, incoming);
  const byId = await peopleById(db, incoming);
  const holderOf = (person: IncomingPerson) => byAddress.get(emailKey(person.user_email));
  const found: Identified = { matches: [], waiting: [], refused: [] };
  const known: { person: IncomingPerson; before: PersonRow }[] = [];
  const others: IncomingPerson[] = [];
  for (const person of incoming) {
    const before = person.id && byId.get(idKey(person.id));
    if (!before) others.push(person);
    else if (isSomebodyElse(before, person))
      found.refused.push({ person, holder: before, code: 'other_person' });
    else known.push({ person, before });
  }

  // Addresses may go round: whoever can move only if another does is taken at their word until it is known that nobody can.
  let going = known;
  for (;;) {
    const free = new Set([...moved, ...going.filter(moves).map(({ before }) => before.person_id)]);
    const next = going.filter(({ person, before }) => {
      const holder = holderOf(person);
      return !holder || holder.person_id === before.person_id || free.has(holder.person_id);
    });
    if (next.length === going.length) break;
    going = next;
  }
  const goes = new Set(going);
  for (const match of known) {
    if (goes.has(match)) {
      found.matches.push(match);
      if (moves(match)) moved.add(match.before.person_id);
    } else if (last)
      found.refused.push({ person: match.person, holder: holderOf(match.person)!, code: 'address_taken' });
    else found.waiting.push(match.person);
  }

  const kinds = await kindsOfIds(
    db,
    others.flatMap(person => holderOf(person)?.person_id ?? []),
  );
  for (const person of others) {
    const holder = holderOf(person);
    if (!holder || moved.has(holder.person_id)) found.matches.push({ person, before: null });
    else if (!last && person.id && kinds.has(`${holder.person_id} ${person.id.kind}`))
      found.waiting.push(person);
    else found.matches.push({ person, before: holder });
  }
  return found;
}

/** Whether a row gives somebody another address. */
export function moves({ person, before }: Match): boolean {
  return before !== null && before.email_key !== emailKey(person.user_email);
}

/**
 * Whether an id means somebody else than it did – our own in another roster, a directory's given anew, numbers that count
 * rows: neither the address nor any word of the names is theirs. A license must not go to another person.
 */
export function isSomebodyElse(before: PersonRow, person: IncomingPerson): boolean {
  if (!moves({ person, before })) return false;
  const names = nameWords(person);
  const theirs = nameWords(before);
  return names.size > 0 && ![...names].some(name => theirs.has(name));
}

/** The words of somebody's names, without initials and what stands behind a display name: `Ng, Ana B. (Acme)`. */
function nameWords({ first_name = '', last_name = '', display_name = '' }: Partial<PersonRow>): Set<string> {
  const parts = `${first_name} ${last_name}`.trim() || display_name.replaceAll(/[([].*?[)\]]/g, ' ');
  const words = fold(parts).split(/[^\p{L}\p{M}\p{N}]+/u);
  return new Set(words.filter(word => word !== '' && !/^[a-z]$/.test(word)));
}

async function peopleByAddress(db: Db, incoming: readonly IncomingPerson[]): Promise<Map<string, PersonRow>> {
  const keys = incoming.map(person => emailKey(person.user_email));
  const list = sql<string>`(select value from json_each(${JSON.stringify(keys)}))`;
  const rows = await db.selectFrom('people').selectAll().where('email_key', 'in', list).execute();
  return new Map(rows.map(row => [row.email_key, row]));
}
