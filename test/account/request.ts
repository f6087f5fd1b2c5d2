import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Query } from './operations/operation.ts';
import type { Route } from './operations/table.ts';

/** What a request brings, and what of it breaks the specification. */
export interface Request {
  query: Query;
  body: unknown;
  wrong: string[];
}

const lists = new Set(['user_ids', 'user_emails']);

/** Reads and checks a request; rejects where the client has gone. */
export async function readRequest(incoming: IncomingMessage, url: URL, route: Route): Promise<Request> {
  const written = await text(incoming);
  const query: Record<string, string | string[]> = {};
  const wrong: string[] = [];
  for (const [name, value] of url.searchParams) {
    if (name in query) wrong.push(`query ${name} twice`);
    query[name] = lists.has(name) ? value.split(',') : value;
  }
  wrong.push(...route.checkQuery(query).map(fault => `query ${fault}`));
  const { body, problem } = readBody(written, incoming.headers['content-type'], route);
  wrong.push(...(problem === undefined ? [] : [problem]));
  if (problem === undefined && route.checkBody)
    wrong.push(...route.checkBody(body).map(fault => `body ${fault}`));
  // Its numbers are numbers now.
  return { query: query as Query, body, wrong };
}

function readBody(
  written: string,
  type: string | undefined,
  route: Route,
): { body?: unknown; problem?: string } {
  if (!route.checkBody) return written === '' ? {} : { problem: 'body where there is none' };
  if (!type?.startsWith('application/json')) return { problem: `body is ${type ?? 'of no type'}` };
  try {
    return { body: JSON.parse(written) };
  } catch {
    return { problem: 'body is not JSON' };
  }
}
