import { displayWidth } from '../../source/terminal/width.ts';
import type { Figure } from './figure.ts';

export interface Measured {
  title: string;
  figures: readonly Figure[];
}

const head = ['', 'budget', 'measured', ''];

/** The figures as a table, one a line, under the titles of their sections. */
export function figureTable(sections: readonly Measured[]): string {
  const rows = sections.map(({ title, figures }) => ({ title, rows: figures.map(rowOf) }));
  const widths = widthsOf([head, ...rows.flatMap(section => section.rows)]);
  const line = (cells: readonly string[]) => `  ${aligned(cells, widths)}`.trimEnd();
  return [line(head), ...rows.flatMap(section => ['', section.title, ...section.rows.map(line)])].join('\n');
}

function rowOf({ what, budget, value, ok }: Figure): string[] {
  return [what, budget, value, ok === null ? '' : ok ? 'ok' : 'FAIL'];
}

/** Rows with a head, aligned. */
export function plainTable(rows: readonly (readonly string[])[]): string {
  const widths = widthsOf(rows);
  return rows.map(cells => `  ${aligned(cells, widths)}`.trimEnd()).join('\n');
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => displayWidth(row[column] ?? ''))));
}

function aligned(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - displayWidth(text)))
    .join('   ');
}
