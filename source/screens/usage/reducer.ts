import { pageHeight, type Way } from '../../app/scroll.ts';
import { replaceTop } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { andThen, type Step, step } from '../../app/step.ts';
import { wholeRoster } from '../../roster/screen/view.ts';
import { type UsageRow, usageContent, usagePlace } from './blocks.ts';
import type { UsageLayer } from './state.ts';

/** Moves the cursor from row to row; the page follows. */
export function moveInUsage(app: App, layer: UsageLayer, way: Way): Step {
  const content = usageContent(layer.usage, app.size.columns);
  const height = pageHeight(app);
  const { at, top } = usagePlace(layer, content, height);
  const current = content.rows[target(content.rows, at, way, height)]?.key ?? null;
  const moved = { ...layer, top, current };
  return step(replaceTop(app, { ...moved, top: usagePlace(moved, content, height).top }));
}

function target(rows: readonly UsageRow[], at: number, { by, unit }: Way, height: number): number {
  const last = Math.max(0, rows.length - 1);
  if (unit === 'ends') return by < 0 ? 0 : last;
  const next = Math.max(0, Math.min(last, at + Math.sign(by)));
  const from = rows[at];
  if (unit === 'lines' || !from) return next;
  // By a page: as far as it reaches, and a row at least.
  const line = from.line + by * (height - 1);
  if (by < 0)
    return Math.min(
      next,
      rows.findIndex(row => row.line >= line),
    );
  return Math.max(
    next,
    rows.findLastIndex(row => row.line <= line),
  );
}

/** Leaves for the roster, with nobody in it but those whom the cursor's row counts. */
export function showUsers(app: App, layer: UsageLayer): Step {
  const content = usageContent(layer.usage, app.size.columns);
  const { row } = usagePlace(layer, content, pageHeight(app));
  if (!row) return step(app);
  const { sort } = app.roster.view;
  return andThen(step(replaceTop(app, null)), {
    type: 'view',
    change: { ...wholeRoster, sort, ...row.opens },
  });
}
