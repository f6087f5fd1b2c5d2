import type { ThemeColor } from '../terminal/theme.ts';
import { displayWidth, fit } from '../terminal/width.ts';
import { drawLine, type Span, span } from './line.ts';
import type { Look } from './look.ts';

/** A framed area over the screen: where it lies and its lines, frame included. */
export interface Panel {
  x: number;
  y: number;
  lines: string[];
}

/** Cells that the frame and the margin inside it take of a panel's width. */
export const panelFrame = 4;

/** How wide a panel is that would like `wanted` cells: in a narrow terminal it takes the whole width. */
export function panelWidth(wanted: number, columns: number): number {
  return columns - wanted < 10 ? columns : wanted;
}

/** Frames `body` in a panel of `width` cells, in the middle of a screen of `columns` × `rows`, a little above its center. */
export function framed(
  title: string,
  body: readonly Span[][],
  size: { width: number; columns: number; rows: number },
  look: Look,
  color: ThemeColor = 'accent',
): Panel {
  const { width, columns, rows } = size;
  const { line, side, corners } = look.marks;
  const frame = { color } as const;
  // Corners, a stretch of line at both ends, and a blank around the title.
  const room = width - 6;
  const shown = displayWidth(title) > room ? fit(title, room, look.marks).trimEnd() : title;
  const heading = title === '' ? '' : ` ${shown} `;
  const rest = Math.max(0, width - 3 - displayWidth(heading));
  const top = [
    span(corners[0] + line, frame),
    span(heading, { color, bold: true }),
    span(line.repeat(rest) + corners[1], frame),
  ];
  const bottom = [span(corners[2] + line.repeat(width - 2) + corners[3], frame)];
  const inner = body.map(spans => {
    const text = drawLine(spans, width - panelFrame, look);
    return `${drawLine([span(`${side} `, frame)], 2, look)}${text}${drawLine([span(` ${side}`, frame)], 2, look)}`;
  });
  const lines = [drawLine(top, width, look), ...inner, drawLine(bottom, width, look)];
  return {
    x: Math.max(0, Math.floor((columns - width) / 2)),
    y: Math.max(0, Math.floor((rows - lines.length) / 3)),
    lines,
  };
}
