import type { Progress } from '../roster/screen/effects.ts';
import { number } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import type { App } from './state.ts';

/** What goes on for long, as a line says it: `Writing 4,200 of 10,000…`; null if nothing does. */
export function taskText({ write, select, copy, export: file }: App['tasks']): string | null {
  const so = (verb: string, { done, total }: Progress) =>
    `${verb} ${number(done)}${total === null ? '' : ` of ${number(total)}`}${marks.ellipsis}`;
  if (write) return so('Writing', write);
  if (select) return so('Selecting', select);
  if (copy) return so('Copying', copy);
  return file ? `${so('Exporting', file)} Esc stops it` : null;
}
