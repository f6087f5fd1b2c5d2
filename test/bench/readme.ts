import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { betweenMarks } from '../../scripts/between-marks.ts';
import { root } from '../terminal/driver.ts';
import type { Measured } from './table.ts';

export interface Run {
  users: number;
  measured: readonly Measured[];
  /** Roster and others, with a head. */
  peers: readonly (readonly string[])[];
}

/** Writes the figures of a run between the marks in the README. */
export function writeReadme(run: Run): void {
  const path = join(root, 'README.md');
  writeFileSync(path, betweenMarks(readFileSync(path, 'utf8'), 'figures', figuresText(run)));
}

/** The figures as the README shows them. */
export function figuresText({ users, measured, peers }: Run): string {
  const where = `${users.toLocaleString('en-US')} users on ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}:`;
  const figures = measured.flatMap(({ title, figures }) => [
    [`**${title}**`, '', '', ''],
    ...figures.map(({ what, budget, value, ok }) => [what, budget, value, ok === null ? '' : ok ? '✓' : '✗']),
  ]);
  const [head = [], ...others] = peers;
  return [where, table(head, others), table(['', 'budget', 'measured', ''], figures)].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
