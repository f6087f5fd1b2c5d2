import type { Effect } from '../roster/screen/effects.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** What a reducer returns. */
export interface Step {
  /** The next state. */
  app: App;
  /** What it wants of the outside. */
  effects: Effect[];
  /** What it wants of other screens: done at once, one after the other, before anything else is. */
  actions: Action[];
}

export function step(app: App, ...effects: Effect[]): Step {
  return { app, effects, actions: [] };
}

/** A step that wants more of the outside, after what it wants already. */
export function also(before: Step, ...more: Effect[]): Step {
  return { ...before, effects: [...before.effects, ...more] };
}

/** A step that wants something of other screens. */
export function andThen(before: Step, ...actions: Action[]): Step {
  return { ...before, actions: [...before.actions, ...actions] };
}

/** A step and the one that goes on from where it led to. */
export function chained(before: Step, next: (app: App) => Step): Step {
  const { app, effects, actions } = next(before.app);
  return { app, effects: [...before.effects, ...effects], actions: [...before.actions, ...actions] };
}
