import { displayWidth, fit } from '../terminal/width.ts';
import { type Span, span } from './line.ts';
import type { Look } from './look.ts';

/**
 * Somebody's name and e-mail, safe to show already. A long name gives way to the e-mail, which tells people of one
 * name apart, but keeps half of the `width` cells.
 */
export function nameAndEmail(
  { name, email, gap }: { name: string; email: string; gap: number },
  width: number,
  look: Look,
): Span[] {
  const room = Math.max(Math.ceil(width / 2), width - gap - displayWidth(email));
  const shown = displayWidth(name) > room ? fit(name, room, look.marks).trimEnd() : name;
  return [span(shown, { bold: true }), span(`${' '.repeat(gap)}${email}`, { color: 'muted' })];
}

/** Cells that each of several names takes at most, so that one long name does not hide the others. */
const namedTogether = 30;

/** A name among others. */
export function nameAmongOthers(name: string, look: Look): string {
  return displayWidth(name) > namedTogether ? fit(name, namedTogether, look.marks).trimEnd() : name;
}
