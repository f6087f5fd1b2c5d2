/** A search as somebody types it, and what it must find, told without the program's own folding. */
export interface LiteralNeedle {
  typed: string;
  /** All of them must be somewhere in name, e-mail or department. */
  finds: readonly RegExp[];
}

/** Accents and case, letters with a stroke, ligatures, other scripts, the middle of a name, and several words. */
export const literalNeedles: readonly LiteralNeedle[] = [
  { typed: 'jose', finds: [/jos[eéèêëěę]/iu] },
  { typed: 'muller', finds: [/m[uüúùûů]ller/iu] },
  { typed: 'MÜLLER', finds: [/m[uüúùûů]ller/iu] },
  { typed: 'lukasz', finds: [/[lł]ukasz/iu] },
  { typed: 'weiss', finds: [/wei(ss|ß)/iu] },
  { typed: '志', finds: [/志/u] },
  { typed: '志强', finds: [/志强/u] },
  { typed: 'икит', finds: [/икит/iu] },
  { typed: 'שפירא', finds: [/שפירא/u] },
  { typed: 'maria silva sales', finds: [/m[aáàã]r[iíì][aáàã]/iu, /silva/iu, /sales/iu] },
];
