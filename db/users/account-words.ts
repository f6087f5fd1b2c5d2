import type { UserSettings } from '../../source/roster/users/user.ts';
import { isOneOf, type OpenList, openLists } from '../../source/roster/users/vocabulary.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';

/** Keeps the reasons and add-ons of these settings that only this account knows, so that others can be given them. */
export async function keepWords(
  trx: Db,
  all: readonly Partial<Pick<UserSettings, 'sub_status_name' | 'add_ons_plan'>>[],
): Promise<void> {
  const reasons = all.flatMap(({ sub_status_name }) => sub_status_name ?? []);
  const addOns = all.flatMap(({ add_ons_plan }) => add_ons_plan ?? []);
  const rows = [...unusual('reason', reasons), ...unusual('add_on', addOns)];
  await inChunks(rows, chunk =>
    trx
      .insertInto('account_words')
      .values(chunk)
      .onConflict(conflict => conflict.doNothing())
      .execute(),
  );
}

function unusual(list: OpenList, words: readonly string[]): { list: OpenList; word: string }[] {
  const own = words.filter(word => !isOneOf<string>(openLists[list], word));
  return [...new Set(own)].map(word => ({ list, word }));
}
