import type { Heard } from './action.ts';
import { commandTable } from './command-table.ts';
import type { ScreenLayer, StateOf } from './layer.ts';
import { type Action, type Layer, layers } from './layers.ts';
import { topLayer } from './stack.ts';
import type { App } from './state.ts';
import { chained, type Step, step } from './step.ts';

type AnyState = StateOf<(typeof layers)[number]>;
/** A screen as the rest of the program sees it, whatever its state and its actions are. */
type AnyScreen = Omit<ScreenLayer<AnyState>, 'reduce' | 'requests' | 'outcomes'>;

const screens = new Map<string, AnyScreen>(layers.map(screen => [screen.kind, screen]));

/** The screen that is below all others. */
const [base] = layers;

/** What is known of the screen of a layer; null stands for the roster. */
export function screenOf(layer: Layer | null): AnyScreen {
  return screens.get(layer?.kind ?? base.kind) ?? base;
}

// The lists of handlers are typed where they stand; here, where all of them come together, only their names tell them apart.
type Reduce = (app: App, layer: Layer, action: Action) => Step;
type Answer = (app: App, action: Action, commands: typeof commandTable) => Step;
type Hear = (app: App, heard: Action) => Step;

const handlers = new Map<string, (app: App, action: Action) => Step>();
for (const { kind, reduce, requests } of layers) {
  for (const [type, handle] of Object.entries(reduce) as [string, Reduce][])
    handlers.set(type, (app, action) => {
      const top = topLayer(app);
      return top?.kind === kind ? handle(app, top, action) : step(app);
    });
  for (const [type, answer] of Object.entries(requests) as [string, Answer][])
    handlers.set(type, (app, action) => answer(app, action, commandTable));
}

/** What a screen does with an action that is its own; undefined where it is nobody's. */
export function handlerOf({ type }: Action): ((app: App, action: Action) => Step) | undefined {
  return handlers.get(type);
}

/** What came from outside goes to every screen that listens to it, in the order of the list. */
export function heardByAll(app: App, heard: Action): Step {
  return layers.reduce((before, { outcomes }) => {
    const hear = outcomes?.[heard.type as Heard['type']] as Hear | undefined;
    return hear ? chained(before, now => hear(now, heard)) : before;
  }, step(app));
}

/** Everything that is shown is read anew. */
export function refreshed(app: App): Step {
  const below = screenOf(null).refresh?.(app, { kind: base.kind }) ?? step(app);
  return app.layers.reduce(
    (before, layer) => chained(before, now => screenOf(layer).refresh?.(now, layer) ?? step(now)),
    below,
  );
}
