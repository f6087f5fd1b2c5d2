import { fieldSpans } from '../../components/field.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { framed, type Panel, panelFrame, panelWidth } from '../../components/panel.ts';
import { wrapped } from '../../components/wrap.ts';
import { counted } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import type { App } from '../app.ts';
import type { PromptLayer } from './layer.ts';

const muted = { color: 'muted' } as const;

/** Lines below the field for what Tab found, or what is wrong. */
const roomBelow = 2;

/** The field that a file is named in, and below it what there is to say of it. */
export function promptPanel(layer: PromptLayer, app: App, look: Look): Panel {
  const width = panelWidth(72, app.size.columns);
  const inner = width - panelFrame;
  const field = [span('> ', { color: 'accent', bold: true }), ...fieldSpans(layer.field, inner - 3, look)];
  const below = said(layer, inner, look).slice(0, roomBelow);
  while (below.length < roomBelow) below.push([]);
  const body = [...wrapped(explained(layer, app), inner, muted), [], field, [], ...below];
  const title = layer.purpose === 'import' ? 'Import a CSV file' : 'Export as CSV';
  return framed(title, body, { width, ...app.size }, look);
}

function explained({ purpose }: PromptLayer, { roster: { totals } }: App): string {
  if (purpose === 'import')
    return 'Adds and updates users, removes nobody. First it shows what would change.';
  const who = totals.matching === null ? 'The users' : counted(totals.matching, 'user');
  return `${who} as the search and filters show them, with all settings.`;
}

function said({ exists, busy, complaint, names, field }: PromptLayer, width: number, look: Look): Span[][] {
  if (busy) return wrapped(`Exporting${look.marks.ellipsis}`, width, muted);
  if (exists) {
    const keys = [key('y', 'overwrite it'), key('n', 'keep it')].flat();
    return [
      ...wrapped(`${visible(field.value.trim())} is there already.`, width, { color: 'warning' }),
      keys,
    ];
  }
  if (complaint) return wrapped(complaint, width, { color: 'danger' });
  return wrapped(names.map(visible).join('  '), width, muted).map((line, index) =>
    index === roomBelow - 1 && names.length > 0 ? [...line, span(` ${look.marks.ellipsis}`, muted)] : line,
  );
}

function key(name: string, label: string): Span[] {
  return [span(name, { color: 'accent', bold: true }), span(` ${label}    `, muted)];
}
