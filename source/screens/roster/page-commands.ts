import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import { whyNoFiles, whyNotHistory } from '../../app/why-not.ts';
import type { Command } from '../../keys/command.ts';
import { needsChange, needsRow, needsRowOrSelection } from './needs-row.ts';

const layer = 'roster';

/** What leads from the roster to another page, a menu or a file. */
export const pageCommands: Command<App, Action>[] = [
  {
    id: 'roster.open',
    layer,
    needs: 'rows',
    title: 'One user: all settings and last changes',
    keys: ['enter'],
    hint: 'open',
    weight: 8,
    disabledReason: needsRow,
    run: () => ({ type: 'user-open' }),
  },
  {
    id: 'roster.menu',
    layer,
    needs: 'selection',
    title: 'Menu of the selected users, or the current one',
    keys: ['.'],
    hint: 'menu',
    weight: 2,
    disabledReason: needsRowOrSelection,
    run: () => ({ type: 'pick-open', purpose: 'row' }),
  },
  {
    id: 'roster.history',
    layer,
    title: 'History: every change, by whom, and its undoing',
    keys: ['h'],
    hint: app => (app.viewer.mayReadHistory ? 'history' : null),
    weight: 4,
    disabledReason: app => whyNotHistory(app) ?? needsChange(app),
    run: () => ({ type: 'history-open', of: null }),
  },
  {
    id: 'roster.pushes',
    layer,
    title: 'Pushes: what the account has, what waits, what it refused',
    keys: ['w'],
    hint: app => (app.account.source?.waiting && app.viewer.mayReadHistory ? 'pushes' : null),
    weight: 5,
    disabledReason: app => whyNotPushes(app) ?? whyNotHistory(app),
    run: () => ({ type: 'pushes-open' }),
  },
  {
    id: 'roster.usage',
    layer,
    title: 'Licenses and usage',
    keys: ['l'],
    hint: 'licenses',
    run: () => ({ type: 'usage-open' }),
  },
  {
    id: 'roster.import',
    layer,
    title: 'Import a CSV file, after a preview',
    keys: ['I'],
    changes: true,
    disabledReason: app => whyNoFiles(app, 'import - < users.csv'),
    run: () => ({ type: 'prompt-open', purpose: 'import' }),
  },
  {
    id: 'roster.export',
    layer,
    title: 'Export the users who match as CSV',
    keys: ['E'],
    disabledReason: app => whyNoFiles(app, 'export > users.csv'),
    run: () => ({ type: 'prompt-open', purpose: 'export' }),
  },
];

function whyNotPushes({ account }: App): string | null {
  return account.source ? null : 'This roster is connected to no account.';
}
