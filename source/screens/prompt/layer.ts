import type { ScreenLayer } from '../../app/layer.ts';
import { replaceTop, withLayer } from '../../app/stack.ts';
import { step } from '../../app/step.ts';
import { promptCommands } from './commands.ts';
import { completed, exported, exportStopped, fileExists, fileRead, withoutBusyPrompt } from './outcomes.ts';
import { PromptPanel } from './panel.tsx';
import { leavePrompt, openPrompt, submit, typeInPrompt } from './reducer.ts';
import type { PromptLayer } from './state.ts';

type PromptAction =
  | { type: 'prompt-complete' }
  | { type: 'prompt-submit' }
  | { type: 'prompt-overwrite' }
  | { type: 'prompt-keep' };

type PromptRequest = { type: 'prompt-open'; purpose: PromptLayer['purpose'] };

/** Asks for the path of a file, to import it or to export to it. */
export const promptLayer: ScreenLayer<PromptLayer, PromptAction, PromptRequest> = {
  kind: 'prompt',
  title: 'Naming a file',
  commands: promptCommands,
  reduce: {
    'prompt-complete': (app, { field }) => step(app, { type: 'complete-path', text: field.value }),
    'prompt-submit': (app, layer) => submit(app, layer, false),
    'prompt-overwrite': (app, layer) => submit(app, layer, true),
    'prompt-keep': (app, layer) => step(replaceTop(app, { ...layer, exists: false })),
  },
  requests: { 'prompt-open': (app, { purpose }) => openPrompt(app, purpose) },
  typing: typeInPrompt,
  close: leavePrompt,
  outcomes: {
    planned: fileRead,
    'path-completed': completed,
    'export-exists': fileExists,
    exported,
    'export-stopped': exportStopped,
    progress: (app, { task, progress }) => step(task === 'export' && progress ? withoutBusyPrompt(app) : app),
    failed: app => step(withLayer(app, 'prompt', layer => ({ ...layer, busy: false }))),
  },
  Panel: PromptPanel,
};
