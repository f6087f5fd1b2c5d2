import { fileProblem, isFileProblem } from '../roster/file-problem.ts';
import { visible } from '../terminal/escape.ts';
import { exits } from './refusal.ts';
import { stderr } from './stderr.ts';

const helpful = new Set(['Refusal', 'OpenError', 'StorageError', 'BusyError']);

/** Whether an error is a sentence for people; exit code and problem code where it has them. */
export function isRefusal(error: unknown): error is Error & { exitCode?: number; code?: string } {
  return error instanceof Error && helpful.has(error.name);
}

/**
 * Says on stderr why a command failed, and returns its exit code. By name, not by class: whoever only
 * prints help should not load the database.
 */
export function explain(error: unknown): number {
  if (!(error instanceof Error)) return failed(String(error));
  const { exitCode } = error as { exitCode?: unknown };
  const code = typeof exitCode === 'number' ? exitCode : exits.refused;
  if (error.name === 'Interrupted') return code;
  if (process.env.ROSTER_DEBUG === '1') sayLines(error.stack ?? error.message);
  else if (isRefusal(error)) sayLines(error.message);
  else return failed(describe(error));
  return code;
}

/** The same for results that can't be printed; of a command that changes something that may be done by then. */
export function explainOutput(error: NodeJS.ErrnoException, changes: boolean): number {
  if (process.env.ROSTER_DEBUG === '1') sayLines(error.stack ?? error.message);
  const why = error.code === 'ENOSPC' ? 'no room is left where they go' : fileProblem(error);
  const whatElse = changes ? ' What was to be changed may be: roster history' : '';
  return failed(`Can't print the results: ${why}.${whatElse}`);
}

function failed(what: string): number {
  sayLines(what);
  return exits.refused;
}

/** What people typed is in these sentences, so they are made safe to show. */
function sayLines(text: string): void {
  stderr().write(`${text.split('\n').map(visible).join('\n')}\n`);
}

function describe(error: Error): string {
  if (isFileProblem(error)) return `${error.path ?? 'A file'}: ${fileProblem(error)}.`;
  return `Something unexpected failed: ${error.message}. ROSTER_DEBUG=1 shows where.`;
}
