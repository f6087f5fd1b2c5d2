import type { Category } from './rates.ts';

/** Why a 429 was answered: a limit, another write to the same user, or a fault that was asked for. */
export type TooManyReason = 'second' | 'day' | 'user' | 'fault';

/** What the server has seen. */
export interface Counts {
  /** Requests by operation, such as `GET /contact_center/users`, and `POST /oauth/token`. */
  readonly requests: Record<string, number>;
  /** When the first request of an operation came, and its last was answered, by `performance.now`. */
  readonly spans: Record<string, { from: number; to: number }>;
  /** Requests that broke the specification: the operation and what was wrong. */
  readonly invalidRequests: string[];
  /** The most requests in any second. */
  readonly most: Record<Category, number>;
  readonly tooMany: Record<TooManyReason, number>;
  /** Answers 401. */
  unauthorized: number;
  /** How often somebody was added by requests, by e-mail; what the portal adds does not count. */
  readonly additions: Record<string, number>;
  /** Connections for events that were opened. */
  sockets: number;
}

export function makeCounts(most: Counts['most'], additions: Counts['additions']): Counts {
  return {
    requests: {},
    spans: {},
    invalidRequests: [],
    most,
    tooMany: { second: 0, day: 0, user: 0, fault: 0 },
    unauthorized: 0,
    additions,
    sockets: 0,
  };
}
