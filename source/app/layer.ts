import type { ReactNode } from 'react';
import type { Command, CommandTable } from '../keys/command.ts';
import type { Viewer } from '../roster/access/viewer.ts';
import type { DraftForm } from '../roster/screen/session-state.ts';
import type { Heard } from './action.ts';
import type { Action } from './layers.ts';
import type { Way } from './scroll.ts';
import type { App, Size } from './state.ts';
import type { Step } from './step.ts';

interface Typed {
  type: string;
}

/** Those of a union that are of one type. */
type Of<Union, Type> = Extract<Union, { type: Type }>;

/**
 * What a screen, dialog or list is: the one thing that its folder exports, from `layer.ts`, and all that the whole screen knows
 * of it. `State` is its layer on the stack, `Own` what its keys do, `Request` what others may ask of it.
 */
export interface ScreenLayer<
  State extends { kind: string },
  Own extends Typed = never,
  Request extends Typed = never,
> {
  kind: State['kind'];
  /** Stands over its keys where all keys are listed. */
  title: string;
  /** Its keys, and those of other layers that lead to it. */
  commands: readonly Command<App, Action>[];
  /** What its keys do, by type of action. They are heard while it is on top. */
  reduce: { [Type in Own['type']]: (app: App, layer: State, action: Of<Own, Type>) => Step };
  /** What is asked of it, whatever is on top: to open it, first of all. `commands` is the table of all commands. */
  requests: {
    [Type in Request['type']]: (
      app: App,
      action: Of<Request, Type>,
      commands: CommandTable<App, Action>,
    ) => Step;
  };
  /** A key that is no command. */
  typing?(app: App, layer: State, typed: { key: string; text: string }): Step;
  /** The keys that go up and down on a page. */
  scroll?(app: App, layer: State, way: Way): Step;
  /** Esc; unless told, or where this is null, it leaves, from a page after giving up a write that waits. */
  close?(app: App, layer: State): Step | null;
  /** What it hears of what came from outside, by type, also while it is not open. */
  outcomes?: { [Type in Heard['type']]?: (app: App, outcome: Of<Heard, Type>) => Step };
  /** Whether what its keys are about is still being read; they wait for it. */
  isReading?(layer: State): boolean;
  /** Reads anew what it shows: somebody wrote. */
  refresh?(app: App, layer: State): Step;
  /** What of it is stored for the next start, and the parts of the state that tell whether it is stored already. */
  draft?: { parts(app: App, layer: State): unknown[]; form(app: App, layer: State): DraftForm | null };
  /** Whoever may not do this any more is shown it no longer. */
  privilege?: keyof Viewer & `may${string}`;
  /** How it is drawn where it is a page: in the roster's place. */
  page?: Page<State>;
  /** How it is drawn over what is below. */
  Panel?(props: PanelProps<State>): ReactNode;
}

/** The state of a layer on the stack. */
export type StateOf<Screen> =
  Screen extends ScreenLayer<infer State, infer _Own, infer _Request> ? State : never;

/** What a screen does, of itself or because others ask. */
export type ActionOf<Screen> =
  Screen extends ScreenLayer<infer _State, infer Own, infer Request> ? Own | Request : never;

/** What a page's components get: its layer, and the room for it in cells. */
export interface PageProps<State> {
  layer: State;
  app: App;
  width: number;
  /** Lines of the view. */
  height: number;
}

/** The components of a page – a layer that takes the roster's place. */
export interface Page<State> {
  /** The line in the place of search and filters: what this is, and of whom. */
  Heading(props: PageProps<State>): ReactNode;
  /** What stands between heading and status line. */
  View(props: PageProps<State>): ReactNode;
  /** Where one is, in the place of the roster's counts. */
  place(props: PageProps<State>): string;
}

/** What the component of a dialog or list over the screen gets. */
export interface PanelProps<State> {
  layer: State;
  app: App;
  size: Size;
}
