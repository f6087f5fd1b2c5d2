import { apart, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { counted, number } from '../../roster/words.ts';
import { displayWidth } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import { cursorRow } from './state.ts';
import { toastLines } from './toast-lines.ts';

/** `2 selected (1 not shown) · row 1 of 14 · 500 users`; what is 0 is left out, and the last where there is no room. Where nobody matches: `0 of 500 users`. */
export function footerText({ roster }: App, look: Look, width = Number.POSITIVE_INFINITY): string {
  const { selected, totals, rows, range } = roster;
  const or = (count: number | null) => (count === null ? look.marks.ellipsis : number(count));
  const parts: string[] = [];
  if (range) parts.push('range: v selects, Esc forgets');
  if (selected.size > 0) {
    const hidden = totals.selectedMatching === null ? 0 : selected.size - totals.selectedMatching;
    parts.push(`${number(selected.size)} selected${hidden > 0 ? ` (${number(hidden)} not shown)` : ''}`);
  }
  const row = cursorRow(roster);
  if (rows.length > 0) parts.push(`row ${or(row === null ? null : row + 1)} of ${or(totals.matching)}`);
  const none = totals.matching === 0 ? '0 of ' : '';
  if (totals.users) parts.push(`${none}${counted(totals.users, 'user')}`);
  const between = ` ${look.marks.dot} `;
  const whole = parts.join(between);
  return displayWidth(whole) <= width ? whole : parts.slice(0, -1).join(between);
}

/** The counts with a toast beside them, and what stands above: a blank line, or a toast that is too long for that. */
export function footerLines(
  app: App,
  width: number,
  look: Look,
  counts: readonly Span[] = [span(` ${footerText(app, look, width - 1)}`, { color: 'muted' })],
): { above: Span[][]; counts: Span[] } {
  const [toast, ...more] = toastLines(app, width, look);
  if (!toast) return { above: [[]], counts: [...counts] };
  const beside = more.length === 0 && spansWidth(counts) + 2 + spansWidth(toast) <= width;
  return beside
    ? { above: [[]], counts: apart(counts, toast, width, look) }
    : { above: [toast, ...more], counts: [...counts] };
}
