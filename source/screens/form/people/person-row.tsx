import { Text } from 'ink';
import { memo } from 'react';
import { emailWidth, hiddenMatch, nameWithMatch } from '../../../components/hidden-match.ts';
import { searched } from '../../../components/searched.ts';
import { fitSpans, type Span, Spans, span } from '../../../components/span.tsx';
import type { Candidate } from '../../../roster/screen/form-effects.ts';
import { visible } from '../../../terminal/escape.ts';
import { displayWidth } from '../../../terminal/width.ts';
import { marks } from '../../../theme/marks.ts';
import type { Theme } from '../../../theme/theme.ts';
import { useTheme } from '../../../theme/theme-context.ts';

/** Cells of cursor and check mark, and of the gap between name and e-mail. */
const aroundName = 7;

interface PersonRowProps {
  candidate: Candidate;
  isPicked: boolean;
  isCurrent: boolean;
  /** Folded words that are searched for. */
  words: readonly string[];
  /** What most e-mails end with: it is the first to go where there is no room. */
  domain: string | null;
  width: number;
}

/** Somebody who may be picked, or says why not; drawn anew only where they differ. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { candidate, isPicked, isCurrent, words, domain, width } = props;
  const { name, email, account_status } = candidate;
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const isActive = account_status === 'active';
  const status = isActive ? '' : ` ${account_status} `;
  const room = width - displayWidth(status);
  const nameWidth = Math.max(14, Math.floor((width - aroundName) * 0.42));
  // One letter is everywhere.
  const telling = words.filter(word => displayWidth(word) > 1);
  const emailRoom = room - aroundName - nameWidth;
  const whole = displayWidth(visible(email));
  const hides = whole > emailRoom ? (domain ?? undefined) : undefined;
  const shown = {
    name: nameWidth,
    email: Math.min(whole, emailWidth(email, { width: emailRoom, hidden: hides })),
  };
  const hidden = hiddenMatch(candidate, shown, telling);
  const cells = [
    isActive ? checkSpan(isPicked, own) : span('  '),
    ...(hidden === null
      ? searched(name, nameWidth, words, own, isActive ? own.text : own.muted)
      : nameWithMatch(name, hidden, nameWidth, words, own)),
    span('  '),
    ...searched(email, shown.email, words, own, own.muted),
  ];
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '} </Text>
      <Spans spans={fitSpans(cells, room - 3)} />
      <Text {...own.warning}>{status}</Text>
    </Text>
  );
});

function checkSpan(isPicked: boolean, theme: Theme): Span {
  return isPicked
    ? span(`${marks.selected} `, theme.accentStrong)
    : span(`${marks.unselected} `, theme.muted);
}
