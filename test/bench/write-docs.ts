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

/** Writes the figures of a run between the marks in the docs, and the other programs' between those in the README. */
export function writeDocs(run: Run): void {
  write('docs/speed.md', 'figures', figuresText(run));
  write('README.md', 'peers', peersText(run));
}

function write(page: string, marks: string, text: string): void {
  const path = join(root, page);
  writeFileSync(path, betweenMarks(readFileSync(path, 'utf8'), marks, text));
}

/** How roster and others do, as the README shows it. */
export function peersText({ peers: [head = [], ...others] }: Run): string {
  return table(head, others);
}

/** All figures, as the docs show them. */
export function figuresText(run: Run): string {
  const { users, measured } = run;
  const where = `${users.toLocaleString('en-US')} users on ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}:`;
  const figures = measured.flatMap(({ title, figures }) => [
    [`**${title}**`, '', '', ''],
    ...figures.map(({ what, budget, value, ok }) => [what, budget, value, ok === null ? '' : ok ? '✓' : '✗']),
  ]);
  return [where, peersText(run), table(['', 'budget', 'measured', ''], figures)].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
