import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { ColumnId } from '../../roster/columns.ts';
import type { Row } from '../../roster/row.ts';
import { matchRanges } from '../../roster/search-terms.ts';
import { visible } from '../../terminal/escape.ts';
import type { Style } from '../../terminal/style.ts';
import { cut, displayWidth, fit } from '../../terminal/width.ts';

const matched: Style = { color: 'match', bold: true, underline: true };

/** What one column shows of a user, in exactly `width` cells; `words` are the folded words searched for. */
export function cell(
  row: Row,
  column: ColumnId,
  width: number,
  words: readonly string[],
  look: Look,
): Span[] {
  switch (column) {
    case 'name':
      return searched(row.name, width, words, look);
    case 'email':
      return searched(row.email, width, words, look);
    case 'department':
      return searched(row.department, width, words, look);
    case 'role':
      return plain(row.role, width, look);
    case 'queues':
      return [span(fit(queueList(row.queues, width, look), width, look.marks))];
    case 'presence':
      return presence(row, width, look);
    case 'status':
      return [
        row.status === 'active'
          ? span(fit('Active', width, look.marks))
          : span(fit('Inactive', width, look.marks), { color: 'warning' }),
      ];
  }
}

function plain(text: string, width: number, look: Look): Span[] {
  return [span(fit(visible(text), width, look.marks))];
}

/** Text with what was searched for standing out, as far as it is within the column. */
export function searched(
  text: string,
  width: number,
  words: readonly string[],
  look: Look,
  style: Style = {},
): Span[] {
  const shown = visible(text);
  const whole = displayWidth(shown) <= width;
  const kept = whole ? shown : cut(shown, width - 1);
  const spans: Span[] = [];
  let done = 0;
  for (const { start, end } of matchRanges(shown, words)) {
    if (start >= kept.length) break;
    if (start > done) spans.push(span(kept.slice(done, start), style));
    spans.push(span(kept.slice(start, end), matched));
    done = Math.min(end, kept.length);
  }
  spans.push(span(kept.slice(done) + (whole ? '' : look.marks.ellipsis), style));
  const padding = width - displayWidth(kept) - (whole ? 0 : 1);
  return padding > 0 ? [...spans, span(' '.repeat(padding))] : spans;
}

/** As many names as fit, and how many there are besides: `Billing, Sales +2`. */
export function queueList(names: readonly string[], width: number, look: Look): string {
  const shown = names.map(visible);
  for (let count = shown.length; count > 1; count--) {
    const text = shown.slice(0, count).join(', ') + (count < shown.length ? ` +${shown.length - count}` : '');
    if (displayWidth(text) <= width) return text;
  }
  const [first = ''] = shown;
  if (shown.length < 2) return first;
  const rest = ` +${shown.length - 1}`;
  const room = width - rest.length;
  return (displayWidth(first) <= room ? first : cut(first, room - 1) + look.marks.ellipsis) + rest;
}

function presence(row: Row, width: number, { marks }: Look): Span[] {
  const signs: Record<Row['presence'], [string, Style]> = {
    Ready: [marks.ready, { color: 'good' }],
    Occupied: [marks.occupied, { color: 'accent' }],
    'Not Ready': [marks.notReady, { color: 'warning' }],
    Offline: [marks.offline, { color: 'muted' }],
  };
  const [mark, style] = signs[row.presence];
  const text = row.presence === 'Not Ready' && row.presenceReason ? row.presenceReason : row.presence;
  return [
    span(`${mark} `, style),
    span(fit(text, width - 2, marks), row.presence === 'Offline' ? { color: 'muted' } : {}),
  ];
}
