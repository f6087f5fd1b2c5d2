import type { Action } from '../../app/layers.ts';
import type { App } from '../../app/state.ts';
import type { Command } from '../../keys/command.ts';

const layer = 'roster';

const when = (app: App) => app.unsaved.length > 0;

/** What can be done with a form that an earlier session left unsaved. */
export const unsavedCommands: Command<App, Action>[] = [
  {
    id: 'roster.go-on',
    layer,
    title: 'Go on with the form that was not saved',
    keys: ['R'],
    hint: 'unsaved form',
    weight: 9.5,
    changes: true,
    when,
    run: () => ({ type: 'form-restore' }),
  },
  {
    id: 'roster.forget',
    layer,
    title: 'Forget the form that was not saved',
    keys: [],
    when,
    run: () => ({ type: 'form-forget' }),
  },
];
