import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeCsv, UndecodableCsv } from '../../csv/decode.ts';
import { hasLostConnection } from '../../operator/ssh-session.ts';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { visible } from '../../terminal/escape.ts';
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
const longestList = 16 * 1024 * 1024;

/** The text of standard input in UTF-8 or UTF-16. Throws Refusal: a part of it would be taken for all. */
export async function readList(io: Io): Promise<string> {
  try {
    let text = '';
    for await (const piece of decodeCsv(limited(standardInput(io)))) text += piece;
    return text;
  } catch (error) {
    throw error instanceof UndecodableCsv
      ? new Refusal(`Can't read standard input. ${error.message}`)
      : error;
  }
}

async function* limited(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > longestList)
      throw new Refusal('More than 16 MB came on standard input. Give the e-mails in parts.');
    yield chunk;
  }
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
