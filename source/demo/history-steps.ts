import type { Intent } from '../roster/plan/plan.ts';
import { type FieldEdit, setField } from '../roster/users/field-edit.ts';
import type { UserSettings } from '../roster/users/user.ts';
import { cast } from './cast.ts';
import { leaversBeyond, newcomers } from './comings-and-goings.ts';
import type { Authors } from './operators.ts';

/** Something that somebody did to the roster in the last weeks. */
export interface HistoryStep {
  who: keyof Authors;
  via: string;
  daysAgo: number;
  /** UTC. */
  clock: string;
  /** `undo-last` takes back the step before. */
  intent: Exclude<Intent, { kind: 'undo' }> | { kind: 'undo-last' };
  people: number[];
}

const atDesk = 'local';
const fromHome = 'ssh 203.0.113.24';
const fromOsaka = 'ssh 198.51.100.7';

/** What happened in the last weeks, the oldest first; `first` are the settings of the first users, by number. */
export function historySteps(first: ReadonlyMap<number, UserSettings>, users: number): HistoryStep[] {
  const agents = [...first].filter(
    ([number, { role, user_access }]) =>
      number > cast.length && role.name === 'Agent' && user_access === 'active',
  );
  const agentsIn = (queue: string) =>
    agents.filter(([, { queues }]) => queues.some(({ name }) => name === queue)).map(([number]) => number);
  const [trainees, supervisors, analysts] = newcomers.map(({ role, numbers }) => ({
    intent: { kind: 'add' as const, edits: [setField('role', role)], template: null },
    people: numbers.filter(number => number <= users),
  }));
  const onLeave = agentsIn('Support Tier 2').slice(0, 3);
  const promoted = agentsIn('Billing').slice(4, 5);
  const moving = agentsIn('Sales').slice(2, 7);
  const mistaken = agentsIn('Returns & Refunds').slice(0, 4);
  return [
    { who: 'maria', via: atDesk, daysAgo: 26, clock: '08:12', ...trainees! },
    {
      who: 'maria',
      via: atDesk,
      daysAgo: 26,
      clock: '08:19',
      intent: edit({ field: 'queues', op: 'add', text: 'Chat; E-mail Desk' }),
      people: trainees!.people,
    },
    {
      who: 'jonas',
      via: fromHome,
      daysAgo: 21,
      clock: '16:47',
      intent: edit(setField('role', 'Supervisor')),
      people: promoted,
    },
    {
      who: 'misaki',
      via: fromOsaka,
      daysAgo: 17,
      clock: '01:30',
      intent: edit(setField('user_access', 'inactive')),
      people: onLeave,
    },
    { who: 'maria', via: atDesk, daysAgo: 13, clock: '09:05', ...supervisors! },
    {
      who: 'jonas',
      via: atDesk,
      daysAgo: 11,
      clock: '13:58',
      intent: edit(
        { field: 'queues', op: 'add', text: 'Billing' },
        { field: 'queues', op: 'remove', text: 'Sales' },
      ),
      people: moving,
    },
    {
      who: 'maria',
      via: atDesk,
      daysAgo: 8,
      clock: '10:21',
      intent: { kind: 'remove' },
      people: mistaken,
    },
    {
      who: 'maria',
      via: atDesk,
      daysAgo: 8,
      clock: '10:24',
      intent: { kind: 'undo-last' },
      people: mistaken,
    },
    {
      who: 'jonas',
      via: fromHome,
      daysAgo: 5,
      clock: '17:33',
      intent: { kind: 'remove' },
      people: leaversBeyond(users),
    },
    {
      who: 'misaki',
      via: fromOsaka,
      daysAgo: 3,
      clock: '00:46',
      intent: edit(setField('user_access', 'active')),
      people: onLeave.slice(0, 1),
    },
    { who: 'maria', via: atDesk, daysAgo: 1, clock: '14:08', ...analysts! },
  ];
}

function edit(...edits: FieldEdit[]): Intent & { kind: 'edit' } {
  return { kind: 'edit', edits, template: null };
}
