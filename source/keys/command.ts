/**
 * One thing that can be done. A single table of these feeds dispatch, the hint line, help, the palette,
 * read-only mode and the tables of keys in manual and docs, so that none of them can say something else.
 */
export interface Command<State, Action> {
  /** Stable, such as `roster.remove`. */
  id: string;
  /** The kind of layer it belongs to; `everywhere` for all of them. */
  layer: string;
  /** A sentence for help and palette. */
  title: string;
  /** Names of key events. */
  keys: readonly string[];
  /** A word or two for the hint line; without one the command is not hinted at. */
  hint?: string | ((state: State) => string | null);
  /** How the hint line writes the keys, where one hint stands for several commands. */
  hintKeys?: string;
  /** What the hint line drops last has the highest number; 0 unless told. */
  weight?: number;
  /** Whether it changes the roster: such commands are disabled for those who may only look. */
  changes?: boolean;
  /** Held down it is one action, with `times`: how often. */
  repeats?: boolean;
  /** What has to be there before it runs, should that still be being read: the rows, or those and the selection. */
  needs?: 'rows' | 'selection';
  /** Whether it exists right now; unlike a disabled command it is not even listed otherwise. */
  when?(state: State): boolean;
  /** Why it can't be done right now, as a sentence; null if it can. */
  disabledReason?(state: State): string | null;
  run(state: State): Action;
}

/** The command table as dispatch and lists use it. */
export type CommandTable<State, Action> = readonly Command<State, Action>[];

/** The commands of a layer that exist now, those of every layer last. */
export function commandsOf<State, Action>(
  table: CommandTable<State, Action>,
  layer: string,
  state: State,
): Command<State, Action>[] {
  const here = table.filter(command => command.layer === layer);
  const everywhere = table.filter(command => command.layer === 'everywhere');
  return [...here, ...everywhere].filter(command => command.when?.(state) ?? true);
}

/** The command that a key means in a layer, or null. */
export function commandFor<State, Action>(
  table: CommandTable<State, Action>,
  layer: string,
  key: string,
  state: State,
): Command<State, Action> | null {
  return commandsOf(table, layer, state).find(command => command.keys.includes(key)) ?? null;
}
