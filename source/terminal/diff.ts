import type { Row } from './cells.ts';
import type { Pen } from './pen.ts';
import { behind, type Segment, segmentsOf } from './segments.ts';
import { spaceLook, transition } from './sgr.ts';

// So many of the segments that are left of one look are looked at for the next one; more gain next to nothing.
const AHEAD = 32;

/**
 * Draws with `pen` what differs between what is `shown` and what is `wanted`. Next comes what takes the fewest bytes to get
 * to, rather than what lies further right: all of one color, then all of the other.
 */
export function drawRows(pen: Pen, shown: readonly Row[], wanted: readonly Row[]): void {
  const left = wanted.flatMap((row, y) => (row === shown[y] ? [] : segmentsOf(y, shown[y]!, row)));
  const groups = [...Map.groupBy(left, alike).values()];
  const drawn = new Set<Segment>();
  while (drawn.size < left.length) {
    const { group, index } = nearest(pen, groups, drawn);
    const [segment] = group.splice(index, 1) as [Segment];
    drawSegment(pen, segment, wanted[segment.y]!);
    drawn.add(segment);
  }
}

/** The same for segments that the same looks may be on for. */
function alike({ kind, look }: Segment): number {
  return kind === 'text' ? look : -1 - look;
}

function nearest(pen: Pen, groups: readonly Segment[][], drawn: ReadonlySet<Segment>) {
  let best = { group: groups[0]!, index: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    const look = transition(pen.look, lookFor(pen, first)).length;
    for (let index = 0; index < group.length && index < AHEAD && look < least; index++) {
      const segment = group[index]!;
      if (segment.after && !drawn.has(segment.after)) continue;
      const cost = look + pen.costTo(segment.x, segment.y);
      if (cost >= least) continue;
      best = { group, index };
      least = cost;
    }
  }
  return best;
}

/** The look to have on for a segment. Spaces and what is erased may have any that shows nothing else. */
function lookFor(pen: Pen, { kind, look }: Segment): number {
  return kind !== 'text' && spaceLook(pen.look) === look ? pen.look : look;
}

function drawSegment(pen: Pen, segment: Segment, row: Row): void {
  const { x, y, end, kind } = segment;
  const columns = row.text.length;
  pen.setLook(lookFor(pen, segment));
  pen.moveTo(x, y);
  if (kind === 'erase') {
    pen.raw(end === columns ? '\x1b[K' : `\x1b[${end - x}X`);
    return;
  }
  // Where the terminal believes a glyph to be narrower than we do, what stood in its last cell would stay.
  if (kind === 'doubtful' && row.text.slice(x, end).includes('')) pen.raw(`\x1b[${end - x}X`);
  for (let cell = x; cell < end; ) {
    const next = behind(row, cell);
    if (kind === 'doubtful') pen.setLook(row.looks[cell]!);
    pen.draw(row.text[cell]!, next - cell, columns);
    cell = next;
  }
  if (kind === 'doubtful') pen.raw('', -1);
}
