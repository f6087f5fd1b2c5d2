import type { AppliedChangeSet } from '../roster/change-set.ts';
import type { Effect } from '../roster/effects.ts';
import { type Action, type App, type Layer, replaceTop, type Step, step, topLayer } from './app.ts';
import { changeSetRefresh, changesRead, openSet, scrollChangeSet } from './change-set/reducer.ts';
import { historyRead, historyRefresh, moveInHistory, openHistory } from './history/reducer.ts';
import { applyImport, rereadImport, scrollImport } from './import/reducer.ts';
import { mailCounted } from './mail-note.ts';
import { scrollProblems } from './problems/reducer.ts';
import { reducePrompt, reducePromptOutcome } from './prompt/reducer.ts';
import type { Way } from './scroll.ts';
import { withToast } from './toasts.ts';
import { openUsage, scrollUsage, usageRead } from './usage/reducer.ts';
import { openUser, scrollUser, stepUser, userRead } from './user/reducer.ts';

/** What pages do; null if the action is none of theirs. */
export function reducePages(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'user-open':
      return openUser(app);
    case 'user-step':
      return stepUser(app, action.by);
    case 'history-open':
      return openHistory(app, action.of);
    case 'set-open':
      return openSet(app);
    case 'usage-open':
      return openUsage(app);
    case 'import-apply':
      return applyImport(app);
    case 'import-reread':
      return rereadImport(app);
    case 'page-move':
      return movePage(app, action.way);
    case 'copy-text':
      return step(withToast(app, 'info', `Copied ${action.text}`), { type: 'copy', text: action.text });
    case 'close':
      return closePage(app) ?? reducePrompt(app, action);
    default:
      return reducePrompt(app, action);
  }
}

function movePage(app: App, way: Way): Step {
  const top = topLayer(app);
  switch (top?.kind) {
    case 'user':
      return scrollUser(app, top, way);
    case 'history':
      return moveInHistory(app, top, way);
    case 'change-set':
      return scrollChangeSet(app, top, way);
    case 'usage':
      return scrollUsage(app, top, way);
    case 'import':
      return scrollImport(app, top, way);
    case 'problems':
      return scrollProblems(app, top, way);
    default:
      return step(app);
  }
}

const closing: readonly Layer['kind'][] = ['user', 'history', 'change-set', 'usage', 'import', 'problems'];

/** Esc on a page: back to what is below; a write that waits is given up first. */
function closePage(app: App): Step | null {
  const top = topLayer(app);
  if (!top || !closing.includes(top.kind)) return null;
  return app.waiting ? step(app, { type: 'give-up' }) : step(replaceTop(app, null));
}

/** What came back for pages; null if it is none of theirs. */
export function reducePageOutcome(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'user':
      return userRead(app, action);
    case 'history':
      return historyRead(app, action);
    case 'change-set':
      return changesRead(app, action);
    case 'usage':
      return usageRead(app, action);
    case 'outbox':
      return step(mailCounted(app, action));
    default:
      return reducePromptOutcome(app, action);
  }
}

/** Asks again for what the open pages show: somebody wrote. */
export function pageRefresh({ layers }: App): Effect[] {
  return layers.flatMap((layer): Effect[] => {
    switch (layer.kind) {
      case 'user':
        return [{ type: 'user', id: layer.person_id }];
      case 'history':
        return [historyRefresh(layer)];
      case 'change-set':
        return [changeSetRefresh(layer)];
      case 'usage':
        return [{ type: 'usage' }];
      default:
        return [];
    }
  });
}

/** Pages that have done their work with a change set leave: an import, and the page of a user who was removed. */
export function withoutFinished(app: App, { changes, kind }: AppliedChangeSet): App {
  const removed = new Set(
    changes.filter(change => change.action === 'remove').map(change => change.person_id),
  );
  const at = app.layers.findIndex(
    layer =>
      (layer.kind === 'user' && removed.has(layer.person_id)) ||
      (layer.kind === 'import' && kind === 'import'),
  );
  return at < 0 ? app : { ...app, layers: app.layers.slice(0, at) };
}
