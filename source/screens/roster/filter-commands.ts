import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';
import { needsUsers } from './needs-row.ts';

const layer = 'roster';

/** What narrows the table to some of the users. */
export const filterCommands: Command<App, Action>[] = [
  {
    id: 'roster.queue',
    layer,
    title: 'Filter by queue',
    keys: ['f'],
    hint: 'queue',
    weight: 6,
    disabledReason: needsUsers,
    run: () => ({ type: 'pick-open', purpose: 'queue' }),
  },
  {
    id: 'roster.queue-clear',
    layer,
    title: 'Clear the queue filter',
    keys: ['F'],
    run: () => ({ type: 'view', change: { queue: null } }),
  },
  {
    id: 'roster.status',
    layer,
    title: 'Status filter: All, Active, Inactive',
    keys: ['s'],
    hint: 'status',
    weight: 5,
    disabledReason: needsUsers,
    run: () => ({ type: 'status', step: 1 }),
  },
  {
    id: 'roster.status-back',
    layer,
    title: 'Status filter, backward',
    keys: ['S'],
    disabledReason: needsUsers,
    run: () => ({ type: 'status', step: -1 }),
  },
  {
    id: 'roster.role',
    layer,
    title: 'Filter by role',
    keys: ['r'],
    hint: 'role',
    weight: 3,
    disabledReason: needsUsers,
    run: () => ({ type: 'pick-open', purpose: 'role' }),
  },
  {
    id: 'roster.package',
    layer,
    title: 'Package filter: All, Essentials, Premium, Elite',
    keys: ['p'],
    disabledReason: needsUsers,
    run: () => ({ type: 'package', step: 1 }),
  },
  {
    id: 'roster.package-back',
    layer,
    title: 'Package filter, backward',
    keys: ['P'],
    disabledReason: needsUsers,
    run: () => ({ type: 'package', step: -1 }),
  },
];
