import type { Span } from '../../components/line.ts';
import { type Look, makeLook } from '../../components/look.ts';
import { panelFrame, panelWidth } from '../../components/panel.ts';
import type { ConfirmLayer, Size } from '../app.ts';
import { confirmList } from './list.ts';
import { meaning } from './meaning.ts';
import { confirmKeys } from './panel-keys.ts';

/** How the dialog divides the screen it stands on. */
export interface ConfirmLayout {
  width: number;
  /** Cells inside the frame. */
  inner: number;
  /** Lines for the list; at least two, so that one of many is there with how many more. */
  room: number;
  /** What it means, as far as there is room for it. */
  said: Span[][];
  /** Blank lines there is room for: above the keys, above what it means, above the people. */
  gaps: number;
}

/** Frame above and below, and the hint line, which stays in view; so do header and counts where there is room. */
const linesAround = { least: 3, usual: 8, usualFrom: 24 };

/** The keys are always there; where it is tight the blank lines go first, then the end of what it means. */
export function confirmLayout(layer: ConfirmLayer, size: Size, look: Look): ConfirmLayout {
  const width = panelWidth(84, size.columns);
  const inner = width - panelFrame;
  const around = size.rows < linesAround.usualFrom ? linesAround.least : linesAround.usual;
  const lines = size.rows - around - confirmKeys(layer, look).length;
  const fewest = Math.min(confirmList(layer, inner, look).countUpTo(2), 2);
  const said = meaning(layer, inner, look).slice(0, Math.max(0, lines - fewest));
  const gaps = Math.min(3, lines - said.length - fewest);
  return { width, inner, room: lines - said.length - gaps, said, gaps };
}

/** The line of the list that is on top once it went so many further: no further than there is something to see. */
export function scrolledTop(layer: ConfirmLayer, size: Size, by: number): number {
  // All marks are one cell wide: how it is drawn changes nothing about where lines break.
  const look = makeLook(0, 'unicode');
  const { room, inner } = confirmLayout(layer, size, look);
  const { countUpTo } = confirmList(layer, inner, look);
  // Below the last line there is nothing; the last line of the dialog says how many more there are.
  const last = (top: number) => Math.min(top, Math.max(0, countUpTo(top + room) - room + 1));
  const fits = countUpTo(room + 1) <= room;
  return fits ? 0 : Math.max(0, last(Math.max(0, last(layer.top) + by)));
}
