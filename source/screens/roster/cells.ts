import { emailWidth } from '../../components/hidden-match.ts';
import { queueList } from '../../components/queue-list.ts';
import { searched } from '../../components/searched.ts';
import { type Span, span } from '../../components/span.tsx';
import type { Row } from '../../roster/users/row.ts';
import { visible } from '../../terminal/escape.ts';
import { fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import type { Style, Theme } from '../../theme/theme.ts';
import type { PlacedColumn } from './columns.ts';

/** What one column shows of a user, in exactly its width; `words` are the folded words searched for. */
export function cell(row: Row, column: PlacedColumn, words: readonly string[], theme: Theme): Span[] {
  const { id, width } = column;
  switch (id) {
    case 'name':
      return searched(row.name, width, words, theme);
    case 'email': {
      const shown = emailWidth(row.email, column);
      return [...searched(row.email, shown, words, theme), span(' '.repeat(width - shown))];
    }
    case 'department':
      return searched(row.department, width, words, theme);
    case 'role':
      return [span(fit(visible(row.role), width))];
    case 'queues':
      return [span(fit(queueList(row.queues, width), width))];
    case 'presence':
      return presence(row, width, theme);
    case 'status':
      return row.status === 'active'
        ? [span(fit('Active', width))]
        : [span(fit('Inactive', width), theme.warning)];
  }
}

function presence(row: Row, width: number, theme: Theme): Span[] {
  const signs: Record<Row['presence'], [string, Style]> = {
    Ready: [marks.ready, theme.good],
    Occupied: [marks.occupied, theme.accent],
    'Not Ready': [marks.notReady, theme.warning],
    Offline: [marks.offline, theme.muted],
  };
  const [mark, style] = signs[row.presence];
  const text = row.presence === 'Not Ready' && row.presenceReason ? row.presenceReason : row.presence;
  return [
    span(`${mark} `, style),
    span(fit(text, width - 2), row.presence === 'Offline' ? theme.muted : undefined),
  ];
}
