const named = [
  ...['#000000', '#cd3131', '#0dbc79', '#e5e510', '#2472c8', '#bc3fbc', '#11a8cd', '#e5e5e5'],
  ...['#666666', '#f14c4c', '#23d18b', '#f5f543', '#3b8eea', '#d670d6', '#29b8db', '#ffffff'],
];

/** A terminal's color as `#rrggbb`: a palette index or an RGB value already; undefined for the default. */
export function xtermColor(color: number | string | undefined): string | undefined {
  if (typeof color !== 'number') return color;
  if (color < 16) return named[color];
  const hex = (parts: number[]) => `#${parts.map(part => part.toString(16).padStart(2, '0')).join('')}`;
  if (color >= 232) return hex(Array<number>(3).fill(8 + 10 * (color - 232)));
  const level = (n: number) => (n === 0 ? 0 : 55 + 40 * n);
  const n = color - 16;
  return hex([level(Math.floor(n / 36)), level(Math.floor(n / 6) % 6), level(n % 6)]);
}
