import type { Drawing } from '../roster/drawing.ts';
import type { ColorDepth } from '../terminal/style.ts';
import { type Marks, marksOf } from './marks.ts';

/** How everything is drawn: colors as far as the terminal has them, marks as the operator set them. */
export interface Look {
  depth: ColorDepth;
  marks: Marks;
  /** Behind a dialog: nothing stands out. */
  faded: boolean;
}

export function makeLook(depth: ColorDepth, marks: Drawing['marks']): Look {
  return { depth, marks: marksOf({ marks }), faded: false };
}
