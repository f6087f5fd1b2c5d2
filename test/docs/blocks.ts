/** A fenced block of Markdown. */
export interface Block {
  /** The line of the file on which its text begins, from 1 on. */
  line: number;
  /** `sh`: commands; `console`: commands behind `$ `, each with what it prints below it; `text`: nothing to run. */
  language: string;
  text: string;
}

export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: text = '', index }) => ({
      line: markdown.slice(0, index).split('\n').length + 1,
      language,
      text,
    }),
  );
}

/** The commands of a console block, each with what it is to print. */
export function dialogueOf({ text }: Block): { command: string; printed: string }[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map(part => {
      const [command = '', ...printed] = part.split('\n');
      return { command, printed: printed.join('\n').trimEnd() };
    });
}

/** `text` without the comment behind a command and the blanks around. */
export function bare(line: string): string {
  return line.replace(/\s+#\s.*$/, '').trim();
}
