import { Text } from 'ink';
import { Fragment } from 'react';
import { displayWidth } from '../terminal/width.ts';
import { Key } from './key.tsx';

export interface Hint {
  keys: string;
  label: string;
  weight: number;
}

const gap = 2;

/** The hints that fit into `width` cells, in their order; the lightest leave first, the heaviest always stays. */
export function Hints({ hints, width }: { hints: readonly Hint[]; width: number }) {
  return (
    <Text wrap="truncate">
      {fitting(hints, width).map(({ keys, label }, index) => (
        <Fragment key={`${keys} ${label}`}>
          {index > 0 && ' '.repeat(gap)}
          <Key name={keys} label={label} />
        </Fragment>
      ))}
    </Text>
  );
}

function fitting(hints: readonly Hint[], width: number): readonly Hint[] {
  let shown = hints;
  while (shown.length > 1 && hintsWidth(shown) > width) {
    const lightest = shown.reduce((light, hint) => (hint.weight <= light.weight ? hint : light));
    shown = shown.filter(hint => hint !== lightest);
  }
  return shown;
}

function hintsWidth(hints: readonly Hint[]): number {
  return hints.reduce(
    (sum, { keys, label }) => sum + displayWidth(keys) + 1 + displayWidth(label) + gap,
    -gap,
  );
}
