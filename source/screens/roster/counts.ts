import { cursorRow } from '../../app/roster.ts';
import type { App } from '../../app/state.ts';
import { counted, number } from '../../roster/text/words.ts';
import { displayWidth } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';

/** `2 selected (1 not shown) · row 1 of 14 · 500 users`; what is 0 is left out, and the last where there is no room. Where nobody matches: `0 of 500 users`. */
export function countsText({ roster }: App, width: number): string {
  const { selected, totals, rows, range } = roster;
  const or = (count: number | null) => (count === null ? marks.ellipsis : number(count));
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
  const between = ` ${marks.dot} `;
  const whole = parts.join(between);
  return displayWidth(whole) <= width ? whole : parts.slice(0, -1).join(between);
}
