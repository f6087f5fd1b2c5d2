import type { Command } from '../keys/command.ts';
import type { Drawing } from '../roster/screen/drawing.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';
import { type Step, step } from './step.ts';
import { withToast } from './toasts.ts';

/** Draws everything another way from now on, and the next time, too. */
export function draw(app: App, change: Partial<Drawing>, title: string): Step {
  const drawing = { ...app.drawing, ...change };
  return step(withToast({ ...app, drawing }, 'info', title), { type: 'draw', drawing });
}

/** One that sets how the screen is drawn; what is set already is not listed. */
function setting(id: string, title: string, change: Partial<Drawing>): Command<App, Action> {
  const isSet = ({ drawing }: App) =>
    Object.entries(change).every(([name, value]) => drawing[name as keyof Drawing] === value);
  return {
    id: `drawing.${id}`,
    layer: 'roster',
    title,
    keys: [],
    when: app => !isSet(app),
    run: () => ({ type: 'draw', change, title }),
  };
}

/** How the screen is drawn, for terminals and fonts that show less, or more, than they say. */
export const drawingCommands: Command<App, Action>[] = [
  setting('ascii', 'Marks: ASCII', { marks: 'ascii' }),
  setting('unicode', 'Marks: Unicode', { marks: 'unicode' }),
  setting('colors-auto', 'Colors: as the terminal says', { colors: 'auto' }),
  setting('colors-16', "Colors: 16, of the terminal's own theme", { colors: '4' }),
  setting('colors-256', 'Colors: 256', { colors: '8' }),
  setting('colors-none', 'Colors: none', { colors: '0' }),
  setting('background-auto', 'Background: as the terminal says', { background: 'auto' }),
  setting('background-dark', 'Background: dark', { background: 'dark' }),
  setting('background-light', 'Background: light', { background: 'light' }),
];
