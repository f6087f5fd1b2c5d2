import { Text } from 'ink';
import { wordOnScreen } from '../../components/field-text.ts';
import { fitSpans, type Span, Spans, span } from '../../components/span.tsx';
import type { Clash, Side } from '../../roster/plan/clashes.ts';
import { counted } from '../../roster/text/words.ts';
import { fields } from '../../roster/users/fields.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { Theme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/theme-context.ts';

interface ClashRowProps {
  clash: Clash;
  chosen: Side | null;
  isCurrent: boolean;
  /** Many are edited: it is said for how many of them this has to be decided. */
  isMany: boolean;
  /** Cells of the setting, of what it was, of theirs, of mine. */
  widths: readonly number[];
  width: number;
}

/** A setting that two people changed, and which of both it will be. */
export function ClashRow({ clash, chosen, isCurrent, isMany, widths, width }: ClashRowProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const who = isMany ? `  ${counted(clash.people.length, 'user')}` : '';
  const cells = [
    [span(nameOf(clash), own.strong), span(who, own.muted)],
    [span(said(clash, clash.was), own.muted)],
    way(said(clash, clash.theirs), 'theirs', chosen, own),
    way(said(clash, clash.mine), 'mine', chosen, own),
  ].flatMap((cell, index) => fitSpans(cell, widths[index]!));
  return (
    <Text wrap="truncate" {...(isCurrent ? theme.cursorRow : theme.text)}>
      <Text {...own.strong}> {isCurrent ? marks.cursor : ' '} </Text>
      <Spans spans={fitSpans(cells, width - 3)} />
    </Text>
  );
}

export function nameOf({ field, item }: Clash): string {
  const { label } = fields[field];
  return item === null ? label : `${label}: ${visible(item)}`;
}

function way(text: string, side: Side, chosen: Side | null, theme: Theme): Span[] {
  if (side === chosen) return [span(`${marks.ready} `, theme.accent), span(text, theme.strong)];
  return [span(`${marks.offline} `, theme.muted), span(text, chosen === null ? theme.text : theme.muted)];
}

function said({ field }: Clash, text: string | null): string {
  if (text === null) return '(varies)';
  return text === '' ? marks.dash : visible(wordOnScreen(field, text));
}
