/** Bits of color: none, the 16 colors of the terminal's theme, 256, or 24-bit. */
export type ColorDepth = 0 | 4 | 8 | 24;

type Environment = Record<string, string | undefined>;

/**
 * How much color the terminal described by `env` shows. NO_COLOR and TERM=dumb say none; FORCE_COLOR (0 to 3, or empty
 * or `true` for 16 colors at least) overrides what TERM and COLORTERM say, but not NO_COLOR.
 */
export function detectColorDepth(env: Environment): ColorDepth {
  if (env.NO_COLOR) return 0;
  const told = declaredDepth(env);
  const forced = env.FORCE_COLOR;
  if (forced === undefined) return told;
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '1') return 4;
  if (forced === '2') return 8;
  if (forced === '3') return 24;
  return told === 0 ? 4 : told;
}

function declaredDepth(env: Environment): ColorDepth {
  const term = env.TERM ?? '';
  if (term === 'dumb' || term === '') return 0;
  if (/^(truecolor|24bit)$/i.test(env.COLORTERM ?? '') || /-(direct|truecolor)$/.test(term)) return 24;
  if (/-256(color)?\b/.test(term)) return 8;
  if (/^vt\d|-m(ono)?$/.test(term)) return 0;
  return 4;
}
