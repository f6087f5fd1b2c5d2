const blocks = '▁▂▃▄▅▆▇█';

/** Numbers as a line of blocks, the highest as the full one; what is unknown is a space, zero the lowest. */
export function sparkLine(values: readonly (number | null)[]): string {
  const most = Math.max(1, ...values.map(value => value ?? 0));
  return values
    .map(value => {
      if (value === null) return ' ';
      return blocks[Math.min(blocks.length - 1, Math.ceil((value / most) * (blocks.length - 1)))];
    })
    .join('');
}
