import { Text } from 'ink';
import { describe, expect, it } from 'vitest';
import { nameWithMatch } from '../../source/components/hidden-match.ts';
import { searched } from '../../source/components/searched.ts';
import { apart, fitSpans, Spans, span } from '../../source/components/span.tsx';
import { TextField } from '../../source/components/text-field.tsx';
import { firstLines, Wrapped } from '../../source/components/wrapped.tsx';
import { makeTheme } from '../../source/theme/theme.ts';
import { lines, looks, rendered } from './rendered.tsx';

const theme = makeTheme(24, false);

const spans = (...all: Parameters<typeof Spans>[0]['spans']) => (
  <Text>
    <Spans spans={all} />
  </Text>
);

describe('spans', () => {
  it('stand beside each other, each in its own style', async () => {
    const all = spans(span('Ana', theme.strong), span(' '), span('Agent', theme.muted), span('!'));
    expect(await looks(all, 24)).toEqual([['Ana [bold]', 'Agent [fg 247]', '!']]);
  });

  it('are cut with an ellipsis and padded to a width, also where a character is wide', () => {
    const fitted = (text: string, width: number) => lines(spans(...fitSpans([span(text)], width), span('|')));
    expect(fitted('Billing', 10)).toEqual(['Billing   |']);
    expect(fitted('Billing', 5)).toEqual(['Bill…|']);
    expect(fitted('席尔瓦', 4)).toEqual(['席… |']);
    expect(fitted('席尔瓦', 5)).toEqual(['席尔…|']);
  });

  it('are put apart, and the left side gives way', () => {
    const put = (width: number) => lines(spans(...apart([span('Billing')], [span('500')], width)));
    expect([12, 8, 3, 2].map(put)).toEqual([['Billing  500'], ['Bill…500'], ['500'], ['5…']]);
  });
});

describe('what was searched for', () => {
  it('stands out, bold and underlined also without colors', async () => {
    const found = (depth: 0 | 4 | 24) =>
      looks(
        spans(...searched('Ana Silva', 12, ['sil'], makeTheme(depth, false), makeTheme(depth, false).muted)),
        depth,
      );
    expect(await found(24)).toEqual([['Ana [fg 247]', 'Sil [bold, fg 215, underline]', 'va [fg 247]']]);
    expect(await found(4)).toEqual([['Ana [dim]', 'Sil [bold, fg 5, underline]', 'va [dim]']]);
    expect(await found(0)).toEqual([['Ana', 'Sil [bold, underline]', 'va']]);
  });

  it('is shown behind a name where it is of what is not shown', async () => {
    const both = spans(...nameWithMatch('Ana Silva', 'Customer Care', 20, ['care'], theme));
    expect(await looks(both, 24)).toEqual([['Ana Silva', '… [fg 247]', 'Care [bold, fg 215, underline]']]);
  });
});

describe('a text field', () => {
  const field = (value: string, cursor: number, width = 10) => (
    <Text wrap="truncate">
      <TextField field={{ value, cursor }} width={width} />
    </Text>
  );

  it('shows its cursor in the text, and of a long one what is before it', async () => {
    expect(lines(field('silva', 2))).toEqual(['si▏lva']);
    expect(lines(field('abcdefghijklmnop', 16))).toEqual(['hijklmnop▏']);
    expect(await looks(field('a', 1), 24)).toEqual([['a', '▏ [bold, fg 75]']]);
  });

  it('shows what would do something to the terminal, and does not do it', () => {
    expect(rendered(field('\x1b]0;x\x07', 6))).toContain('␛]0;x␇');
  });
});

describe('a wrapped sentence', () => {
  it('is broken between words, and within one that is too long', () => {
    expect(lines(<Wrapped width={9}>They lose it all</Wrapped>)).toEqual(['They lose', 'it all']);
    expect(lines(<Wrapped width={4}>Abcdefg hi</Wrapped>)).toEqual(['Abcd', 'efg', 'hi']);
  });

  it('has its style on all of its lines', async () => {
    const warning = (
      <Wrapped width={5} style={theme.warning}>
        They lose
      </Wrapped>
    );
    expect(await looks(warning, 24)).toEqual([['They [fg 222]'], ['lose [fg 222]']]);
  });

  it('shows where it is cut after so many lines', () => {
    expect(firstLines('one two three', 5, 2)).toBe('one\ntwo…');
    expect(firstLines('one two', 5, 2)).toBe('one\ntwo');
  });
});
