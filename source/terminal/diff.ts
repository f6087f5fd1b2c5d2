import type { Row } from './cells.ts';
import { type Pen, UNREACHABLE } from './pen.ts';
import { behind, type Segment, segmentsOf } from './segments.ts';
import { spaceStyle, transition } from './sgr.ts';

// So many of the segments that are left of one style are looked at for the next one; more gain next to nothing.
const AHEAD = 32;

/**
 * Draws with `pen` what differs between what is `shown` and what is `wanted`. Next comes what takes the fewest bytes to get
 * to, rather than what lies further right: all of one color, then all of the other.
 */
export function drawRows(pen: Pen, shown: readonly Row[], wanted: readonly Row[]): void {
  const groups = groupsOf(shown, wanted);
  const drawn = new Set<Segment>();
  for (;;) {
    const group = nearest(pen, groups, drawn);
    if (!group) return;
    const [segment] = group.segments.splice(group.nearest, 1) as [Segment];
    drawSegment(pen, segment, wanted[segment.y]!);
    drawn.add(segment);
  }
}

/** What is left to be drawn that the same styles may be on for, from the top. */
interface Group {
  segments: Segment[];
  /** Which of them comes next, if any of these does. */
  nearest: number;
}

function groupsOf(shown: readonly Row[], wanted: readonly Row[]): Group[] {
  const groups = new Map<number, Group>();
  for (let y = 0; y < wanted.length; y++) {
    if (wanted[y] === shown[y]) continue;
    for (const segment of segmentsOf(y, shown[y]!, wanted[y]!)) {
      const alike = segment.kind === 'text' ? segment.style : -1 - segment.style;
      const group = groups.get(alike);
      if (group) group.segments.push(segment);
      else groups.set(alike, { segments: [segment], nearest: 0 });
    }
  }
  return [...groups.values()];
}

// By index and without objects: it is asked for each segment of a frame, and looks at a hundred.
function nearest(pen: Pen, groups: readonly Group[], drawn: ReadonlySet<Segment>): Group | undefined {
  let best: Group | undefined;
  let least = UNREACHABLE;
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at]!;
    const { segments } = group;
    if (segments.length === 0) continue;
    const style = transition(pen.style, styleFor(pen, segments[0]!)).length;
    for (let index = 0; index < segments.length && index < AHEAD && style < least; index++) {
      const segment = segments[index]!;
      if (segment.after && !drawn.has(segment.after)) continue;
      const cost = style + pen.costTo(segment.x, segment.y);
      if (cost >= least) continue;
      best = group;
      group.nearest = index;
      least = cost;
    }
  }
  return best;
}

/** The style to have on for a segment. Spaces and what is erased may have any that shows nothing else. */
function styleFor(pen: Pen, { kind, style }: Segment): number {
  return kind !== 'text' && spaceStyle(pen.style) === style ? pen.style : style;
}

function drawSegment(pen: Pen, segment: Segment, row: Row): void {
  const { x, y, end, kind } = segment;
  const columns = row.text.length;
  pen.setStyle(styleFor(pen, segment));
  pen.moveTo(x, y);
  if (kind === 'erase') {
    pen.raw(end === columns ? '\x1b[K' : `\x1b[${end - x}X`);
    return;
  }
  // Where the terminal believes a glyph to be narrower than we do, what stood in its last cell would stay.
  if (kind === 'doubtful' && row.text.slice(x, end).includes('')) pen.raw(`\x1b[${end - x}X`);
  for (let cell = x; cell < end; ) {
    const next = behind(row, cell);
    if (kind === 'doubtful') pen.setStyle(row.styles[cell]!);
    pen.draw(row.text[cell]!, next - cell, columns);
    cell = next;
  }
  if (kind === 'doubtful') pen.raw('', -1);
}
