import { type MadeUpPerson, peopleOfAccount } from '../../../source/demo/people.ts';
import { randomFor } from '../../../source/demo/random.ts';
import { settingsMaker } from '../../../source/demo/settings.ts';
import type { Organization } from '../../../source/demo/write-organization.ts';
import type { QueueAssignment, UserSettings } from '../../../source/roster/users/user.ts';

/** A department whose people are removed and edited together; found by its name. */
export const nightDesk = 'Night Desk';
/** The department of those who have no license yet. */
export const newHires = 'New Hires';
/** As many are added at once. */
export const newHireCount = 1_000;

const queuesEach = 3;
const topic = 9;

/** Of so many users the last are in the night desk: as many as a change set holds, or half of all. */
export function nightDeskSize(users: number): number {
  return Math.min(10_000, Math.floor(users / 2));
}

/** Everybody of the account: `users` who are to get a license, then the new hires. */
export function* everybody(users: number): Generator<MadeUpPerson> {
  const next = peopleOfAccount();
  for (let number = 1; number <= users + newHireCount; number++) {
    const person = next();
    if (number > users) yield { ...person, department: newHires };
    else if (number > users - nightDeskSize(users)) yield { ...person, department: nightDesk };
    else yield person;
  }
}

/** Makes up settings as the demo does, but with exactly three queues for everybody. */
export function licenseMaker(organization: Organization): (person: MadeUpPerson) => UserSettings {
  const makeSettings = settingsMaker(organization);
  const all = [...organization.queues.values()];
  return person => {
    const settings = makeSettings(person);
    const random = randomFor(topic, person.number);
    const queues: QueueAssignment[] = settings.queues.slice(0, queuesEach);
    while (queues.length < queuesEach) {
      const queue = random.pick(all);
      if (queues.some(({ id }) => id === queue.id)) continue;
      queues.push({ ...queue, user_assignment_type: 'agent', opted_in: true });
    }
    return { ...settings, queues };
  };
}
