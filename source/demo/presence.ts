import type { UserSettings } from '../roster/users/user.ts';
import type { Presence, presenceReasons, UserAccess } from '../roster/users/vocabulary.ts';
import { type Random, weighted } from './random.ts';

const presences = weighted<Presence>([
  ['Offline', 36],
  ['Ready', 28],
  ['Occupied', 22],
  ['Not Ready', 14],
]);

const reasons = weighted<(typeof presenceReasons)[number]>([
  ['Break', 30],
  ['Meal', 25],
  ['Meeting', 18],
  ['Training', 15],
  ['End Shift', 9],
  ['Forced', 3],
]);

/** Where somebody is right now; who may not get in is nowhere. */
export function choosePresence(
  random: Random,
  access: UserAccess,
): Pick<UserSettings, 'status_name' | 'sub_status_name'> {
  const status_name = access === 'inactive' ? 'Offline' : presences(random);
  return { status_name, sub_status_name: status_name === 'Not Ready' ? reasons(random) : null };
}
