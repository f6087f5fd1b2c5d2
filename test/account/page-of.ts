import type { IsDue } from './faults.ts';
import type { Call, Query } from './operations/operation.ts';
import { refuse } from './rules/answer.ts';
import type { Pages } from './rules/pages.ts';

/** Cuts pages out of lists; `address` is all that must be the same on each page. */
export function pageOf(pages: Pages, address: string, query: Query, isDue: IsDue): Call['page'] {
  return (name, rows, shown, { size: usual = 30, most = Number.POSITIVE_INFINITY, total = true } = {}) => {
    const { next_page_token: token, page_size = usual } = query;
    const binding = `${address} ${page_size}`;
    // An empty token is what a client has that asks for the first page.
    const start = token ? pages.start(binding, token) : { ok: true as const, offset: 0 };
    if (!start.ok) return refuse(400, 300, 'This page token is not valid, or not any more.');
    const end = start.offset + Math.min(page_size, most);
    const body = {
      next_page_token: end < rows.length ? pages.token(binding, nextOffset(end, isDue)) : '',
      page_size,
      [name]: rows.slice(start.offset, end).map(shown),
      ...(total && { total_records: rows.length }),
    };
    if (body.next_page_token && isDue('short')) body.next_page_token = '';
    return { status: 200, body };
  };
}

function nextOffset(end: number, isDue: IsDue): number {
  if (isDue('loop')) return 0;
  return isDue('duplicate') ? end - 1 : end;
}
