import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Filter } from '../../../db/users/filters.ts';
import { countOf } from '../../../db/users/pages.ts';
import { totalOf } from '../../../db/users/totals.ts';
import { quoted } from '../../roster/text/cut-text.ts';
import { counted, number } from '../../roster/text/words.ts';
import { noteMissing } from '../account/first-steps.ts';
import type { Io } from '../shell/io.ts';
import { note } from '../shell/messages.ts';
import { type Common, isPage } from '../shell/options.ts';
import type { Wanted } from './filters.ts';

interface Page extends Common {
  limit?: number | undefined;
  offset?: number | undefined;
}

/**
 * Says below a table of users how many there are, as the screen's footer does; `shown` of them were printed. Nothing for
 * scripts: they count what they get, and do not wait for what they did not ask for.
 */
export async function noteCount(
  io: Io,
  db: Db,
  shown: number,
  filters: readonly Filter[],
  options: Page,
): Promise<void> {
  const { limit = Number.POSITIVE_INFINITY, offset = 0, quiet } = options;
  if (quiet || (options.format ?? 'table') !== 'table') return;
  const users = await totalOf(db);
  // Only a page that is full leaves open how many come after it.
  const reached = shown < limit ? offset + shown : null;
  const matching = filters.length === 0 ? users : (reached ?? (await countOf(db, filters)));
  note(io, countText({ from: offset + 1, to: offset + shown, matching, users }), options);
}

/** `14 of 500 users.`, `Rows 21 to 40 of 132; 500 users in all.` */
function countText({ from, to, matching, users }: Record<'from' | 'to' | 'matching' | 'users', number>) {
  const whole = counted(users, 'user');
  if (from === 1 && to === matching)
    return matching === users ? `${whole}.` : `${number(matching)} of ${whole}.`;
  const rows = from === to ? `Row ${number(from)}` : `Rows ${number(from)} to ${number(to)}`;
  return matching === users ? `${rows} of ${whole}.` : `${rows} of ${number(matching)}; ${whole} in all.`;
}

/** Says why a table of users is empty: there are none yet, or what was asked for fits nobody. */
export async function noteNobody(io: Io, db: Db, wanted: readonly Wanted[], options: Page): Promise<void> {
  const users = await totalOf(db);
  if (users === 0) return await noteMissing(io, db, options);
  const asked = wanted.map(({ field, values }) => `${field} ${values.map(quoted).join(' or ')}`);
  const why = isPage(options) ? 'Nobody is on that page' : `Nobody matches ${asked.join(', ')}`;
  note(io, `${why}; ${counted(users, 'user')} in all.`, options);
}
