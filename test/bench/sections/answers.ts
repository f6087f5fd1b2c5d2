import { fold } from '../../../source/roster/fold.ts';
import { searchWords } from '../../../source/roster/search-terms.ts';
import type { Data } from '../data/cache.ts';
import { listedUsers } from '../data/user-list.ts';

/** What the screen said about a search. */
export interface Said {
  search: string;
  queue: string | null;
  status: string | null;
  /** How many match, as its counts told. */
  matching: number;
}

/** The searches whose count is not what the list of users gives, with both numbers. */
export async function wrongAnswers(data: Data, said: readonly Said[]): Promise<string[]> {
  const searches = said.map(one => ({ ...one, words: searchWords(one.search), found: 0 }));
  for await (const { name, email, department, queues, status } of listedUsers(data)) {
    const text = fold(`${name}\n${email}\n${department}`);
    for (const search of searches) {
      if (!search.words.every(word => text.includes(word))) continue;
      if (search.queue !== null && !queues.includes(search.queue)) continue;
      if (search.status !== null && search.status !== status) continue;
      search.found++;
    }
  }
  return searches
    .filter(({ matching, found }) => matching !== found)
    .map(({ search, matching, found }) => `"${search}": ${matching} shown, ${found} match`);
}

/** `row 1 of 14 · 500 users`: the 14; 0 where nobody is shown. */
export function matchingIn(footer: string): number {
  const found = /\bof ([\d,]+)/.exec(footer)?.[1];
  return found ? Number(found.replaceAll(',', '')) : 0;
}
