import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasLostConnection } from '../operator/ssh-session.ts';
import { fileProblem } from '../roster/file-problem.ts';
import { visible } from '../terminal/escape.ts';
import { textUpTo } from './bounded-text.ts';
import type { Io } from './io.ts';
import { exits, Refusal } from './refusal.ts';

/** sshd closes our input a moment before it ends itself; in ms. */
const lastMoment = 100;

/**
 * The bytes of standard input. Where it fails that is a Refusal, so that half a file is not taken for a whole one. Over
 * SSH a connection that drops looks like the end of what was sent.
 */
export async function* standardInput({ stdin, session }: Io): AsyncGenerator<Uint8Array> {
  try {
    yield* stdin;
  } catch (error) {
    throw new Refusal(`Can't read standard input: ${fileProblem(error)}.`);
  }
  if (!session || stdin.isTTY) return;
  await sleep(lastMoment);
  if (hasLostConnection(session))
    throw new Refusal('The connection broke before all was sent.', exits.refused, 'input_broken');
}

/** Bytes; the e-mails of half a million people are fewer. */
const longestLines = 16 * 1024 * 1024;

/** The lines of standard input without blank ones, trimmed. Throws Refusal: a part of them would be taken for all. */
export async function readLines(io: Io): Promise<string[]> {
  const text = await textUpTo(longestLines, standardInput(io));
  if (text === null)
    throw new Refusal('More than 16 MB came on standard input. Give the e-mails in parts, one a line.');
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(line => line.replace(/^\uFEFF/, '').trim())
    .filter(line => line !== '');
}

/** Whether a person sits at a terminal and can be asked. */
export function canAsk({ stdin, stderr }: Io): boolean {
  return stdin.isTTY === true && stderr.isTTY === true;
}

/**
 * Asks on stderr; anything but yes is a no, and so is `leaving`. The terminal stays in its own mode, so that Ctrl+C ends
 * the program.
 */
export async function askYesNo(io: Io, question: string, leaving?: AbortSignal): Promise<boolean> {
  io.stderr.write(`${visible(question)} y/N `);
  const lines = createInterface({ input: io.stdin, ...(leaving && { signal: leaving }) });
  try {
    for await (const line of lines) return /^(y|yes)$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}
