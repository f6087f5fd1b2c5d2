import type { PushOfSet } from '../roster/push/refused.ts';
import { marks } from '../theme/marks.ts';
import type { Theme } from '../theme/theme.ts';
import { type Span, span } from './span.tsx';

/** A sign where something of a change set is not at the account: it waits, or was refused. */
export function pushSign(push: PushOfSet | undefined, theme: Theme): Span {
  switch (push?.state) {
    case 'waiting':
      return span(marks.up, theme.accent);
    case 'in_part':
    case 'refused':
      return span(marks.refused, theme.warningStrong);
    default:
      return span(' ');
  }
}
