import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import type { ThingChange } from '../../source/roster/push/catalog-steps.ts';
import { type KnownThings, pushSteps } from '../../source/roster/push/push-steps.ts';
import { peopleOf } from '../../source/roster/push/step.ts';
import type { UserSettings } from '../../source/roster/users/user.ts';
import { type billing, licensed, main, type sales } from './build.ts';

/** What the account has of `build.ts`. */
export const known: KnownThings = {
  ids: new Map([
    [
      'role',
      new Map([
        ['r2', 2],
        ['r3', 3],
      ]),
    ],
    [
      'region',
      new Map([
        ['g1', 1],
        ['g2', 2],
      ]),
    ],
    [
      'queue',
      new Map([
        ['q1', 1],
        ['q2', 2],
      ]),
    ],
    [
      'skill',
      new Map([
        ['s1', 1],
        ['s2', 2],
      ]),
    ],
    [
      'team',
      new Map([
        ['t1', 1],
        ['t2', 2],
      ]),
    ],
  ]),
  mainRegion: main.id,
  categories: new Set(['languages']),
};

/** Settings of an agent in the main region. */
export const settings = (more: Partial<UserSettings> = {}): UserSettings => licensed(1, more).user.settings;

/** What is pushed of these users, all alike; `was` null: they are added. */
export function pushed(
  was: Partial<UserSettings> | null,
  now: Partial<UserSettings> | null,
  {
    users = 1,
    catalog = [],
    knows = known,
  }: { users?: number; catalog?: ThingChange[]; knows?: KnownThings } = {},
) {
  const people = Array.from({ length: users }, (_, index) => index + 1);
  const base = new Map(was ? people.map(id => [id, settings(was) as RemoteSettings]) : []);
  const wanted = people.map(person_id => ({ person_id, settings: now && settings(now) }));
  return pushSteps({ users: wanted, catalog }, base, knows);
}

/** Each step in short: the operation, how many users, and what it is about. */
export const short = ({ steps }: ReturnType<typeof pushed>) =>
  steps.map(step => {
    const about = 'thing_id' in step ? ` ${step.thing_id}` : '';
    return `${step.operation}${about} ×${peopleOf(step).length}`;
  });

/** In a queue, as an agent who is opted in unless told otherwise. */
export const inQueue = (
  queue: typeof billing | typeof sales,
  user_assignment_type: 'agent' | 'supervisor' | 'both' = 'agent',
  opted_in = true,
) => ({ ...queue, user_assignment_type, opted_in });
