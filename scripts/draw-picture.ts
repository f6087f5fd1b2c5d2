import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { openRoster } from '../db/open.ts';
import { makeDemo } from '../source/demo/make-demo.ts';
import { type Program, startProgram } from '../test/terminal/driver.ts';
import type { ScreenCell } from '../test/terminal/screen-model.ts';
import { xtermColor } from './xterm-color.ts';

const columns = 110;
const rows = 26;
const cell = { width: 8.4, height: 18 };
const margin = 14;
const ink = '#d4d4d4';
const paper = '#1e1e1e';

/** The roster on the demo account as an SVG: the real program in a real terminal, two users selected, a search typed. */
export async function drawPicture(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-picture-'));
  const file = join(folder, 'roster.db');
  await makeDemo(file, { users: 500, login: userInfo().username, now: new Date() });
  await callOperator(file, 'maria');
  const env = { SSH_CONNECTION: '192.0.2.10 50000 192.0.2.1 22' };
  const program = startProgram(['--db', file], { columns, rows, env });
  try {
    await program.waitFor('500 users', 20_000);
    program.type('/an');
    await program.waitFor('/ an');
    await program.press('Enter', 'Down', 'Space', 'Down', 'Space');
    await program.settled();
    return svg(program);
  } finally {
    await program.close();
    rmSync(folder, { recursive: true });
  }
}

/** The picture shows a person's name, not the login it happened to be drawn under. */
async function callOperator(file: string, operator_name: string): Promise<void> {
  const roster = await openRoster(file);
  await roster.write().updateTable('operators').set({ operator_name }).where('is_owner', '=', 1).execute();
  await roster.close();
}

function svg(program: Program): string {
  const width = columns * cell.width + 2 * margin;
  const height = rows * cell.height + 2 * margin;
  const lines = Array.from({ length: rows }, (_, y) =>
    runs(program, y)
      .map(run => draw(run, y))
      .join(''),
  ).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<title>The roster screen: a search narrows the table, two users are selected</title>',
    `<rect width="100%" height="100%" rx="8" fill="${paper}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
    lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

interface Run {
  x: number;
  cells: number;
  text: string;
  style: ScreenCell;
}

/** Neighbors of one style, so that each is one element; wide characters stand alone and keep their place. */
function runs(program: Program, y: number): Run[] {
  const found: Run[] = [];
  for (let x = 0; x < columns; x++) {
    const style = program.cell(x, y);
    if (style.width === 0) continue;
    const last = found.at(-1);
    const joins =
      last && style.width === 1 && last.cells === last.text.length && look(last.style) === look(style);
    if (joins) {
      last.text += style.chars || ' ';
      last.cells++;
    } else found.push({ x, cells: style.width, text: style.chars || ' ', style });
  }
  return found;
}

function look({ fg, bg, bold, dim, underline, inverse }: ScreenCell): string {
  return JSON.stringify([fg, bg, bold, dim, underline, inverse]);
}

function draw({ x, cells, text, style }: Run, y: number): string {
  const left = margin + x * cell.width;
  const top = margin + y * cell.height;
  const width = (cells * cell.width).toFixed(1);
  const [front, back] = style.inverse ? [paper, ink] : [xtermColor(style.fg) ?? ink, xtermColor(style.bg)];
  const ground = back
    ? `<rect x="${left.toFixed(1)}" y="${top}" width="${width}" height="${cell.height}" fill="${back}"/>`
    : '';
  if (text.trim() === '') return ground;
  const weight = style.bold ? ' font-weight="bold"' : '';
  const line = style.underline ? ' text-decoration="underline"' : '';
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `${ground}<text x="${left.toFixed(1)}" y="${top + 13.5}" textLength="${width}" fill="${front}"${weight}${line}>${escaped}</text>`;
}
