import type { ScreenLayer } from '../../../app/layer.ts';
import type { PeopleLayer } from '../state.ts';
import { peopleCommands } from './commands.ts';
import {
  candidatesListed,
  candidatesNamed,
  done,
  leave,
  moved,
  pick,
  typeInPeople,
  withPane,
} from './reducer.ts';

type PeopleAction =
  | { type: 'people-move'; by: number }
  | { type: 'people-pick' }
  | { type: 'people-done'; take: boolean }
  | { type: 'people-leave' };

/** The list of people of the form below has the keys. */
export const peopleLayer: ScreenLayer<PeopleLayer, PeopleAction> = {
  kind: 'people',
  title: 'Adding: the people',
  commands: peopleCommands,
  reduce: {
    'people-move': withPane((app, people, { by }) => moved(app, people, by)),
    'people-pick': withPane(pick),
    'people-done': withPane((app, people, { take }) => done(app, people, take)),
    'people-leave': withPane(leave),
  },
  requests: {},
  typing: withPane(typeInPeople),
  outcomes: { candidates: candidatesListed, 'candidates-named': candidatesNamed },
};
