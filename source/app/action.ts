import type { Background, Drawing } from '../roster/screen/drawing.ts';
import type { Effect, Outcome } from '../roster/screen/effects.ts';
import type { Way } from './scroll.ts';
import type { Size } from './state.ts';

/** What a key, the terminal or a command wants of the screen as a whole. */
export type AppAction =
  | { type: 'start' }
  /** `times`: so often, one right after the other; once unless told. */
  | { type: 'key'; key: string; text: string; at: number; times?: number | undefined }
  | { type: 'resize'; size: Size }
  /** The terminal has said what is drawn on. */
  | { type: 'background'; background: Background }
  | { type: 'effect'; effect: Effect }
  /** A command of the table, by its id. */
  | { type: 'run-command'; id: string }
  /** Esc on the layer on top. */
  | { type: 'close' }
  | { type: 'scroll'; way: Way }
  | { type: 'copy-text'; text: string }
  /** `title`: what is said of it. */
  | { type: 'draw'; change: Partial<Drawing>; title: string };

/** What comes from outside, and what any screen may listen to. */
export type Heard = Outcome | Extract<AppAction, { type: 'start' | 'resize' }>;
