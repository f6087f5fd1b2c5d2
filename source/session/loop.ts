/** What runs effects: the outcomes of one, in time; others, such as how far it is, are told as they come. */
export type Perform<Effect, Outcome> = (
  effect: Effect,
  tell: (outcome: Outcome) => void,
) => {
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
  /** Whether an action has to wait for an outcome that is still to come; all behind it wait with it. */
  waits?(state: State, action: Action): boolean;
  /** What does the same as two actions that came one after the other, if anything does: held keys pile up. */
  merged?(state: State, one: Action, next: Action): Action | null;
  /** Effects of which only the newest is performed, and only once no action is left. */
  atRest?(effect: Effect): boolean;
}

/** While actions keep coming listeners hear every so often how things stand. Milliseconds: 25 frames a second. */
const frameEvery = 40;

/**
 * Works off actions one after the other. Keys that arrive together do what they do one by one, because
 * each waits for what the one before it asked the database; listeners hear once, when all are done.
 */
export function createLoop<State, Action, Effect, Outcome extends Action>({
  initial,
  reduce,
  perform,
  waits = () => false,
  merged = () => null,
  atRest = () => false,
}: Parts<State, Action, Effect, Outcome>): Loop<State, Action> {
  let state = initial;
  /** What listeners know of: whoever draws in between must not see half of what a key does. */
  let shown = initial;
  let running = false;
  const queue: Action[] = [];
  const outcomes: Outcome[] = [];
  let resting: Effect | null = null;
  const listeners = new Set<() => void>();

  async function work(action: Action): Promise<void> {
    const { app, effects } = reduce(state, action);
    state = app;
    for (const effect of effects) {
      if (atRest(effect)) resting = effect;
      else await carryOut(effect);
    }
  }

  async function carryOut(effect: Effect): Promise<void> {
    const { now, later } = perform(effect, hear);
    later?.then(found => found.forEach(hear));
    for (const outcome of (await now) ?? []) await work(outcome);
  }

  /** What is to be done next, if anything can be. What came back goes first: keys may be waiting for it. */
  function next(): (() => Promise<void>) | null {
    const outcome = outcomes.shift();
    if (outcome !== undefined) return () => work(outcome);
    const [action] = queue;
    if (action !== undefined && !waits(state, action)) {
      const taken = takeMerged(action);
      return () => work(taken);
    }
    const effect = resting;
    resting = null;
    return effect && (() => carryOut(effect));
  }

  function takeMerged(first: Action): Action {
    let taken = first;
    let count = 1;
    for (let more = queue[count]; more !== undefined; more = queue[++count]) {
      const both = merged(state, taken, more);
      if (both === null) break;
      taken = both;
    }
    queue.splice(0, count);
    return taken;
  }

  async function run(): Promise<void> {
    running = true;
    let since = performance.now();
    for (let doing = next(); doing; doing = next()) {
      await doing();
      const more = queue.length + outcomes.length > 0;
      if (!more || performance.now() - since < frameEvery) continue;
      show();
      await frame();
      since = performance.now();
    }
    running = false;
    show();
  }

  function show(): void {
    if (state === shown) return;
    shown = state;
    for (const listener of listeners) listener();
  }

  function hear(outcome: Outcome): void {
    outcomes.push(outcome);
    if (!running) void run();
  }

  return {
    state: () => shown,
    send(action) {
      queue.push(action);
      if (!running) void run();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Until what listeners drew is written, which is done in the turn after theirs, and until keys that came are heard of. */
function frame(): Promise<void> {
  return new Promise(resolve => setImmediate(() => setImmediate(resolve)));
}
