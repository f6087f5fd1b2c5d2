import type { Turn } from '../source/roster/turn.ts';
import type { Sort } from '../source/roster/view.ts';
import type { Conditions } from './conditions.ts';
import type { Db } from './dialect.ts';
import { emailStrides, type Met } from './email-order.ts';
import { both, type Position, segmentsOf } from './order.ts';
import { type Source, sourcesFor } from './sources.ts';
import { type Found, type KnownPieces, type Range, strides } from './strides.ts';

/** Which users are looked at, in what order; to be read piece by piece. */
export interface Listing {
  conditions: Conditions;
  sort: Sort;
  /** Of the order; null for e-mails. */
  segments: Conditions[] | null;
  turn: Turn;
  /** Kept by the readings of segments: what is known of the words, and where each segment is read from. */
  known: KnownPieces;
  sources: Map<Conditions, { conditions: Conditions; sources: readonly Source[] }>;
  /** Kept by the order of e-mails. */
  met?: Promise<Met | null>;
}

export async function listingOf(db: Db, conditions: Conditions, sort: Sort, turn: Turn): Promise<Listing> {
  return { conditions, sort, segments: await segmentsOf(db, sort), turn, known: {}, sources: new Map() };
}

export interface StretchRequest {
  side: 'before' | 'from' | 'after';
  /** Left out: the end of the list. */
  position?: Position | undefined;
  limit: number;
}

/** The people on one side of a position, the nearest first. Throws Overtaken. */
export async function stretch(db: Db, listing: Listing, request: StretchRequest): Promise<number[]> {
  const ids: number[] = [];
  for await (const found of stretches(db, listing, request)) for (const id of found) ids.push(id);
  return ids;
}

/** As `stretch`, part by part. */
export async function* stretches(
  db: Db,
  listing: Listing,
  { side, position, limit }: StretchRequest,
): AsyncGenerator<number[]> {
  let missing = limit;
  const parts = listing.segments
    ? bySegments(db, listing, listing.segments, { side, position, limit: () => missing })
    : emailStrides(db, listing, { side, email: position?.email_key, limit: () => missing });
  if (limit <= 0) return;
  for await (const part of parts) {
    const taken = part.length > missing ? part.slice(0, missing) : part;
    missing -= taken.length;
    if (taken.length > 0) yield taken.map(user => user.person_id);
    if (missing <= 0) return;
  }
}

interface From {
  side: StretchRequest['side'];
  position?: Position | undefined;
  limit: () => number;
}

async function* bySegments(
  db: Db,
  listing: Listing,
  segments: readonly Conditions[],
  { side, position, limit }: From,
): AsyncGenerator<Found[]> {
  const { sort, turn, known } = listing;
  const step = side === 'before' ? -1 : 1;
  const backward = sort.reverse !== (side === 'before');
  const first = position?.segment ?? (step === 1 ? 0 : segments.length - 1);
  for (let at = first; segments[at] && limit() > 0; at += step) {
    const startsHere = position && at === position.segment;
    const range = startsHere ? rangeBeside(position.name_rank, side, backward) : {};
    const segment = await segmentOf(db, listing, segments[at]!);
    yield* strides(db, { ...segment, range, backward, limit, turn, known });
  }
}

async function segmentOf(db: Db, { conditions, sources }: Listing, segment: Conditions) {
  const known = sources.get(segment);
  if (known) return known;
  const all = both(conditions, segment);
  const found = { conditions: all, sources: await sourcesFor(db, all) };
  sources.set(segment, found);
  return found;
}

/** The part of the order on one side of a rank, which may lie between two. */
function rangeBeside(name_rank: number, side: StretchRequest['side'], backward: boolean): Partial<Range> {
  const itself = side === 'from';
  if (backward) return { high: itself ? Math.floor(name_rank) : Math.ceil(name_rank) - 1 };
  return { low: itself ? Math.ceil(name_rank) : Math.floor(name_rank) + 1 };
}
