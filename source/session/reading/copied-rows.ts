import type { Db } from '../../../db/sqlite/dialect.ts';
import { rowPages } from '../../../db/users/pages.ts';
import { csvLine } from '../../csv/write.ts';
import type { Effect } from '../../roster/screen/effects.ts';
import { wholeRoster } from '../../roster/screen/view.ts';
import { counted } from '../../roster/text/words.ts';
import type { Row } from '../../roster/users/row.ts';
import { type Asker, untilAborted } from './asker.ts';
import type { ReadAnswers } from './question.ts';

/**
 * Bytes of text that a terminal is given for the clipboard at most: in base64 they become a third more, and xterm takes
 * 600,000 bytes at once, tmux 1 MiB, kitty and Ghostty 8 MiB. What is too long most of them drop without a word.
 */
const longest = 400_000;

const columns = [
  'display_name',
  'user_email',
  'role_name',
  'queues',
  'status_name',
  'user_access',
  'department',
];

/**
 * These users as CSV with a header line, in the order of the view; null if it was aborted. Throws a sentence if they are
 * more than a clipboard takes, as soon as that is clear.
 */
export async function copiedRows(
  db: Db,
  { ids, view }: Extract<Effect, { type: 'copy-rows' }>,
  asker: Asker,
): Promise<ReadAnswers['copy-rows'] | null> {
  let text = csvLine(columns);
  let rows = 0;
  for await (const page of untilAborted(
    rowPages(db, { ...wholeRoster, sort: view.sort, only: ids }),
    asker,
  )) {
    for (const row of page) text += csvLine(cellsOf(row));
    rows += page.length;
    const bytes = Math.round((Buffer.byteLength(text) * Math.max(rows, ids.size)) / rows);
    if (bytes > longest) throw new Error(tooLong(ids.size, bytes));
    asker.onProgress(rows, ids.size);
  }
  return asker.signal.aborted ? null : { rows, text };
}

function cellsOf(row: Row): string[] {
  const { name, email, role, queues, presence, status, department } = row;
  return [name, email, role, queues.join('; '), presence, status, department];
}

function tooLong(rows: number, bytes: number): string {
  const size = bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
  return `${counted(rows, 'row')} are about ${size}; the clipboard of a terminal takes ${longest / 1_000} kB. Export them to a file: E, with " before it only those who are selected.`;
}
