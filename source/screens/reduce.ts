import {
  type Action,
  type App,
  also,
  type LayerAction,
  replaceTop,
  type Step,
  step,
  topLayer,
} from './app.ts';
import { commandTable } from './command-table.ts';
import { reduceConfirm } from './confirm/reducer.ts';
import { dispatchKey } from './dispatch.ts';
import { draw } from './drawing/reducer.ts';
import { reduceForms } from './form/reducer.ts';
import { keepEffects } from './kept/keep-effects.ts';
import { forget, goOn } from './kept/offer.ts';
import { mailEffects } from './mail-note.ts';
import { refreshEffect } from './news/reducer.ts';
import { goneEffects, reduceOutcome } from './outcomes.ts';
import { reducePages } from './pages.ts';
import { currentItem } from './pick/matching-items.ts';
import { openPick } from './pick/open.ts';
import { reducePick } from './pick/reducer.ts';
import { jump, move, page } from './roster/move.ts';
import { back, changeView, reverseSort, stepSort, stepStatus } from './roster/narrow.ts';
import { rowsOfSize, rowsOfView } from './roster/rows.ts';
import { invert, onlySelected, range, selectMatching, toggle, unselect } from './roster/select.ts';
import { wish } from './roster/wishes.ts';
import { leaveSearch, openSearch } from './search/reducer.ts';
import { toastEffects, withToast } from './toasts.ts';

/** The whole screen's reducer: pure; what it wants of the outside is in the effects. */
export function reduce(app: App, action: Action): Step {
  const next = reduceAction(app, action);
  return {
    app: next.app,
    effects: [...next.effects, ...toastEffects(app, next.app), ...keepEffects(app, next.app)],
  };
}

function reduceAction(app: App, action: Action): Step {
  switch (action.type) {
    case 'start':
      // What is remembered may be gone: that toast is there from the start.
      return also(
        rowsOfView(app, 'next'),
        refreshEffect(app),
        ...goneEffects(app),
        ...toastEffects({ ...app, toast: null }, app),
        ...mailEffects(app),
      );
    case 'key':
      return dispatchKey({ ...app, now: action.at, toast: null }, action, reduceAction);
    case 'resize':
      return resize(app, action.size);
    case 'effect':
      return step(app, action.effect);
    default:
      return (
        reduceRoster(app, action) ??
        reduceForms(app, action) ??
        reducePages(app, action) ??
        reduceLayers(app, action) ??
        reduceOutcome(app, action) ??
        step(app)
      );
  }
}

function resize(app: App, size: App['size']): Step {
  return rowsOfSize({ ...app, size });
}

function reduceRoster(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'move':
      return move(app, action.by * (action.times ?? 1));
    case 'page':
      return page(app, action.pages, action.times);
    case 'jump':
      return jump(app, action.to);
    case 'toggle':
      return toggle(app);
    case 'range':
      return range(app);
    case 'select-matching':
      return selectMatching(app);
    case 'invert':
      return invert(app);
    case 'unselect':
      return unselect(app);
    case 'only-selected':
      return onlySelected(app);
    case 'view':
      return changeView(app, action.change);
    case 'status':
      return stepStatus(app, action.step);
    case 'sort':
      return stepSort(app, action.step);
    case 'reverse':
      return reverseSort(app);
    case 'wish':
      return wish(app, action.of);
    case 'copy':
      return copy(app);
    case 'draw':
      return draw(app, action.change, action.title);
    case 'unsaved-open':
      return goOn(app);
    case 'unsaved-forget':
      return forget(app);
    case 'back':
      return back(app);
    default:
      return null;
  }
}

function copy(app: App): Step {
  const { selected, rows, cursor, view } = app.roster;
  if (selected.size > 0) return step(app, { type: 'copy-rows', ids: selected, view });
  const email = rows[cursor]?.email;
  return email ? step(withToast(app, 'info', `Copied ${email}`), { type: 'copy', text: email }) : step(app);
}

function reduceLayers(app: App, action: Action): Step | null {
  switch (action.type) {
    case 'search-open':
      return openSearch(app);
    case 'search-leave':
      return leaveSearch(app, action.keep);
    case 'pick-open':
      return openPick(app, action.purpose, action.everywhere);
    case 'pick-take':
      return runPicked(app) ?? reducePick(app, action);
    default:
      return reducePick(app, action as LayerAction) ?? reduceConfirm(app, action as LayerAction);
  }
}

/** Enter in a list of commands runs the one under the cursor, on the layer below. */
function runPicked(app: App): Step | null {
  const top = topLayer(app);
  if (top?.kind !== 'pick' || (top.purpose !== 'commands' && top.purpose !== 'row')) return null;
  const item = currentItem(top);
  const command = commandTable.find(candidate => candidate.id === item?.id);
  if (!item || !command) return step(app);
  const closed = replaceTop(app, null);
  if (item.disabled) return step(withToast(closed, 'info', item.disabled));
  // A row's menu is about the row that it was opened on, which is in the menu alone.
  return reduceAction(closed, command.run(top.purpose === 'row' ? app : closed));
}
