import { fileProblem, isFileProblem } from '../roster/text/file-problem.ts';

/** A failure as it is shown on the screen. */
export function failure(error: unknown): string {
  if (isFileProblem(error)) return `${error.path ?? 'A file'}: ${fileProblem(error)}.`;
  return error instanceof Error ? error.message : String(error);
}
