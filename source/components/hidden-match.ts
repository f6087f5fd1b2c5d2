import { matchRanges } from '../roster/screen/search-terms.ts';
import type { Row } from '../roster/users/row.ts';
import { visible } from '../terminal/escape.ts';
import { cut, displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { searched } from './searched.ts';
import { type Span, span } from './span.tsx';

/** What a search looks at, in the order in which it would be shown. */
type Searched = Pick<Row, 'name' | 'email' | 'department'>;
const searchedFields = ['email', 'department', 'name'] as const;

/** Cells that a column gives to each of these texts; 0 or none where it is not shown. */
export type ShownWidths = Partial<Record<keyof Searched, number>>;

/**
 * The text because of which somebody matches although none of it is seen: of a column that is not shown, or beyond the end
 * of one; null where every word is seen. `words` are folded.
 */
export function hiddenMatch(row: Searched, widths: ShownWidths, words: readonly string[]): string | null {
  const unseen = words.filter(
    word => !searchedFields.some(field => isSeen(row[field], widths[field] ?? 0, word)),
  );
  if (unseen.length === 0) return null;
  const field = searchedFields.find(field =>
    unseen.some(word => matchRanges(visible(row[field]), [word]).length > 0),
  );
  return field === undefined ? null : visible(row[field]);
}

function isSeen(text: string, width: number, word: string): boolean {
  if (width === 0) return false;
  const shown = visible(text);
  const kept = displayWidth(shown) <= width ? shown : cut(shown, width - 1);
  return matchRanges(shown, [word]).some(({ end }) => end <= kept.length);
}

/** Cells between a name and what stands behind it. */
const gap = 2;

/** Cells of a name that stay, whatever stands behind it. */
const leastName = 6;

/** A name with such a text behind it, in exactly `width` cells: as much of both as there is room for, and the match in any case. */
export function nameWithMatch(
  name: string,
  hidden: string,
  width: number,
  words: readonly string[],
  theme: Theme,
): Span[] {
  const whole = displayWidth(visible(name));
  // What the name shows already need not be shown again.
  const others = words.filter(word => matchRanges(name, [word]).length === 0);
  const text =
    whole + gap + displayWidth(hidden) <= width
      ? hidden
      : fromMatch(hidden, others.length > 0 ? others : words);
  const least = Math.min(whole, Math.max(leastName, Math.floor(width / 2) - gap));
  const nameWidth = Math.max(least, Math.min(whole, width - gap - displayWidth(text)));
  return [
    ...searched(name, nameWidth, words, theme),
    span(' '.repeat(gap)),
    ...searched(text, width - nameWidth - gap, words, theme, theme.muted),
  ];
}

/** The text from its first match on. */
function fromMatch(text: string, words: readonly string[]): string {
  const [match] = matchRanges(text, words);
  return match && match.start > 0 ? marks.ellipsis + text.slice(match.start) : text;
}

/** Cells that an e-mail takes of its column at most: without the domain that is hidden it ends in `@…`. */
export function emailWidth(
  email: string,
  { width, hidden }: { width: number; hidden?: string | undefined },
): number {
  if (hidden === undefined || !email.toLowerCase().endsWith(hidden)) return width;
  const shown = visible(email.slice(0, email.length - hidden.length + 1));
  return Math.min(width, displayWidth(shown) + 1);
}
