import type { ColorDepth } from '../terminal/style.ts';
import { asciiMarks, type Marks, unicodeMarks } from './marks.ts';

/** How everything is drawn: colors as far as the terminal has them, marks as the operator set them. */
export interface Look {
  depth: ColorDepth;
  marks: Marks;
  /** Behind a dialog: nothing stands out. */
  faded: boolean;
}

export function makeLook(depth: ColorDepth, marks: 'unicode' | 'ascii'): Look {
  return { depth, marks: marks === 'ascii' ? asciiMarks : unicodeMarks, faded: false };
}
