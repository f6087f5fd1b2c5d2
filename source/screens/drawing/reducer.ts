import type { Drawing } from '../../roster/drawing.ts';
import { type App, type Step, step } from '../app.ts';
import { withToast } from '../toasts.ts';

/** Draws everything another way from now on, and the next time, too. */
export function draw(app: App, change: Partial<Drawing>, title: string): Step {
  const drawing = { ...app.drawing, ...change };
  return step(withToast({ ...app, drawing }, 'info', title), { type: 'draw', drawing });
}
