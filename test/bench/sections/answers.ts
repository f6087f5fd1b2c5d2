import { searchWords } from '../../../source/roster/screen/search-terms.ts';
import { fold } from '../../../source/roster/text/fold.ts';
import type { Data } from '../data/cache.ts';
import { literalNeedles } from '../data/literal-needles.ts';
import type { ListedUser } from '../data/user-line.ts';
import { listedUsers } from '../data/user-list.ts';

/** What the screen said about a search. */
export interface Said {
  search: string;
  queue?: string | undefined;
  status?: string | undefined;
  role?: string | undefined;
  /** How many match, as its counts told. */
  matching: number;
  /** How many rows it showed. */
  rows: number;
  /** The e-mails of those rows where they were not cut. */
  emails: string[];
}

/** Fewer lines than a page of the table has. */
const linesOfPage = 30;

/** What is wrong with the answers to searches, by the list of users: how many match, and each of the rows shown. */
export async function wrongAnswers(data: Data, said: readonly Said[]): Promise<string[]> {
  const searches = said.map(one => ({
    ...one,
    finds: finder(one.search),
    found: 0,
    left: new Set(one.emails),
  }));
  for await (const user of listedUsers(data)) {
    const texts = { plain: `${user.name}\n${user.email}\n${user.department}`, folded: '' };
    texts.folded = fold(texts.plain);
    for (const search of searches) {
      if (!search.finds(texts) || !passes(user, search)) continue;
      search.found++;
      search.left.delete(user.email);
    }
  }
  return searches.flatMap(({ search, matching, found, rows, left }) => [
    ...(matching === found ? [] : [`"${search}": ${matching} shown, ${found} match`]),
    ...(rows >= Math.min(found, linesOfPage) ? [] : [`"${search}": ${rows} rows of ${found}`]),
    ...[...left].map(email => `"${search}": ${email} is shown and does not match`),
  ]);
}

interface Texts {
  plain: string;
  folded: string;
}

function finder(search: string): (texts: Texts) => boolean {
  const literal = literalNeedles.find(({ typed }) => typed === search);
  if (literal) return ({ plain }) => literal.finds.every(pattern => pattern.test(plain));
  const words = searchWords(search);
  return ({ folded }) => words.every(word => folded.includes(word));
}

function passes(user: ListedUser, { queue, status, role }: Said): boolean {
  return (
    (queue === undefined || user.queues.includes(queue)) &&
    (status === undefined || user.status === status) &&
    (role === undefined || user.role === role)
  );
}

/** What the lines of the screen say: `row 1 of 14 · 500 users` that 14 match, 0 where nobody is shown. */
export function shownIn(
  lines: readonly string[],
  footer: string,
): Pick<Said, 'matching' | 'rows' | 'emails'> {
  const found = /\brow \S+ of ([\d,]+)/.exec(footer)?.[1];
  const rows = lines.filter(line => /^ [▸ ] [☐☑] /.test(line));
  return {
    matching: found ? Number(found.replaceAll(',', '')) : 0,
    rows: rows.length,
    emails: rows.flatMap(line => /\S+@\S+(?<!…)(?=\s)/.exec(line)?.[0] ?? []),
  };
}
