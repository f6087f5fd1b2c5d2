/** What runs effects: the outcomes of one, in time. */
export type Perform<Effect, Outcome> = (effect: Effect) => {
  /** The next key waits for these: the answer belongs to the key before it. */
  now?: Promise<Outcome[]>;
  /** These come when they come. */
  later?: Promise<Outcome[]>;
};

export interface Loop<State, Action> {
  /** As it was when listeners heard last. */
  state(): State;
  /** Takes an action; it is worked off after those before it and their effects. */
  send(action: Action): void;
  subscribe(listener: () => void): () => void;
}

interface Parts<State, Action, Effect, Outcome> {
  initial: State;
  reduce(state: State, action: Action): { app: State; effects: Effect[] };
  perform: Perform<Effect, Outcome>;
}

/**
 * Works off actions one after the other. Keys that arrive together do what they do one by one, because
 * each waits for what the one before it asked the database; listeners hear once, when all are done.
 */
export function createLoop<State, Action, Effect, Outcome extends Action>({
  initial,
  reduce,
  perform,
}: Parts<State, Action, Effect, Outcome>): Loop<State, Action> {
  let state = initial;
  /** What listeners know of: whoever draws in between must not see half of what a key does. */
  let shown = initial;
  let running = false;
  const queue: Action[] = [];
  const listeners = new Set<() => void>();

  async function work(action: Action): Promise<void> {
    const { app, effects } = reduce(state, action);
    state = app;
    for (const effect of effects) {
      const { now, later } = perform(effect);
      later?.then(outcomes => outcomes.forEach(send));
      for (const outcome of (await now) ?? []) await work(outcome);
    }
  }

  async function run(): Promise<void> {
    running = true;
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) await work(action);
    running = false;
    if (state === shown) return;
    shown = state;
    for (const listener of listeners) listener();
  }

  function send(action: Action): void {
    queue.push(action);
    if (!running) void run();
  }

  return {
    state: () => shown,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
