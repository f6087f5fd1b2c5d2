import type { Program } from '../test/terminal/driver.ts';
import type { ScreenCell } from '../test/terminal/screen-model.ts';
import { xtermColor } from './xterm-color.ts';

export interface Frame {
  /** As plain text. */
  text: string;
  /** Each row of the screen, drawn at its place. */
  rows: readonly string[];
  seconds: number;
}

const cell = { width: 8.4, height: 18 };
const margin = 14;
const ink = '#d4d4d4';
const paper = '#1e1e1e';

interface Picture {
  title: string;
  /** What is on the frame that is shown where nothing may move. */
  still: string;
  columns: number;
}

/** An SVG of the frames one after the other, for ever. */
export function movingPicture(frames: readonly Frame[], { title, still, columns }: Picture): string {
  const seconds = frames.reduce((sum, frame) => sum + frame.seconds, 0);
  const stillFrame = frames.findIndex(({ text }) => text.includes(still));
  const rows = frames[0]!.rows.map((_, y) => layersOf(frames.map(frame => frame.rows[y]!)));
  const times = new Map(rows.flat().map(({ seen }) => [nameOf(seen), seen]));
  const width = columns * cell.width + 2 * margin;
  const height = rows.length * cell.height + 2 * margin;
  const moving = [...times].filter(([, seen]) => seen.includes(false));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${title}</title>`,
    '<style>',
    ...moving.map(([name, seen]) => `.${name}{visibility:${seen[stillFrame] ? 'visible' : 'hidden'}}`),
    '@media (prefers-reduced-motion: no-preference){',
    ...moving.map(([name, seen]) => animation(name, seen, frames, seconds)),
    '}',
    '</style>',
    `<rect width="100%" height="100%" rx="8" fill="${paper}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
    ...rows.flat().map(({ seen, drawn }) => `<g class="${nameOf(seen)}">${drawn}</g>`),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** What is drawn in one row over time: each thing once, with the frames in which it is seen. */
function layersOf(drawings: readonly string[]): { drawn: string; seen: boolean[] }[] {
  return [...new Set(drawings)]
    .filter(drawn => drawn !== '')
    .map(drawn => ({ drawn, seen: drawings.map(other => other === drawn) }));
}

function nameOf(seen: readonly boolean[]): string {
  return `f${seen.map(Number).join('')}`;
}

/** Keyframes where it comes and goes. */
function animation(
  name: string,
  seen: readonly boolean[],
  frames: readonly Frame[],
  seconds: number,
): string {
  let at = 0;
  const stops = seen.flatMap((isSeen, index) => {
    const percent = ((100 * at) / seconds).toFixed(2);
    at += frames[index]!.seconds;
    if (index > 0 && isSeen === seen[index - 1]) return [];
    return [`${percent}%{visibility:${isSeen ? 'visible' : 'hidden'}}`];
  });
  return `.${name}{animation:${name} ${seconds.toFixed(2)}s step-end infinite}@keyframes ${name}{${stops.join('')}}`;
}

/** What a terminal shows, row by row. */
export function screenRows(program: Program): string[] {
  return Array.from({ length: program.rows }, (_, y) =>
    runs(program, y)
      .map(run => draw(run, y))
      .join(''),
  );
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
  for (let x = 0; x < program.columns; x++) {
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
