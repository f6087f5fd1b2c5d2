import type { ChangeSet, Problem } from '../roster/plan/change-set.ts';
import { emailKey } from '../roster/users/email-key.ts';
import { unguard } from './formula-guard.ts';
import type { CsvRecord } from './records.ts';
import type { UserFile } from './users.ts';

/** The columns that a result has besides the file's own; reading it again leaves them out. */
export const resultColumns = ['action', 'line', 'problem'] as const;

interface Became {
  written: boolean;
  addresses?: ReadonlyMap<number, string>;
  /** Whom the account did not take, by the key of their address, and why. */
  refused?: ReadonlyMap<string, string>;
}

/**
 * What became of each row of a file: `added`, `updated`, `unchanged`, `refused`, or what `would be` if nothing was
 * written – for a dry run, a no, or because of other rows. With all cells of the file, so that refused rows can be
 * mended there and imported again. `addresses`: of whom the rows of these lines are, where they were known by an id.
 */
export function importResult(
  { source }: UserFile,
  set: Pick<ChangeSet, 'changes' | 'problems'>,
  { written, addresses = new Map(), refused = new Map() }: Became,
): { columns: string[]; rows: string[][] } {
  const { headers, userEmail, records } = source;
  const kept = keptColumns(source);
  const actions = new Map(set.changes.map(change => [emailKey(change.user_email), change.action]));
  const problems = Map.groupBy(set.problems, problem => problem.line);
  const before = written ? '' : 'would be ';
  const rows = records.map(({ line, cells }) => {
    const found = problems.get(line) ?? [];
    const email = unguard(cells[userEmail] ?? '').trim();
    const action = actions.get(emailKey(addresses.get(line) ?? email));
    const done = action ? `${before}${action === 'add' ? 'added' : 'updated'}` : 'unchanged';
    const why = refused.get(emailKey(addresses.get(line) ?? email));
    const isRefused = found.length > 0 || why !== undefined;
    const result = [isRefused ? 'refused' : done, String(line), why ?? found.map(told).join(' ')];
    return [email, ...result, ...kept.map(index => unguard(cells[index] ?? ''))];
  });
  return { columns: ['user_email', ...resultColumns, ...kept.map(index => headers[index] ?? '')], rows };
}

/** All cells but the address, which comes first, and what an earlier result said. */
function keptColumns({ headers, userEmail, records }: UserFile['source']): number[] {
  const own = new Set<string>(resultColumns);
  const width = records.reduce((widest: number, { cells }: CsvRecord) => Math.max(widest, cells.length), 0);
  return Array.from({ length: Math.max(width, headers.length) }, (_, index) => index).filter(
    index => index !== userEmail && !own.has((headers[index] ?? '').toLowerCase()),
  );
}

function told({ column, message }: Problem): string {
  return column === undefined ? message : `${column}: ${message}`;
}
