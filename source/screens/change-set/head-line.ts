import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import type { Change } from '../../roster/change-set.ts';
import type { Style } from '../../terminal/style.ts';

/** Cells of a head line beside whom it is about: the mark, and the longest word for what happens. */
export const headLineAround = '~ '.length + '  changed'.length;

/** Whom or what it is about, between the mark of what happens to it and the word for that. */
export function headLine(about: Span[], action: Change['action'], { marks }: Look): Span[] {
  const signs: Record<Change['action'], [string, string, Style]> = {
    add: [marks.added, 'added', { color: 'good' }],
    update: [marks.updated, 'changed', { color: 'accent' }],
    remove: [marks.removed, 'removed', { color: 'danger' }],
  };
  const [mark, word, style] = signs[action];
  return [span(`${mark} `, { ...style, bold: true }), ...about, span(`  ${word}`, style)];
}
