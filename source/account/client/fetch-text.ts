import { AccountError } from './account-error.ts';

/** How long an answer is waited for; in ms. */
export interface Limits {
  answer: number;
}

export const usualLimits: Limits = { answer: 30_000 };

export interface TextAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** One request and its whole answer. Throws AccountError `unreachable`, or what `signal` was aborted with. */
export async function fetchText(
  url: string,
  request: RequestInit,
  { signal, limits }: { signal: AbortSignal; limits: Limits },
): Promise<TextAnswer> {
  try {
    const both = AbortSignal.any([signal, AbortSignal.timeout(limits.answer)]);
    const response = await fetch(url, { ...request, redirect: 'error', signal: both });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    signal.throwIfAborted();
    const sentence = `${new URL(url).host} can't be reached: ${reason(error)}.`;
    throw new AccountError('unreachable', sentence, null, unconnected.includes(causeOf(error).code ?? ''));
  }
}

/** Nothing was sent by then. */
const unconnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** fetch says only that it failed; why is in its cause. */
function causeOf(error: unknown): NodeJS.ErrnoException {
  return ((error as Error).cause ?? error) as NodeJS.ErrnoException;
}

function reason(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  const { code, message } = causeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return 'nobody listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its name is not found; is this machine on the network?';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'the connection broke';
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return 'no connection in time; behind a proxy, set HTTPS_PROXY and NODE_USE_ENV_PROXY=1';
    default:
      return message;
  }
}

/** What a text of JSON says; undefined for other texts. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
