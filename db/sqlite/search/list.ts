import type { Sort } from '../../../source/roster/screen/view.ts';
import type { Db } from '../dialect.ts';
import type { Conditions } from './conditions.ts';
import { byEmail } from './list-by-email.ts';
import { byName, type Range } from './list-by-name.ts';
import { both, type Position, segmentsOf } from './order.ts';
import { type Source, sourcesFor } from './sources.ts';

/** Which users, in what order. */
export interface Listing {
  conditions: Conditions;
  sort: Sort;
  /** The parts of the order; null for the order of e-mails. */
  segments: Conditions[] | null;
  /** Where each segment is read from, once it was: a key asks on both sides of the cursor. */
  sources: Map<Conditions, readonly Source[]>;
}

export async function listingOf(db: Db, conditions: Conditions, sort: Sort): Promise<Listing> {
  return { conditions, sort, segments: await segmentsOf(db, sort), sources: new Map() };
}

export interface From {
  side: 'before' | 'from';
  /** Left out: the end of the list. */
  position?: Position | undefined;
}

/** The people on one side of a position, the nearest first. */
export async function peopleBeside(
  db: Db,
  listing: Listing,
  { limit, ...from }: From & { limit: number },
): Promise<number[]> {
  const ids: number[] = [];
  if (limit > 0) for await (const page of pagesOf(db, listing, from, limit)) ids.push(...page);
  return ids;
}

/** Everybody on one side of a position, the nearest first, page by page. */
export function peopleFrom(db: Db, listing: Listing, from: From): AsyncGenerator<number[]> {
  return pagesOf(db, listing, from, Number.POSITIVE_INFINITY);
}

async function* pagesOf(
  db: Db,
  { conditions, sort, segments, sources: known }: Listing,
  { side, position }: From,
  limit: number,
): AsyncGenerator<number[]> {
  const backward = sort.reverse !== (side === 'before');
  if (!segments) {
    yield* byEmail(db, conditions, { side, email: position?.email_key, backward, limit });
    return;
  }
  const step = side === 'before' ? -1 : 1;
  let missing = limit;
  for (let at = position?.segment ?? (step === 1 ? 0 : segments.length - 1); segments[at]; at += step) {
    const range = position && at === position.segment ? rangeBeside(position.name_rank, side, backward) : {};
    const segment = segments[at]!;
    const inSegment = both(conditions, segment);
    const sources = known.get(segment) ?? (await sourcesFor(db, inSegment));
    known.set(segment, sources);
    for await (const page of byName(db, inSegment, { sources, range, backward, limit: missing })) {
      missing -= page.length;
      yield page.map(user => user.person_id);
    }
    if (missing <= 0) return;
  }
}

/** The part of the order on one side of a rank, which may lie between two. */
function rangeBeside(name_rank: number, side: From['side'], backward: boolean): Range {
  const itself = side === 'from';
  if (backward) return { high: itself ? Math.floor(name_rank) : Math.ceil(name_rank) - 1 };
  return { low: itself ? Math.ceil(name_rank) : Math.floor(name_rank) + 1 };
}
