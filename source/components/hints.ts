import { displayWidth } from '../terminal/width.ts';
import { type Span, span } from './line.ts';

export interface Hint {
  keys: string;
  label: string;
  weight: number;
}

const gap = 2;

/** The hints that fit, in their order; the lightest leave first, the heaviest always stays. */
export function hintSpans(hints: readonly Hint[], width: number): Span[] {
  let shown = [...hints];
  while (shown.length > 1 && hintsWidth(shown) > width) {
    const lightest = shown.reduce((light, hint) => (hint.weight <= light.weight ? hint : light));
    shown = shown.filter(hint => hint !== lightest);
  }
  return shown.flatMap((hint, index) => [...(index > 0 ? [span(' '.repeat(gap))] : []), ...hintSpan(hint)]);
}

function hintSpan({ keys, label }: Hint): Span[] {
  return [span(keys, { color: 'accent', bold: true }), span(` ${label}`, { color: 'muted' })];
}

function hintsWidth(hints: readonly Hint[]): number {
  return hints.reduce(
    (sum, { keys, label }) => sum + displayWidth(keys) + 1 + displayWidth(label) + gap,
    -gap,
  );
}
