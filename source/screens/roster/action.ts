import type { View } from '../../roster/screen/view.ts';

/** What the table does, whoever asks for it. */
export type RosterAction =
  /** `times`: so often, one right after the other; once unless told. */
  | { type: 'move'; by: number; times?: number | undefined }
  | { type: 'page'; pages: number; times?: number | undefined }
  | { type: 'jump'; to: 'first' | 'last' }
  | { type: 'toggle' }
  | { type: 'range' }
  | { type: 'select-matching' }
  | { type: 'invert' }
  | { type: 'unselect' }
  | { type: 'only-selected' }
  | { type: 'search'; text: string }
  | { type: 'view'; change: Partial<View> }
  | { type: 'status'; step: 1 | -1 }
  | { type: 'package'; step: 1 | -1 }
  | { type: 'sort'; step: 1 | -1 }
  | { type: 'reverse' }
  | { type: 'columns'; columns: readonly string[] }
  | { type: 'request'; of: 'remove' | 'leavers' | 'undo' | 'redo' }
  | { type: 'copy' }
  | { type: 'back' };
