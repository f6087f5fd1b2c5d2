import { createContext, useContext } from 'react';
import { makeTheme, type Theme } from './theme.ts';

/** The theme of what is drawn inside. */
export const ThemeContext = createContext<Theme>(makeTheme(0, false));

export function useTheme(): Theme {
  return useContext(ThemeContext);
}
