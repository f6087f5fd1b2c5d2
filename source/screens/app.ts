import type { TextField } from '../keys/text-field.ts';
import { defaultColumns, isColumnId } from '../roster/columns.ts';
import type { Drawing } from '../roster/drawing.ts';
import type {
  AccountSummary,
  Effect,
  Outcome,
  Planned,
  Progress,
  Remembered,
  Task,
} from '../roster/effects.ts';
import type { UnsavedForm } from '../roster/kept.ts';
import type { RowNews } from '../roster/news.ts';
import type { Row } from '../roster/row.ts';
import { type View, wholeRoster } from '../roster/view.ts';
import type { Viewer } from '../roster/viewer.ts';
import type { ChangeSetLayer } from './change-set/layer.ts';
import type {
  AssignLayer,
  ClashLayer,
  FormAction,
  FormLayer,
  LeaveLayer,
  PeopleLayer,
  TextLayer,
} from './form/state.ts';
import type { HistoryLayer } from './history/layer.ts';
import type { ImportLayer } from './import/layer.ts';
import type { Opening } from './opening.ts';
import type { PageAction } from './page-action.ts';
import type { ProblemsLayer } from './problems/layer.ts';
import type { PromptLayer } from './prompt/layer.ts';
import { emptyRoster, type RosterState } from './roster/state.ts';
import type { UsageLayer } from './usage/layer.ts';
import type { UserLayer } from './user/layer.ts';

export interface Size {
  columns: number;
  rows: number;
}

export interface SearchLayer {
  kind: 'search';
  field: TextField;
}

export interface PickItem {
  /** A choice's id, a column's or a command's name; null stands for All. */
  id: number | string | null;
  label: string;
  /** Shown on the right: a count, a key. */
  detail: string;
  /** Why it can't be picked; null if it can. */
  disabled: string | null;
}

export interface PickLayer {
  kind: 'pick';
  purpose: 'queue' | 'role' | 'columns' | 'commands' | 'row' | 'field';
  title: string;
  items: PickItem[];
  field: TextField;
  /** Id of the item that the cursor is on; where that does not match the field, it is on the first that does. */
  current: PickItem['id'];
  /** Whose menu it is; null in other lists. */
  row: Row | null;
  /** Ids of what is picked, where several may be; null where only one is. */
  picked: PickItem['id'][] | null;
}

export interface ConfirmLayer extends Opening {
  kind: 'confirm';
  planned: Planned;
  /** How many of the people are not among the rows that match now. */
  notShown: number;
  /** Digits typed so far, where the number has to be typed. */
  typed: string;
  /** Said under the typed number after a wrong one. */
  complaint: string | null;
  /** First line of the list that is shown. */
  top: number;
  /** People who changed while the dialog was open. */
  changed: readonly number[];
  busy: boolean;
}

/** Layers that take the roster's place on the screen; the others are drawn over what is below. */
export type PageLayer =
  | FormLayer
  | ClashLayer
  | UserLayer
  | HistoryLayer
  | ChangeSetLayer
  | UsageLayer
  | ImportLayer;

/** Layers over a form: an open field, its lists, its people, its question. */
type OverForm = TextLayer | PeopleLayer | AssignLayer | LeaveLayer;

export type Layer =
  | OverForm
  | SearchLayer
  | PickLayer
  | ConfirmLayer
  | PromptLayer
  | ProblemsLayer
  | PageLayer;

const pageKinds: readonly string[] = [
  'form',
  'clash',
  'user',
  'history',
  'change-set',
  'usage',
  'import',
] satisfies PageLayer['kind'][];

export function isPage(layer: Layer): layer is PageLayer {
  return pageKinds.includes(layer.kind);
}

export interface Toast {
  id: number;
  tone: 'done' | 'info' | 'error';
  text: string;
}

export interface App {
  size: Size;
  viewer: Viewer;
  account: AccountSummary;
  roster: RosterState;
  /** Above the roster; the last one is on top and gets the keys. */
  layers: Layer[];
  toast: Toast | null;
  toastsShown: number;
  /** What is to be said of e-mails once nothing else is; null once it was, or where there is nothing. */
  mailNote: string | null;
  /** Whether anything was said of e-mails already: once is enough. */
  mailNoted: boolean;
  /** Whether there are settings to send e-mails with. */
  canSendMail: boolean;
  /** A write waits for another program's. */
  waiting: boolean;
  drawing: Drawing;
  /** The newest change set that was looked at; null before the first look. */
  latestSet: number | null;
  /** Who was just added or changed by others, each with the number of the news it came with; null while nobody is marked. */
  rowNews: { number: number; rows: ReadonlyMap<number, { kind: RowNews; number: number }> } | null;
  /** What was last said of others: that may be followed by what they do next. */
  newsSaid: string | null;
  /** Forms of earlier sessions that were not saved, the newest first. */
  unsaved: readonly UnsavedForm[];
  /** The selection is one of an earlier session, and nobody has looked yet who of it is gone. */
  selectedBefore: boolean;
  /** What goes on for long, and how far it is. */
  tasks: Partial<Record<Task, Progress>>;
  /** Milliseconds: when the last key came, or when what happened since did. */
  now: number;
}

interface Repeated {
  /** So often, one right after the other; once unless told. */
  times?: number | undefined;
}

export type RosterAction =
  | ({ type: 'move'; by: number } & Repeated)
  | ({ type: 'page'; pages: number } & Repeated)
  | { type: 'jump'; to: 'first' | 'last' }
  | { type: 'toggle' }
  | { type: 'range' }
  | { type: 'select-matching' }
  | { type: 'invert' }
  | { type: 'unselect' }
  | { type: 'only-selected' }
  | { type: 'view'; change: Partial<View> }
  | { type: 'status'; step: 1 | -1 }
  | { type: 'sort'; step: 1 | -1 }
  | { type: 'reverse' }
  | { type: 'wish'; of: 'remove' | 'undo' | 'redo' }
  | { type: 'copy' }
  | { type: 'back' }
  /** `title`: what is said of it. */
  | { type: 'draw'; change: Partial<Drawing>; title: string }
  | { type: 'unsaved-open' }
  | { type: 'unsaved-forget' };

export type LayerAction =
  | { type: 'search-open' }
  | { type: 'search-leave'; keep: boolean }
  | { type: 'pick-open'; purpose: PickLayer['purpose']; everywhere?: boolean }
  | { type: 'pick-move'; by: number }
  | { type: 'pick-toggle' }
  | { type: 'pick-shift'; by: 1 | -1 }
  | { type: 'pick-take' }
  | { type: 'confirm-accept' }
  | { type: 'confirm-inactive' }
  | { type: 'confirm-submit' }
  | { type: 'confirm-erase' }
  | { type: 'confirm-scroll'; by: number }
  | { type: 'close' };

export type Action =
  | { type: 'start' }
  | ({ type: 'key'; key: string; text: string; at: number } & Repeated)
  | { type: 'resize'; size: Size }
  | { type: 'effect'; effect: Effect }
  | RosterAction
  | LayerAction
  | PageAction
  | FormAction
  | Outcome;

/** What a reducer returns: the next state, and what it wants of the outside. */
export interface Step {
  app: App;
  effects: Effect[];
}

export function step(app: App, ...effects: Effect[]): Step {
  return { app, effects };
}

/** A step that wants more of the outside, after what it wants already. */
export function also({ app, effects }: Step, ...more: Effect[]): Step {
  return { app, effects: [...effects, ...more] };
}

/** The screen before anything is read, with what is remembered of the operator's last time. */
export function initialApp(
  size: Size,
  viewer: Viewer,
  account: AccountSummary,
  start: Partial<View>,
  remembered: Remembered | null,
): App {
  const columns = [...new Set(remembered?.columns.filter(isColumnId))];
  return {
    size,
    viewer,
    account,
    roster: emptyRoster({ ...wholeRoster, ...start }, columns.includes('name') ? columns : defaultColumns),
    layers: [],
    toast: null,
    toastsShown: 0,
    mailNote: null,
    mailNoted: false,
    canSendMail: false,
    waiting: false,
    drawing: { marks: 'unicode', colors: 'auto' },
    latestSet: null,
    rowNews: null,
    newsSaid: null,
    unsaved: [],
    selectedBefore: false,
    tasks: {},
    now: 0,
  };
}

/** The layer that gets the keys; null is the roster itself. */
export function topLayer(app: App): Layer | null {
  return app.layers.at(-1) ?? null;
}

export function withRoster(app: App, change: Partial<RosterState>): App {
  return { ...app, roster: { ...app.roster, ...change } };
}

/** Puts another layer in the place of the top one; null takes it away. */
export function replaceTop(app: App, layer: Layer | null): App {
  const rest = app.layers.slice(0, -1);
  return { ...app, layers: layer ? [...rest, layer] : rest };
}
