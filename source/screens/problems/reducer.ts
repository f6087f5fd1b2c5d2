import type { Problem } from '../../roster/change-set.ts';
import { type App, replaceTop, type Step, step } from '../app.ts';
import { measuringLook, scrolled, type Way } from '../scroll.ts';
import type { ProblemsLayer } from './layer.ts';
import { problemsLayout } from './layout.ts';

/** Says why something is refused, problem by problem. */
export function openProblems(app: App, title: string, problems: readonly Problem[]): App {
  const outcome = 'nothing was changed';
  const layer: ProblemsLayer = { kind: 'problems', title, outcome, problems, unlisted: 0, top: 0 };
  return { ...app, layers: [...app.layers, layer] };
}

export function scrollProblems(app: App, layer: ProblemsLayer, way: Way): Step {
  const { lines, height } = problemsLayout(layer, app.size, measuringLook);
  return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, lines.length, height) }));
}
