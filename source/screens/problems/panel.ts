import { span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel } from '../../components/panel.ts';
import { counted } from '../../roster/words.ts';
import type { Size } from '../app.ts';
import { moreBelow, seen } from '../scroll.ts';
import type { ProblemsLayer } from './layer.ts';
import { problemsLayout } from './layout.ts';

const muted = { color: 'muted' } as const;

/** Why something is refused, by name and in full. */
export function problemsPanel(layer: ProblemsLayer, size: Size, look: Look): Panel {
  const { width, lines, height } = problemsLayout(layer, size, look);
  const counts = [
    counted(layer.problems.length + layer.unlisted, 'problem'),
    moreBelow(lines.length, layer.top, height, look),
  ];
  const said = [...counts.filter(Boolean), layer.outcome].join(` ${look.marks.dot} `);
  const body = [...seen(lines, layer.top, height), [], [span(said, muted)]];
  return framed(layer.title, body, { width, ...size }, look, 'danger');
}
