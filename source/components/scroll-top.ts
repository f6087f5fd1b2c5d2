/** The first of `count` lines to show in `height` lines, so that line `place` is in the middle as far as the ends let it. */
export function scrollTop(place: number, count: number, height: number): number {
  return Math.max(0, Math.min(place - Math.floor(height / 2), count - height));
}
