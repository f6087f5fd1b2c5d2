import type { Layer } from './layers.ts';
import type { App } from './state.ts';

type Kind = Layer['kind'];
/** A layer of one kind. */
export type LayerOf<K extends Kind> = Extract<Layer, { kind: K }>;

/** The layer that gets the keys; null is the roster itself. */
export function topLayer(app: App): Layer | null {
  return app.layers.at(-1) ?? null;
}

/** The layer that gets the keys, if it is of this kind. */
export function onTop<K extends Kind>(app: App, kind: K): LayerOf<K> | null {
  const top = topLayer(app);
  return top && isOf(top, kind) ? top : null;
}

/** The layer of this kind, whatever lies over it; null where none is open. */
export function openLayer<K extends Kind>(app: App, kind: K): LayerOf<K> | null {
  return app.layers.find((layer): layer is LayerOf<K> => isOf(layer, kind)) ?? null;
}

function isOf<K extends Kind>(layer: Layer, kind: K): layer is LayerOf<K> {
  return layer.kind === kind;
}

/** Opens a layer over all others. */
export function opened(app: App, layer: Layer): App {
  return { ...app, layers: [...app.layers, layer] };
}

/** Puts another layer in the place of the top one; null takes it away. */
export function replaceTop(app: App, layer: Layer | null): App {
  const rest = app.layers.slice(0, -1);
  return { ...app, layers: layer ? [...rest, layer] : rest };
}

/** Changes the layer of this kind, wherever in the stack it is. */
export function withLayer<K extends Kind>(app: App, kind: K, change: (layer: LayerOf<K>) => LayerOf<K>): App {
  return { ...app, layers: app.layers.map(layer => (isOf(layer, kind) ? change(layer) : layer)) };
}

/** Takes away the layer of this kind and everything over it. */
export function withoutLayer(app: App, kind: Kind): App {
  const at = app.layers.findIndex(layer => layer.kind === kind);
  return at < 0 ? app : { ...app, layers: app.layers.slice(0, at) };
}
