import { emailsLike, namesLike, openToComplete } from '../../../db/catalog/completions.ts';
import { identify } from '../../operator/who.ts';
import { may } from '../../roster/access/privileges.ts';
import type { Io } from '../shell/io.ts';
import { exits } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { rosterPath } from '../storage/db-path.ts';
import { type Completing, completing } from './completing.ts';

/**
 * `roster complete WORD…`, which the shells' completions call: what the last of the words may become, a line each,
 * with a tab before the description; `:files` where a file is wanted. Never fails and never says anything else.
 */
export async function run(io: Io, words: readonly string[]): Promise<number> {
  try {
    const found = completing(words);
    const lines = found.kind === 'words' ? wordLines(found) : await valueLines(io, found);
    await print(io, lines.map(line => `${line}\n`).join(''));
  } catch {
    // Whoever pressed Tab has not asked for messages.
  }
  return exits.done;
}

function wordLines({ words }: Completing & { kind: 'words' }): string[] {
  return words.map(({ word, description }) => (description ? `${word}\t${description}` : word));
}

async function valueLines(io: Io, found: Exclude<Completing, { kind: 'words' }>): Promise<string[]> {
  if (found.kind === 'files') return [':files'];
  const db = openToComplete(rosterPath(io, found.db));
  if (!db) return [];
  try {
    const identified = await identify(db, io);
    if ('refused' in identified || !may(identified.who.operator, 'UserManagement:Read')) return [];
    const { typed, before } = found;
    const values =
      found.kind === 'emails'
        ? await emailsLike(db, found.whose, typed)
        : await namesLike(db, found.of, typed);
    return values.filter(value => !/\p{Cc}/u.test(value)).map(value => before + value);
  } finally {
    await db.destroy();
  }
}
