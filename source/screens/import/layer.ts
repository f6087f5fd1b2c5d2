import type { ScreenLayer } from '../../app/layer.ts';
import { withLayer, withoutLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import type { Planned } from '../../roster/screen/effects.ts';
import { importCommands } from './commands.ts';
import { importPage } from './page.tsx';
import {
  applyImport,
  importPlanned,
  importStale,
  openImport,
  rereadImport,
  scrollImport,
} from './reducer.ts';
import type { ImportLayer } from './state.ts';

type ImportRequest = { type: 'import-open'; planned: Planned };
type ImportAction = { type: 'import-apply' } | { type: 'import-reread' };

/** The preview of what a CSV file would change. */
export const importLayer: ScreenLayer<ImportLayer, ImportAction, ImportRequest> = {
  kind: 'import',
  title: 'Import preview',
  commands: importCommands,
  reduce: { 'import-apply': applyImport, 'import-reread': rereadImport },
  requests: { 'import-open': (app, { planned }) => step(openImport(app, planned)) },
  scroll: scrollImport,
  outcomes: {
    planned: (app, { planned }) => step(importPlanned(app, planned)),
    stale: (app, { planned, changed }) => importStale(app, planned, changed),
    applied: (app, { applied }) => step(applied.kind === 'import' ? withoutLayer(app, 'import') : app),
    failed: app => step(withLayer(app, 'import', layer => ({ ...layer, busy: false }))),
  },
  page: importPage,
};
