import { apart, type Span, span, spansWidth } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { App } from '../app.ts';

/** `2 selected (1 not shown) · row 1 of 14 · 500 users`; what is 0 is left out. */
export function footerText({ roster }: App, look: Look): string {
  const { selected, totals, rows, cursor, before, range } = roster;
  const parts: string[] = [];
  if (range) parts.push('range: v selects, Esc forgets');
  if (selected.size > 0) {
    const hidden = totals ? selected.size - totals.selectedMatching : 0;
    parts.push(`${number(selected.size)} selected${hidden > 0 ? ` (${number(hidden)} not shown)` : ''}`);
  }
  if (rows.length > 0)
    parts.push(
      `row ${number(before + cursor + 1)} of ${totals ? number(totals.matching) : look.marks.ellipsis}`,
    );
  if (totals && totals.users > 0) parts.push(counted(totals.users, 'user'));
  return parts.join(` ${look.marks.dot} `);
}

/** The footer, and the line above it, which takes a toast that is too long to stand beside the counts. */
export function footerLines(app: App, width: number, look: Look): [Span[], Span[]] {
  const counts = [span(` ${footerText(app, look)}`, { color: 'muted' })];
  const toast = toastSpans(app, look);
  if (toast.length === 0) return [[], counts];
  const beside = spansWidth(counts) + 3 + spansWidth(toast) <= width;
  return beside ? [[], apart(counts, toast, width, look)] : [[span(' '), ...toast], counts];
}

function toastSpans({ toast, waiting }: App, { marks }: Look): Span[] {
  if (waiting)
    return [span('Waiting for another program to finish writing… Esc gives up ', { color: 'warning' })];
  if (!toast) return [];
  const text = `${visible(toast.text)} `;
  switch (toast.tone) {
    case 'done':
      return [span(`${marks.done} `, { color: 'good', bold: true }), span(text, { bold: true })];
    case 'error':
      return [span(`${marks.failed} ${text}`, { color: 'danger', bold: true })];
    case 'info':
      return [span(text)];
  }
}
