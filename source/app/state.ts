import type { Viewer } from '../roster/access/viewer.ts';
import type { Background, Drawing } from '../roster/screen/drawing.ts';
import type { AccountSummary, Progress, Remembered, Task } from '../roster/screen/effects.ts';
import type { RowNews } from '../roster/screen/news.ts';
import type { UnsavedForm } from '../roster/screen/session-state.ts';
import { type View, wholeRoster } from '../roster/screen/view.ts';
import { defaultColumns, isColumnId } from '../roster/users/columns.ts';
import type { Followed } from './following.ts';
import type { Layer } from './layers.ts';
import type { Notes } from './notes.ts';
import { emptyRoster, type RosterState } from './roster.ts';

export interface Size {
  columns: number;
  rows: number;
}

export interface Toast {
  id: number;
  /** What is only passing is gone after a moment, and others are told of over it. */
  tone: 'done' | 'info' | 'error' | 'passing';
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
  /** What is to be said once nothing else is. */
  notes: Notes;
  /** Whether anything was to be said of e-mails already: once is enough. */
  mailNoted: boolean;
  /** Of how many was told last who left and hold a license. */
  leaversTold: number;
  /** Whether there are settings to send e-mails with. */
  canSendMail: boolean;
  /** A write waits for another program's. */
  waiting: boolean;
  drawing: Drawing;
  /** What the terminal says it is drawn on; dark until it says something. */
  background: Background;
  /** The newest change set that was looked at; null before the first look. */
  latestSet: number | null;
  /** Who was just added or changed by others, each with the number of the news it came with; null while nobody is marked. */
  rowNews: { number: number; rows: ReadonlyMap<number, { kind: RowNews; number: number }> } | null;
  /** What was last said of others: that may be followed by what they do next. */
  newsSaid: string | null;
  /** The change sets of this screen that are on their way into the account. */
  follows: readonly Followed[];
  /** How far the first of them is, as a sentence; null where nothing is under way. */
  pushing: string | null;
  /** Forms of earlier sessions that were not saved, the newest first. */
  unsaved: readonly UnsavedForm[];
  /** The selection is one of an earlier session, and nobody has looked yet who of it is gone. */
  selectedBefore: boolean;
  /** Commands that were run from the list of all, by id, the newest first. */
  recent: readonly string[];
  /** What goes on for long, and how far it is. */
  tasks: Partial<Record<Task, Progress>>;
  /** Milliseconds: when the last key came, or when what happened since did. */
  now: number;
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
    notes: {},
    mailNoted: false,
    leaversTold: 0,
    canSendMail: false,
    waiting: false,
    drawing: { marks: 'unicode', colors: 'auto', background: 'auto' },
    background: 'dark',
    latestSet: null,
    rowNews: null,
    newsSaid: null,
    follows: [],
    pushing: null,
    unsaved: [],
    selectedBefore: false,
    recent: [],
    tasks: {},
    now: 0,
  };
}

export function withRoster(app: App, change: Partial<RosterState>): App {
  return { ...app, roster: { ...app.roster, ...change } };
}
