import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel, panelWidth } from '../../components/panel.ts';
import { counted } from '../../roster/words.ts';
import type { App } from '../app.ts';
import { touchedFields } from '../form/edits.ts';
import { openForm } from '../form/layers.ts';

/** The small question before something typed is lost. */
export function leavePanel(app: App, look: Look): Panel {
  const form = openForm(app);
  const fields = form ? touchedFields(form).length : 0;
  const people = form?.people?.picked.size ?? 0;
  const lost = [
    people > 0 ? counted(people, 'person', 'people') : '',
    fields > 0 ? `${counted(fields, 'field')}` : '',
  ].filter(Boolean);
  const saved = lost.length > 0 ? `Not saved: ${lost.join(', ')}.` : 'Nothing is saved.';
  const body = [
    [],
    [span(saved)],
    [],
    [...key('y', 'leave', 'danger'), ...key('s', 'save'), ...key('n', 'stay')],
  ];
  return framed(
    'Leave without saving?',
    body,
    { width: panelWidth(46, app.size.columns), ...app.size },
    look,
  );
}

function key(name: string, label: string, color: 'accent' | 'danger' = 'accent'): Span[] {
  return [span(name, { color, bold: true }), span(` ${label}    `, { color: 'muted' })];
}
