import { fileProblem, isFileProblem } from '../../roster/text/file-problem.ts';
import { visible } from '../../terminal/escape.ts';
import type { Io } from './io.ts';
import { exits } from './refusal.ts';
import { OutputError } from './stdout.ts';

const helpful = new Set(['Refusal', 'OpenError', 'StorageError', 'BusyError', 'AccountError']);

/** Whether an error is a sentence for people; exit code and problem code where it has them. */
export function isRefusal(error: unknown): error is Error & { exitCode?: number; code?: string } {
  return error instanceof Error && helpful.has(error.name);
}

/**
 * Says on stderr why a command failed, and returns its exit code. By name, not by class: whoever only
 * prints help should not load the database.
 */
export function explain(io: Io, error: unknown): number {
  if (!(error instanceof Error)) return failed(io, String(error));
  const { exitCode } = error as { exitCode?: unknown };
  const code = typeof exitCode === 'number' ? exitCode : exits.refused;
  if (error.name === 'Interrupted') return code;
  if (error instanceof OutputError) return explainOutput(io, error);
  if (io.env.ROSTER_DEBUG === '1') sayLines(io, error.stack ?? error.message);
  else if (isRefusal(error)) sayLines(io, error.message);
  else return failed(io, describe(error));
  return code;
}

/** Whoever reads our output may stop when they have enough: that is no failure. */
function explainOutput(io: Io, error: OutputError): number {
  if (error.code === 'EPIPE') return exits.done;
  if (io.env.ROSTER_DEBUG === '1') sayLines(io, error.stack ?? error.message);
  const why = error.code === 'ENOSPC' ? 'no room is left where they go' : fileProblem(error);
  const whatElse = error.changes ? ' What was to be changed may be: roster history' : '';
  return failed(io, `Can't print the results: ${why}.${whatElse}`);
}

function failed(io: Io, what: string): number {
  sayLines(io, what);
  return exits.refused;
}

/** What people typed is in these sentences, so they are made safe to show. */
function sayLines({ stderr }: Io, text: string): void {
  stderr.write(`${text.split('\n').map(visible).join('\n')}\n`);
}

function describe(error: Error): string {
  if (isFileProblem(error)) return `${error.path ?? 'A file'}: ${fileProblem(error)}.`;
  return `Something unexpected failed: ${error.message}. ROSTER_DEBUG=1 shows where.`;
}
