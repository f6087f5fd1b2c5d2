import { compiledCode } from '../compiled-code.ts';

/** What a program in a pseudo-terminal has for an environment; undefined takes a variable out of it. */
export function environment(
  home: string,
  changes: Record<string, string | undefined>,
): Record<string, string> {
  const all: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
    ...compiledCode,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
