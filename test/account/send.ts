import type { ServerResponse } from 'node:http';
import { withNewFields, withNewValues } from './altered.ts';
import type { IsDue } from './faults.ts';
import type { Answer } from './rules/answer.ts';

export function cut(response: ServerResponse): void {
  response.socket?.destroy();
}

const browserPage =
  '<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Be right back</body></html>';

/** Sends an answer, or what a fault makes of it. By now everything is done. */
export function send(
  response: ServerResponse,
  { status, body }: Answer,
  headers: Record<string, string>,
  isDue: IsDue,
): void {
  if (isDue('cut-after')) {
    cut(response);
    return;
  }
  // The client waits until it gives up, or the server closes.
  if (isDue('hang')) return;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  if (isDue('html')) {
    response.setHeader('Content-Type', 'text/html;charset=utf-8').end(browserPage);
    return;
  }
  const bytes = Buffer.from(JSON.stringify(altered(body, isDue)));
  response.setHeader('Content-Type', 'application/json;charset=UTF-8');
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (isDue('invalid-json')) {
    response.end(half);
    return;
  }
  response.setHeader('Content-Length', bytes.length);
  if (isDue('cut-body')) response.write(half, () => cut(response));
  else if (isDue('hang-body')) response.write(half);
  else response.end(bytes);
}

function altered(body: unknown, isDue: IsDue): unknown {
  if (isDue('new-fields')) return withNewFields(body);
  return isDue('new-values') ? withNewValues(body) : body;
}
