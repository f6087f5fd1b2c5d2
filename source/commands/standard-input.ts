import { createInterface } from 'node:readline';

/** The lines of standard input without blank ones, trimmed. */
export async function readLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text !== '') lines.push(text);
  }
  return lines;
}

/** Whether a person sits at a terminal and can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks on stderr; anything but yes is a no. The terminal stays in its own mode, so that Ctrl+C ends the program. */
export async function askYesNo(question: string): Promise<boolean> {
  process.stderr.write(`${question} y/N `);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return /^(y|yes)$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}
