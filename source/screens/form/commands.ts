import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';
import { fields } from '../../roster/users/fields.ts';
import { editsOf } from './edits.ts';
import { currentRow, openForm } from './open-form.ts';

const layer = 'form';

/** The keys of a form while no field is open. */
export const formCommands: Command<App, Action>[] = [
  {
    id: 'form.open',
    layer,
    title: 'Open the field',
    keys: ['enter'],
    hint: app => (disabledOpen(app) ? null : 'open'),
    weight: 8,
    disabledReason: disabledOpen,
    run: () => ({ type: 'form-enter' }),
  },
  {
    id: 'form.save',
    layer,
    title: 'Save',
    keys: ['s'],
    hint: 'save',
    weight: 9,
    changes: true,
    run: () => ({ type: 'form-save' }),
  },
  {
    id: 'form.take-back',
    layer,
    title: 'Take back what was changed in this field',
    keys: ['u'],
    hint: app => (disabledTakeBack(app) ? null : 'take back'),
    weight: 6,
    disabledReason: disabledTakeBack,
    run: () => ({ type: 'form-take-back' }),
  },
  {
    id: 'form.empty',
    layer,
    title: 'Leave this field empty',
    keys: ['c'],
    hint: app => (disabledEmpty(app) ? null : 'empty'),
    weight: 4,
    disabledReason: disabledEmpty,
    run: () => ({ type: 'form-empty' }),
  },
  {
    id: 'form.people',
    layer,
    title: 'Back to the people',
    keys: ['/', 'left'],
    hint: 'people',
    weight: 5,
    when: app => openForm(app)?.people != null,
    run: () => ({ type: 'form-people' }),
  },
  {
    id: 'form.up',
    layer,
    title: 'The field above',
    keys: ['up', 'k', 'shift+tab'],
    hint: 'move',
    hintKeys: '↑↓',
    weight: 1,
    run: () => ({ type: 'form-move', by: -1 }),
  },
  {
    id: 'form.down',
    layer,
    title: 'The field below',
    keys: ['down', 'j', 'tab'],
    run: () => ({ type: 'form-move', by: 1 }),
  },
  {
    id: 'form.first',
    layer,
    title: 'The first field',
    keys: ['home', 'g', 'pageup'],
    run: () => ({ type: 'form-jump', to: 'first' }),
  },
  {
    id: 'form.last',
    layer,
    title: 'The last field',
    keys: ['end', 'G', 'pagedown'],
    run: () => ({ type: 'form-jump', to: 'last' }),
  },
  {
    id: 'form.leave',
    layer,
    title: 'Leave; asks if something is not saved',
    keys: ['escape', 'q'],
    hint: 'leave',
    weight: 7,
    run: () => ({ type: 'form-leave' }),
  },
  {
    id: 'form.help',
    layer,
    title: 'All keys of this form',
    keys: ['?'],
    hint: 'all keys',
    weight: 10,
    run: () => ({ type: 'pick-open', purpose: 'commands' }),
  },
];

function disabledOpen(app: App): string | null {
  const form = openForm(app);
  return (form && currentRow(form)?.disabled) ?? null;
}

function disabledTakeBack(app: App): string | null {
  const form = openForm(app);
  const row = form && currentRow(form);
  if (!form || !row) return 'No field is open.';
  const changed = row.name === 'template' ? form.template !== null : editsOf(form, row.name).length > 0;
  return changed ? null : `${row.label} is not changed.`;
}

function disabledEmpty(app: App): string | null {
  const form = openForm(app);
  const row = form && currentRow(form);
  if (!form || !row) return 'No field is open.';
  if (row.disabled) return row.disabled;
  if (row.name === 'template') return 'u takes the template back.';
  if (fields[row.name].cleared === undefined) return `${row.label} can't be empty: a user always has one.`;
  const { varies, value } = form.after[row.name] ?? form.before[row.name];
  const filled = varies || (Array.isArray(value) ? value.length > 0 : value !== null && value !== '');
  return filled ? null : `${row.label} is empty.`;
}
