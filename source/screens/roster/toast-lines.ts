import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { visible } from '../../terminal/escape.ts';
import type { Style } from '../../terminal/style.ts';
import { cut, displayWidth } from '../../terminal/width.ts';
import type { App } from '../app.ts';
import { taskText } from './task-text.ts';

/** So many lines of the table may be covered by a toast until the next key. */
const mostLines = 3;

/** What was just done, went wrong or goes on for long, in as many lines as it takes: a reason that is cut short is none. */
export function toastLines(app: App, width: number, look: Look): Span[][] {
  const said = toSay(app, look);
  if (!said) return [];
  const { mark, text, style } = said;
  const indent = ' '.repeat(mark.text === '' ? 1 : 3);
  const room = width - indent.length - 1;
  const all = wrapped(text, room, style);
  const lines = all.slice(0, mostLines);
  // What is left out is at least seen to be.
  if (all.length > mostLines) lines.push(withEllipsis(lines.pop() ?? [], room, look));
  const head = mark.text === '' ? [span(' ')] : [span(' '), mark, span(' ')];
  return lines.map((line, index) => [...(index === 0 ? head : [span(indent)]), ...line, span(' ')]);
}

function withEllipsis(line: readonly Span[], width: number, { marks }: Look): Span[] {
  const text = line.map(part => part.text).join('');
  const room = width - displayWidth(marks.ellipsis);
  const kept = displayWidth(text) <= room ? text : cut(text, room);
  return [span(kept + marks.ellipsis, line[0]?.style)];
}

function toSay(
  { toast, waiting, tasks }: App,
  { marks }: Look,
): { mark: Span; text: string; style: Style } | null {
  if (waiting) {
    const text = `Waiting for another program to finish writing${marks.ellipsis} Esc gives up`;
    return { mark: span(''), text, style: { color: 'warning' } };
  }
  if (!toast) {
    const text = taskText(tasks, marks.ellipsis);
    return text === null ? null : { mark: span(''), text, style: {} };
  }
  const text = visible(toast.text);
  switch (toast.tone) {
    case 'done':
      return { mark: span(marks.done, { color: 'good', bold: true }), text, style: { bold: true } };
    case 'error': {
      const style: Style = { color: 'danger', bold: true };
      return { mark: span(marks.failed, style), text, style };
    }
    case 'info':
      return { mark: span(''), text, style: {} };
  }
}
