import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { number } from '../../roster/words.ts';
import type { ConfirmLayer } from '../app.ts';
import { needsTyping } from './open.ts';

const muted = { color: 'muted' } as const;

/** The accepting key and the others, named in the dialog itself. */
export function confirmKeys(layer: ConfirmLayer, look: Look): Span[][] {
  const { wish, changeSet } = layer.planned;
  const removing = wish.kind === 'remove';
  // Undoing an undo is a redo, whatever the key was.
  const verb = wish.kind === 'edit' ? 'change' : 'ids' in wish ? wish.kind : changeSet.kind;
  if (layer.busy) return [[span(`Writing${look.marks.ellipsis}`, muted)]];
  const others = [
    ...(removing ? [key('i', 'make inactive instead')] : []),
    key('n', removing ? 'keep' : 'leave'),
  ];
  if (!needsTyping(layer)) return [[key('y', verb, 'danger'), ...others].flat()];
  const count = number(changeSet.changes.length);
  const prompt: Span[] = [
    span('Type '),
    span(count, { bold: true }),
    span(` and Enter to ${verb}: `),
    span(layer.typed, { bold: true }),
    span(look.marks.textCursor, { color: 'accent', bold: true }),
  ];
  const complaint = layer.complaint ? [span(`  ${layer.complaint}`, { color: 'danger' })] : [];
  return [[...prompt, ...complaint], others.flat()];
}

function key(name: string, label: string, color: 'accent' | 'danger' = 'accent'): Span[] {
  return [span(name, { color, bold: true }), span(` ${label}    `, muted)];
}
