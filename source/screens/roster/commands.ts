import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';
import { filterCommands } from './filter-commands.ts';
import { movingCommands } from './moving-commands.ts';
import {
  isClashShown,
  needsChange,
  needsClash,
  needsLeavers,
  needsRow,
  needsRowOrSelection,
  needsUsers,
} from './needs-row.ts';
import { pageCommands } from './page-commands.ts';
import { unsavedCommands } from './unsaved-commands.ts';

type RosterCommand = Command<App, Action>;

const layer = 'roster';

const isConnected = ({ account }: App) => account.source !== undefined;

const selecting: RosterCommand[] = [
  {
    id: 'roster.toggle',
    layer,
    needs: 'selection',
    title: 'Select or unselect, and move down',
    keys: ['space'],
    hint: 'select',
    weight: 9,
    disabledReason: needsRow,
    run: () => ({ type: 'toggle' }),
  },
  {
    id: 'roster.range',
    layer,
    needs: 'selection',
    title: 'Begin a range; again selects it',
    keys: ['v'],
    hint: 'range',
    weight: 1,
    disabledReason: needsRow,
    run: () => ({ type: 'range' }),
  },
  {
    id: 'roster.select-matching',
    layer,
    needs: 'selection',
    title: 'Select all who match; again unselects them',
    keys: ['*'],
    hint: 'all',
    weight: 2,
    disabledReason: needsRow,
    run: () => ({ type: 'select-matching' }),
  },
  {
    id: 'roster.invert',
    layer,
    needs: 'selection',
    title: 'Invert the selection of those who match',
    keys: ['~'],
    disabledReason: needsRow,
    run: () => ({ type: 'invert' }),
  },
  {
    id: 'roster.only-selected',
    layer,
    needs: 'selection',
    title: 'Show only the selected, or everybody',
    keys: ['"'],
    disabledReason: app =>
      app.roster.selected.size === 0 && !app.roster.view.only ? 'Nobody is selected: space selects.' : null,
    run: () => ({ type: 'only-selected' }),
  },
  {
    id: 'roster.unselect',
    layer,
    needs: 'selection',
    title: 'Unselect all; again brings them back',
    keys: ['-'],
    disabledReason: app =>
      app.roster.selected.size + app.roster.unselected.size === 0
        ? 'Nobody is selected: space selects.'
        : null,
    run: () => ({ type: 'unselect' }),
  },
];

const changing: RosterCommand[] = [
  {
    id: 'roster.edit',
    layer,
    needs: 'selection',
    title: 'Edit the selected users, or the current one',
    keys: ['e'],
    hint: 'edit',
    weight: 8,
    changes: true,
    disabledReason: needsRowOrSelection,
    run: () => ({ type: 'form-open', of: 'edit' }),
  },
  {
    id: 'roster.add',
    layer,
    title: 'Add people of the account as users',
    keys: ['a'],
    // Without people the list says what is missing.
    hint: app => (app.account.hasPeople ? 'add' : null),
    weight: 7,
    changes: true,
    run: () => ({ type: 'form-open', of: 'add' }),
  },
  {
    id: 'roster.remove',
    layer,
    needs: 'selection',
    title: 'Remove the selected users, or the current one',
    keys: ['x'],
    hint: 'remove',
    weight: 8,
    changes: true,
    disabledReason: needsRowOrSelection,
    run: () => ({ type: 'request', of: 'remove' }),
  },
  {
    id: 'roster.leavers',
    layer,
    title: 'Remove the people who left and hold licenses',
    keys: ['L'],
    hint: 'leavers',
    weight: 7,
    changes: true,
    disabledReason: needsLeavers,
    run: () => ({ type: 'request', of: 'leavers' }),
  },
  {
    id: 'roster.resolve',
    layer,
    needs: 'selection',
    title: 'Decide what both sides changed: theirs or mine',
    keys: ['d'],
    hint: app => (isClashShown(app) ? 'theirs or mine' : null),
    weight: 8,
    changes: true,
    when: isConnected,
    disabledReason: needsClash,
    run: () => ({ type: 'clash-account' }),
  },
  {
    id: 'roster.resolve-all',
    layer,
    title: 'Decide what both sides changed, of everybody',
    keys: [],
    changes: true,
    when: isConnected,
    run: () => ({ type: 'effect', effect: { type: 'clashes', ids: null, opens: true } }),
  },
  {
    id: 'roster.undo',
    layer,
    title: 'Undo my newest change',
    keys: ['u'],
    hint: 'undo',
    weight: 7,
    changes: true,
    disabledReason: needsChange,
    run: () => ({ type: 'request', of: 'undo' }),
  },
  {
    id: 'roster.redo',
    layer,
    title: 'Redo what I undid last',
    keys: ['ctrl+r'],
    changes: true,
    run: () => ({ type: 'request', of: 'redo' }),
  },
];

const narrowing: RosterCommand[] = [
  {
    id: 'roster.search',
    layer,
    title: 'Search',
    keys: ['/'],
    hint: 'search',
    weight: 9,
    disabledReason: needsUsers,
    run: () => ({ type: 'search-open' }),
  },
  ...filterCommands,
  {
    id: 'roster.sort-back',
    layer,
    needs: 'rows',
    title: 'Sort by the previous column',
    keys: ['<'],
    disabledReason: needsRow,
    run: () => ({ type: 'sort', step: -1 }),
  },
  {
    id: 'roster.sort-next',
    layer,
    needs: 'rows',
    title: 'Sort by the next column',
    keys: ['>'],
    hint: 'sort',
    hintKeys: '< >',
    weight: 1,
    disabledReason: needsRow,
    run: () => ({ type: 'sort', step: 1 }),
  },
  {
    id: 'roster.sort-reverse',
    layer,
    needs: 'rows',
    title: 'Reverse the order',
    keys: ['='],
    disabledReason: needsRow,
    run: () => ({ type: 'reverse' }),
  },
  {
    id: 'roster.columns',
    layer,
    title: 'Columns: which, in what order',
    keys: ['c'],
    hint: 'columns',
    run: () => ({ type: 'pick-open', purpose: 'columns' }),
  },
];

const others: RosterCommand[] = [
  {
    id: 'roster.copy',
    layer,
    needs: 'selection',
    title: 'Copy the e-mail, or the selected rows as CSV',
    keys: ['y'],
    hint: 'copy',
    disabledReason: needsRowOrSelection,
    run: () => ({ type: 'copy' }),
  },
  {
    id: 'roster.help',
    layer,
    title: 'All keys of this screen',
    keys: ['?'],
    hint: 'all keys',
    weight: 10,
    run: () => ({ type: 'pick-open', purpose: 'commands' }),
  },
  {
    id: 'roster.palette',
    layer,
    title: 'All commands, typed to narrow',
    keys: [':'],
    run: () => ({ type: 'pick-open', purpose: 'commands', everywhere: true }),
  },
  {
    id: 'roster.back',
    layer,
    title: 'One step back: range, search, filters',
    keys: ['escape'],
    run: () => ({ type: 'back' }),
  },
  {
    id: 'roster.quit',
    layer,
    title: 'Quit',
    keys: ['q'],
    run: () => ({ type: 'effect', effect: { type: 'quit' } }),
  },
];

/** What can be done on the roster itself, in the order in which help lists it. */
export const rosterCommands: RosterCommand[] = [
  ...unsavedCommands,
  ...selecting,
  ...changing,
  ...pageCommands,
  ...narrowing,
  ...others,
  ...movingCommands,
];
