import type { Action } from '../../../app/layers.ts';
import type { App } from '../../../app/state.ts';
import type { Command } from '../../../keys/command.ts';
import { openForm } from '../open-form.ts';

const layer = 'people';

function picks(app: App): number {
  return openForm(app)?.people?.picked.size ?? 0;
}

/** Why nobody can be picked, or null. */
function needsCandidate(app: App): string | null {
  const people = openForm(app)?.people;
  if (!people || people.candidates.length > 0) return null;
  if (!app.account.hasPeople) return 'Nobody is in the account yet.';
  return people.field.value.trim() === ''
    ? 'Everybody in the account has a license.'
    : 'Nobody matches. Backspace widens the search.';
}

/** The keys of the list of people to add; all others narrow it. */
export const peopleCommands: Command<App, Action>[] = [
  {
    id: 'people.pick',
    layer,
    title: 'Pick, or not, and move down',
    keys: ['tab'],
    disabledReason: needsCandidate,
    hint: 'pick',
    weight: 9,
    run: () => ({ type: 'people-pick' }),
  },
  {
    id: 'people.done',
    layer,
    title: 'On to their settings, with those picked, or the current one',
    keys: ['enter'],
    disabledReason: app => (picks(app) > 0 ? null : needsCandidate(app)),
    hint: app => (picks(app) > 0 ? 'their settings' : 'this one, then settings'),
    weight: 8,
    run: () => ({ type: 'people-done', take: true }),
  },
  {
    id: 'people.leave',
    layer,
    title: 'Empty the search, then leave',
    keys: ['escape'],
    hint: app => (openForm(app)?.people?.field.value ? 'empty the search' : 'leave'),
    weight: 7,
    run: () => ({ type: 'people-leave' }),
  },
  {
    id: 'people.other-pane',
    layer,
    title: 'To the settings and back',
    keys: ['shift+tab'],
    hint: 'settings',
    weight: 3,
    run: () => ({ type: 'people-done', take: false }),
  },
  {
    id: 'people.up',
    layer,
    title: 'Up',
    keys: ['up'],
    hint: app => (needsCandidate(app) === null ? 'move' : null),
    hintKeys: '↑↓',
    run: () => ({ type: 'people-move', by: -1 }),
  },
  { id: 'people.down', layer, title: 'Down', keys: ['down'], run: () => ({ type: 'people-move', by: 1 }) },
  {
    id: 'people.page-up',
    layer,
    title: 'A page up',
    keys: ['pageup'],
    run: () => ({ type: 'people-move', by: -15 }),
  },
  {
    id: 'people.page-down',
    layer,
    title: 'A page down',
    keys: ['pagedown'],
    run: () => ({ type: 'people-move', by: 15 }),
  },
];
