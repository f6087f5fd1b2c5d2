import { type Hint, hintSpans } from '../components/hints.ts';
import { type Span, span } from '../components/line.ts';
import type { Look } from '../components/look.ts';
import { commandsOf } from '../keys/command.ts';
import { keyLabel } from '../keys/key-labels.ts';
import { fit } from '../terminal/width.ts';
import { type App, topLayer } from './app.ts';
import { commandTable } from './command-table.ts';
import { disabledReason } from './dispatch.ts';
import { keyText } from './key-text.ts';
import { openingText } from './opening.ts';

/** The keys of the top layer that are worth a hint, as far as they fit. */
export function hintLine(app: App, width: number, look: Look): Span[] {
  const top = topLayer(app);
  const opening = openingText(app, top);
  if (opening !== null) return [span(' '), span(fit(opening, width - 2, look.marks), { color: 'warning' })];
  const layer = top?.kind ?? 'roster';
  const hints = commandsOf(commandTable, layer, app).flatMap((command): Hint[] => {
    const label = typeof command.hint === 'function' ? command.hint(app) : command.hint;
    if (!label || disabledReason(app, command)) return [];
    const keys = command.hintKeys ?? keyLabel(command.keys[0] ?? '');
    return [{ keys: keyText(keys, look), label, weight: command.weight ?? 0 }];
  });
  return [span(' '), ...hintSpans(hints, width - 2)];
}
