import type { Facts, Subject } from '../../source/roster/facts.ts';
import { newSettings, type Person, type User, type UserSettings } from '../../source/roster/user.ts';

export const admin = { id: 1, name: 'Admin' };
export const supervisor = { id: 2, name: 'Supervisor' };
export const agent = { id: 3, name: 'Agent' };
export const billing = { id: 1, name: 'Billing', channel: 'voice' as const };
export const sales = { id: 2, name: 'Sales', channel: 'messaging' as const };

export function person(person_id: number, more: Partial<Person> = {}): Person {
  return {
    person_id,
    user_id: `U${person_id}`,
    user_email: `p${person_id}@acme.example`,
    first_name: 'Person',
    last_name: String(person_id),
    display_name: `Person ${person_id}`,
    department: '',
    account_status: 'active',
    ...more,
  };
}

/** Somebody of the account without a license. */
export function unlicensed(person_id: number, more: Partial<Person> = {}): Subject & { person: Person } {
  const somebody = person(person_id, more);
  return { asked: somebody.user_email, person: somebody, user: null };
}

/** A contact center user, an agent unless told otherwise. */
export function licensed(
  person_id: number,
  settings: Partial<UserSettings> = {},
  version = 1,
): Subject & { person: Person; user: User } {
  const subject = unlicensed(person_id);
  const user: User = {
    person: subject.person,
    settings: { ...newSettings(agent), ...settings },
    added_at: '2026-11-23T07:41:00.000Z',
    modified_at: '2026-11-23T07:41:00.000Z',
    modified_by: 'maria',
    version,
  };
  return { ...subject, user };
}

/** An address that nobody in the account has. */
export function nobodyCalled(asked: string): Subject {
  return { asked, person: null, user: null };
}

export function factsAbout(subjects: Subject[], more: Partial<Facts> = {}): Facts {
  return {
    account: { account_name: 'Acme', plan: 'business', license_model: 'named' },
    pools: [
      { package_name: 'essentials', total: 100, used: 10 },
      { package_name: 'premium', total: 2, used: 1 },
    ],
    roles: [admin, agent, supervisor],
    queues: [billing, sales],
    subjects,
    notRemovable: new Map(),
    ...more,
  };
}

export function concurrent(more: Partial<Facts> = {}): Partial<Facts> {
  return { account: { account_name: 'Acme', plan: 'business', license_model: 'concurrent' }, ...more };
}
