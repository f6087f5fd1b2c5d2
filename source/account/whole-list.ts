import { AccountError } from './account-error.ts';
import type { AccountClient } from './client.ts';
import type { ListRead } from './reads.ts';

/** So often a list is read anew that changed, ended early or went round while it was read. */
const mostReadings = 3;

interface Reading<Row> {
  /** What the list is of, where it is of something. */
  id?: string;
  query?: Readonly<Record<string, string>>;
  /** Each page as it comes, and how many rows there are, where that is said. A list that is read anew begins anew. */
  onPage?(rows: readonly Row[], done: number, total: number | null): void;
}

/**
 * A list, whole: nobody stands in it twice, it has as many rows as it says, and no page came twice. Throws AccountError
 * `not_whole` where three readings did not give one: then nobody knows who is missing.
 */
export async function readWhole<Row>(
  client: AccountClient,
  list: ListRead<Row>,
  reading: Reading<Row> = {},
): Promise<Row[]> {
  let why = '';
  for (let readings = 0; readings < mostReadings; readings++) {
    const read = await readOnce(client, list, reading);
    if ('rows' in read) return read.rows;
    why = read.why;
  }
  throw new AccountError(
    'not_whole',
    `${list.path} was read ${mostReadings} times and is not whole: ${why}.`,
  );
}

async function readOnce<Row>(
  client: AccountClient,
  list: ListRead<Row>,
  { id, query = {}, onPage }: Reading<Row>,
): Promise<{ rows: Row[] } | { why: string }> {
  const begun = client.tokensUsed();
  const rows: Row[] = [];
  const ids = new Set<string>();
  const pages = new Set<string>();
  let token = '';
  let total: number | null = null;
  do {
    const asked = { ...query, page_size: String(list.pageSize), ...(token && { next_page_token: token }) };
    const page = await client
      .read(list, { ...(id !== undefined && { id }), query: asked })
      .catch(error => unless(token, error));
    if (!page) return { why: 'it took so long that its next page was gone' };
    for (const row of page.rows) {
      const rowId = list.idOf(row);
      if (ids.has(rowId)) return { why: `${rowId} stands in it twice` };
      ids.add(rowId);
      rows.push(row);
    }
    ({ total } = page);
    onPage?.(page.rows, rows.length, total);
    token = page.next_page_token;
    if (token && pages.has(token)) return { why: 'the same page came twice' };
    pages.add(token);
  } while (token !== '');
  if (client.tokensUsed() !== begun) return { why: 'another token was needed in the midst of it' };
  if (total !== null && total !== rows.length) return { why: `it says ${total} and has ${rows.length}` };
  return { rows };
}

/** A later page is refused where its token is too old; all else goes on. */
function unless(token: string, error: unknown): null {
  if (token !== '' && error instanceof AccountError && error.code === 'refused') return null;
  throw error;
}
