import type { PageOutcome } from '../../roster/page-effects.ts';
import { type App, type Layer, replaceTop, type Step, step } from '../app.ts';
import { measuringLook, pageHeight, scrolled, type Way } from '../scroll.ts';
import type { UsageLayer } from './layer.ts';
import { usageLines } from './page.ts';

export function openUsage(app: App): Step {
  const layer: UsageLayer = { kind: 'usage', usage: null, top: 0 };
  return step({ ...app, layers: [...app.layers, layer] }, { type: 'usage' });
}

export function usageRead(app: App, { usage }: Extract<PageOutcome, { type: 'usage' }>): Step {
  const layers = app.layers.map((layer): Layer => (layer.kind === 'usage' ? { ...layer, usage } : layer));
  return step({ ...app, layers });
}

export function scrollUsage(app: App, layer: UsageLayer, way: Way): Step {
  const count = usageLines(layer, app.size.columns, measuringLook).length;
  return step(replaceTop(app, { ...layer, top: scrolled(layer.top, way, count, pageHeight(app)) }));
}
