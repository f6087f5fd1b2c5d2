import { keyLabel } from '../keys/key-labels.ts';
import { commandTable } from './command-table.ts';
import { layers } from './layers.ts';

/** All keys as the manual and the docs list them, screen by screen. What has no key of its own is found behind `:`. */
export const keyGroups = [...layers, { kind: 'everywhere', title: 'Everywhere' }].map(({ kind, title }) => ({
  title,
  keys: commandTable
    .filter(command => command.layer === kind)
    .map(({ keys, title }) => ({ labels: (keys.length > 0 ? keys : [':']).map(keyLabel), title })),
}));
