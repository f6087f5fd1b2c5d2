import type { Look } from '../components/look.ts';
import { asciiMarks } from '../components/marks.ts';
import { withoutArrows } from '../keys/key-labels.ts';

/** Labels of keys as this terminal shows them: where it has no arrows, these are words. */
export function keyText(labels: string, { marks }: Look): string {
  return marks === asciiMarks ? withoutArrows(labels) : labels;
}
