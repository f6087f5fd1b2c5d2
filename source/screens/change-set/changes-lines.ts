import type { Span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { nameAndEmail } from '../../components/name-and-email.ts';
import type { Change } from '../../roster/change-set.ts';
import { visible } from '../../terminal/escape.ts';
import { changeLines } from './change-lines.ts';
import { headLine, headLineAround } from './head-line.ts';

const drawn = new WeakMap<readonly Change[], { key: string; lines: Span[][] }>();

/**
 * Every user with what changes, a blank line before each. What a thousand users' changes look like is not worked
 * out again for each key.
 */
export function changesLines(changes: readonly Change[], width: number, look: Look): Span[][] {
  const key = `${width} ${look.marks.arrow}`;
  const known = drawn.get(changes);
  if (known?.key === key) return known.lines;
  const lines = changes.flatMap(change => {
    const { user_name, user_email, action } = change;
    const about = { name: visible(user_name), email: visible(user_email), gap: 2 };
    const who = nameAndEmail(about, width - headLineAround, look);
    return [[], headLine(who, action, look), ...changeLines(change, width, look)];
  });
  drawn.set(changes, { key, lines });
  return lines;
}
