/** `ascii` draws marks that every font and terminal has. */
export const markSets = ['unicode', 'ascii'] as const;

/** The bits of color to use whatever the terminal says of itself, or `auto`. */
export const colorSettings = ['auto', '0', '4', '8', '24'] as const;

/** What the screen is drawn on, or `auto`: as the terminal says, and dark where it does not. */
export const backgroundSettings = ['auto', 'dark', 'light'] as const;

export type Background = 'dark' | 'light';

/** How the operator wants the screen drawn. */
export interface Drawing {
  marks: (typeof markSets)[number];
  colors: (typeof colorSettings)[number];
  background: (typeof backgroundSettings)[number];
}
