import {
  addRows,
  beginList,
  endList,
  isStaged,
  type ListKey,
  type Staging,
} from '../../../db/account/staging.ts';
import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import type { ListRead } from './list-read.ts';

/** So often a list is read anew that changed, ended early or went round while it was read. */
const mostReadings = 3;

/** Told how many rows there are so far, and of how many where that is said. A list that is read anew begins anew. */
export type OnPage = (done: number, total: number | null) => void;

interface Part {
  /** What the list is of, where it is of something. */
  of?: string;
  onPage?: OnPage;
}

/**
 * Stages a list, whole, unless it is there: nobody stands in it twice, it has as many rows as it says, and no page came
 * twice. Throws AccountError `not_whole` where three readings did not give one: then nobody knows who is missing.
 */
export async function stageList<Row>(
  client: AccountClient,
  staging: Staging,
  list: ListRead<Row>,
  { of = '', onPage }: Part = {},
): Promise<void> {
  const key = { list: list.path, of };
  if (await isStaged(staging, key)) return;
  let why: string | null = '';
  for (let readings = 0; readings < mostReadings; readings++) {
    await beginList(staging, key);
    why = await readOnce(client, staging, list, key, onPage);
    if (why === null) return await endList(staging, key);
  }
  throw new AccountError(
    'not_whole',
    `${list.path} was read ${mostReadings} times and is not whole: ${why}.`,
  );
}

/** Null, or why what was staged is not the whole list. */
async function readOnce<Row>(
  client: AccountClient,
  staging: Staging,
  list: ListRead<Row>,
  key: ListKey,
  onPage: OnPage | undefined,
): Promise<string | null> {
  const begun = client.tokensUsed();
  const pages = new Set<string>();
  let token = '';
  let done = 0;
  let total: number | null = null;
  do {
    const query = { page_size: String(list.pageSize), ...(token && { next_page_token: token }) };
    const page = await client
      .read(list, { ...(key.of !== '' && { id: key.of }), query })
      .catch(error => unless(token, error));
    if (!page) return 'it took so long that its next page was gone';
    const rows = page.rows.map(row => ({ row_id: list.idOf(row), row: JSON.stringify(row) }));
    const [twice] = await addRows(staging, key, rows);
    if (twice !== undefined) return `${twice} stands in it twice`;
    done += rows.length;
    ({ total } = page);
    onPage?.(done, total);
    token = page.next_page_token;
    if (token && pages.has(token)) return 'the same page came twice';
    pages.add(token);
  } while (token !== '');
  if (client.tokensUsed() !== begun) return 'another token was needed in the midst of it';
  if (total !== null && total !== done) return `it says ${total} and has ${done}`;
  return null;
}

/** A later page is refused where its token is too old; all else goes on. */
function unless(token: string, error: unknown): null {
  if (token !== '' && error instanceof AccountError && error.code === 'refused') return null;
  throw error;
}
