import type { Random } from '../../../source/demo/random.ts';
import type { Clock } from './clock.ts';

/** Where a page begins, or that its token is not good for this list with these parameters. */
export type PageStart = { ok: true; offset: number } | { ok: false };

export interface Pages {
  /** How long a token is good, in milliseconds. */
  lifetime: number;
  /** A token for the page at `offset` of the list that `binding` names: the operation with all its parameters. */
  token(binding: string, offset: number): string;
  start(binding: string, token: string): PageStart;
}

const quarterOfAnHour = 15 * 60 * 1000;

export function makePages(clock: Clock, random: Random): Pages {
  const given = new Map<string, { binding: string; offset: number; until: number }>();
  const pages: Pages = {
    lifetime: quarterOfAnHour,
    token(binding, offset) {
      const now = clock.now();
      // Those that came first end first.
      for (const [token, { until }] of given) {
        if (until > now) break;
        given.delete(token);
      }
      const token = Buffer.from(`${random.next()}${random.next()}`.replaceAll('0.', '')).toString(
        'base64url',
      );
      given.set(token, { binding, offset, until: now + pages.lifetime });
      return token;
    },
    start(binding, token) {
      const found = given.get(token);
      if (!found || found.binding !== binding || found.until <= clock.now()) return { ok: false };
      return { ok: true, offset: found.offset };
    },
  };
  return pages;
}
