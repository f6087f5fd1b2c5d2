import type { ScreenLayer } from '../../../app/layer.ts';
import type { LeaveLayer } from '../state.ts';
import { leaveCommands } from './commands.ts';
import { LeaveDialog } from './dialog.tsx';
import { leaveNow, saveFirst } from './reducer.ts';

type LeaveAction = { type: 'leave-now' } | { type: 'leave-save' };

/** Asks whether to leave a form that is not saved. */
export const leaveLayer: ScreenLayer<LeaveLayer, LeaveAction> = {
  kind: 'leave',
  title: 'Leaving a form that is not saved',
  commands: leaveCommands,
  reduce: { 'leave-now': leaveNow, 'leave-save': saveFirst },
  requests: {},
  Panel: LeaveDialog,
};
