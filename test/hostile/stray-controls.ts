// What the painter writes: SGR, cursor moves, erasing, scrolling, modes; the clipboard, also wrapped for tmux.
const own =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
  /\x1b(?:\[[?>]?[\d;:]*[a-zA-Z]|\]52;c;[A-Za-z0-9+/=]*\x07|[78=>])|[\r\n\x08]/g;

/** What a program wrote to the terminal that is neither text that can be seen nor a sequence of its own. */
export function strayControls(raw: string): string[] {
  return (
    raw
      .replace(own, '')
      .match(/.{0,20}[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff].{0,20}/gu) ?? []
  );
}
