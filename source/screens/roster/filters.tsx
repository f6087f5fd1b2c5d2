import { Box, Text } from 'ink';
import { topLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Span, Spans, span, spansWidth } from '../../components/span.tsx';
import { TextField } from '../../components/text-field.tsx';
import { capitalized } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import type { Theme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/theme-context.ts';

/** The search may always be this wide; what filters are off give way to it. Cells. */
const searchRoom = 24;

/** Cells of a queue's or role's name where there is room for little. */
const longestValue = 14;

/** The search at the left, the filters at the right, each with its key, in a line of `width` cells. */
export function Filters({ app, width }: { app: App; width: number }) {
  const theme = useTheme();
  const room = width - searchRoom;
  const all = filterChips(app, theme);
  const usual = all.filter(chip => chip.isInForce || !chip.leavesFirst);
  const inForce = all.filter(chip => chip.isInForce);
  const short = joined(inForce.map(withoutLabel).map(withoutKey), 2);
  const right =
    [all, usual, all.map(withoutAll), usual.map(withoutAll), inForce, inForce.map(withoutLabel)]
      .flatMap(chips => [joined(chips, 3), joined(chips, 2)])
      .find(spans => spansWidth(spans) <= room) ?? short;
  return (
    <Box justifyContent="space-between" paddingX={1}>
      <Box flexGrow={1} flexBasis={0} minWidth={searchRoom - 6}>
        <Search app={app} width={width - spansWidth(right) - 6} />
      </Box>
      <Text wrap="truncate">
        <Spans spans={right} />
      </Text>
    </Box>
  );
}

function Search({ app, width }: { app: App; width: number }) {
  const theme = useTheme();
  const top = topLayer(app);
  if (top?.kind === 'search')
    return (
      <Text wrap="truncate">
        <Text {...theme.accentStrong}>/ </Text>
        <TextField field={top.field} width={width} />
      </Text>
    );
  const { search } = app.roster.view;
  return (
    <Text wrap="truncate">
      <Text {...theme.muted}>/ {search === '' && 'search'}</Text>
      <Text {...theme.strong}>{visible(search)}</Text>
    </Text>
  );
}

interface Chip {
  spans: Span[];
  isInForce: boolean;
  /** While it is off, where there is little room. */
  leavesFirst?: boolean;
}

function filterChips({ roster: { view } }: App, theme: Theme): Chip[] {
  const { queue, status, role, package: name, only } = view;
  const chip = (key: string, label: string, value: string | null): Chip => ({
    spans: [
      span(`${key} `, theme.accent),
      span(label === '' ? '' : `${label} `, theme.muted),
      value === null ? span('All', theme.muted) : span(visible(value), theme.accentStrong),
    ],
    isInForce: value !== null,
  });
  return [
    ...(only ? [chip('"', '', 'Only selected')] : []),
    chip('f', 'Queue', queue?.name ?? null),
    chip('s', 'Status', status && capitalized(status)),
    chip('r', 'Role', role?.name ?? null),
    { ...chip('p', 'Package', name && capitalized(name)), leavesFirst: true },
  ];
}

/** `f Queue`: its key is still seen. */
function withoutAll(chip: Chip): Chip {
  if (chip.isInForce) return chip;
  const [key, label] = chip.spans as [Span, Span, Span];
  return { ...chip, spans: [key, span(label.text.trimEnd(), label.style)] };
}

/** A filter's key and value, and only the beginning of a long one. */
function withoutLabel(chip: Chip): Chip {
  const [key, , { text, style }] = chip.spans as [Span, Span, Span];
  const value = displayWidth(text) <= longestValue ? text : fit(text, longestValue);
  return { ...chip, spans: [key, span(value, style)] };
}

function withoutKey(chip: Chip): Chip {
  return { ...chip, spans: chip.spans.slice(1) };
}

function joined(chips: readonly Chip[], gap: number): Span[] {
  return chips.flatMap(({ spans }, index) => (index > 0 ? [span(' '.repeat(gap)), ...spans] : spans));
}
