import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { panelFrame, panelWidth } from '../../components/panel.ts';
import { wrapped } from '../../components/wrap.ts';
import type { Problem } from '../../roster/change-set.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { Size } from '../app.ts';
import type { ProblemsLayer } from './layer.ts';

/** Frame, header and hints, and the lines of the panel itself that are no problems. */
const linesAround = 8;

const drawn = new WeakMap<readonly Problem[], { key: string; lines: Span[][] }>();

/** The problems in lines, each behind its mark, and how many of the lines are seen at once. */
export function problemsLayout(layer: ProblemsLayer, size: Size, look: Look) {
  const width = panelWidth(84, size.columns);
  const room = width - panelFrame - 2;
  const key = `${room} ${look.marks.failed}`;
  const known = drawn.get(layer.problems);
  const lines = known?.key === key ? known.lines : linesOf(layer, room, look);
  drawn.set(layer.problems, { key, lines });
  return { width, lines, height: Math.max(1, Math.min(lines.length, size.rows - linesAround)) };
}

function linesOf({ problems, unlisted }: ProblemsLayer, room: number, look: Look): Span[][] {
  const lines = problems.flatMap(({ message }): Span[][] =>
    wrapped(visible(message), room).map((line, index) => [
      span(index === 0 ? `${look.marks.failed} ` : '  ', { color: 'danger' }),
      ...line,
    ]),
  );
  return unlisted > 0 ? [...lines, [span(`  and ${number(unlisted)} more like these`)]] : lines;
}
