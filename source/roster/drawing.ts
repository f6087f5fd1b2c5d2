/** `ascii` draws marks that every font and terminal has. */
export const markSets = ['unicode', 'ascii'] as const;

/** The bits of color to use whatever the terminal says of itself, or `auto`. */
export const colorSettings = ['auto', '0', '4', '8', '24'] as const;

/** How the operator wants the screen drawn. */
export interface Drawing {
  marks: (typeof markSets)[number];
  colors: (typeof colorSettings)[number];
}
