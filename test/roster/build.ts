import type { Operator } from '../../source/roster/access/privileges.ts';
import type { Catalog } from '../../source/roster/catalog/catalog.ts';
import type { Facts, PoolUse, Subject, UndoFacts } from '../../source/roster/plan/facts.ts';
import { newSettings, type Person, type User, type UserSettings } from '../../source/roster/users/user.ts';
import { openLists } from '../../source/roster/users/vocabulary.ts';

export const admin = { id: 1, name: 'Admin' };
export const supervisor = { id: 2, name: 'Supervisor' };
export const agent = { id: 3, name: 'Agent' };
export const billing = { id: 1, name: 'Billing', channel: 'voice' as const };
export const sales = { id: 2, name: 'Sales', channel: 'messaging' as const };
export const spanish = { id: 1, name: 'Spanish' };
export const refunds = { id: 2, name: 'Refunds' };
export const tierOne = { id: 1, name: 'Tier 1' };
export const europe = { id: 2, name: 'Europe' };
/** The main region, where everybody is who is added without one. */
export const main = { id: 1, name: 'Main' };

/** What the account has: Spanish has levels, Refunds has none. */
export const catalog: Catalog = {
  roles: [admin, agent, supervisor].map(role => ({ ...role, built_in: true, privileges: [] })),
  queues: [billing, sales].map(queue => ({ ...queue, description: '' })),
  skills: [
    { ...refunds, category: 'Topics', graded: false },
    { ...spanish, category: 'Languages', graded: true },
  ],
  teams: [tierOne, { id: 2, name: 'Tier 2' }],
  regions: [
    { ...europe, is_main: false },
    { ...main, is_main: true },
  ],
  templates: [],
  words: openLists,
};

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
    settings: { ...newSettings(agent), region: main, ...settings },
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
    account: {
      account_name: 'Acme',
      plan: 'business',
      license_model: 'named',
      rate_share: 0.5,
      notices: 'zoom',
      is_connected: false,
      notice_subject: null,
      notice_text: null,
    },
    pools: [...essentials(100, 10), { package_name: 'premium', total: 2, used: 1, exceeded_since: null }],
    packages: [],
    catalog,
    operators: [],
    operator: maria,
    subjects,
    notRemovable: new Map(),
    ...more,
  };
}

/** The operator at work: the owner, who is no account user. */
const maria: Operator = {
  operator_id: 1,
  operator_name: 'maria',
  role_name: 'Admin',
  is_owner: true,
  privileges: [],
  user_email_key: null,
};

/** A single pool, of essentials. */
export function essentials(total: number, used: number): PoolUse[] {
  return [{ package_name: 'essentials', total, used, exceeded_since: null }];
}

export function concurrent(more: Partial<Facts> = {}): Partial<Facts> {
  return {
    account: {
      account_name: 'Acme',
      plan: 'business',
      license_model: 'concurrent',
      rate_share: 0.5,
      notices: 'zoom',
      is_connected: false,
      notice_subject: null,
      notice_text: null,
    },
    ...more,
  };
}

/** What an undo needs to know besides, of a roster in which nothing else happened. */
export function undoFacts(more: Partial<UndoFacts> = {}): UndoFacts {
  const stacks = { undo: null, redo: null };
  return {
    stacks,
    takenBack: new Map(),
    refusedParts: new Map(),
    later: new Map(),
    lost: new Map(),
    unsent: new Set(),
    removedThere: false,
    ...more,
  };
}
