import type { Random } from '../../source/demo/random.ts';
import { found, makeLookup, makePortalCatalog, type PortalCatalog } from './portal-catalog.ts';
import { randomEdit } from './portal-random.ts';
import { type Clock, isoTime } from './rules/clock.ts';
import type { CatalogChanges } from './state/catalog-changes.ts';
import type { Changes, UserChange } from './state/changes.ts';
import type { Ids } from './state/ids.ts';
import type { Access, Assignment, Membership, OptStatus, Person, State, User } from './state/state.ts';

/**
 * Another admin, who works in the vendor's own pages meanwhile. Users, roles and queues are named by ID; users and people
 * by e-mail too, roles, queues, teams and skills by name. What does not exist throws.
 */
export interface Portal {
  rename(user: string, display_name: string): void;
  setRole(user: string, role: string): void;
  setAccess(user: string, access: Access): void;
  setStatus(user: string, status_id: string, sub_status_id?: string): void;
  setRegion(user: string, region: string): void;
  /** Any other fields. */
  set(user: string, change: UserChange): void;
  /** Gives a license to somebody of the account; makes them, where the e-mail is nobody's. */
  addUser(email: string, role?: string): User;
  removeUser(user: string): void;
  addToQueue(user: string, queue: string, as?: Membership): void;
  removeFromQueue(user: string, queue: string, as?: Membership): void;
  /** Throws if they are not an agent of it. */
  setOptStatus(user: string, queue: string, status: OptStatus): void;
  /** Out of the team that they were in; null leaves them in none. */
  setTeam(user: string, team: string | null, as?: Assignment): void;
  /** Also another level of one that is held. */
  setSkill(user: string, skill: string, level?: number | null): void;
  removeSkill(user: string, skill: string): void;
  /** How many licenses of a package or an add-on there are. */
  setLicenses(license: string, count: number): void;
  addPerson(email: string, fields?: Partial<Person>): Person;
  setPerson(person: string, fields: Partial<Omit<Person, 'id' | 'email'>>): void;
  /** Out of the account, with the license if there is one. */
  removePerson(person: string): void;
  readonly catalog: PortalCatalog;
  /** Does `times` of these at random and says what it did. */
  random(random: Random, times: number): string[];
}

export function makePortal(
  state: State,
  changes: Changes,
  catalog: CatalogChanges,
  ids: Ids,
  clock: Clock,
): Portal {
  const lookup = makeLookup(state);
  const idOf = (named: string) => state.emails.get(named.toLowerCase()) ?? named;
  const personOf = (named: string) => found(state.people.get(idOf(named)), 'person', named);
  const userOf = (named: string) => found(state.users.get(idOf(named)), 'user', named);
  const set = (user: string, change: UserChange) => changes.set(userOf(user), change);
  const portal: Portal = {
    rename: (user, display_name) => set(user, { display_name }),
    setRole: (user, role) => set(user, { role_id: lookup.role(role).role_id }),
    setAccess: (user, user_access) => set(user, { user_access }),
    setStatus: (user, status_id, sub_status_id = '') => set(user, { status_id, sub_status_id }),
    setRegion: (user, region) => set(user, { region_id: lookup.region(region).region_id }),
    set,
    addUser(email, role = 'Agent') {
      const person = state.emails.has(email.toLowerCase()) ? personOf(email) : portal.addPerson(email);
      if (state.users.has(person.id)) throw new Error(`${email} is a user already.`);
      return changes.add(person, lookup.role(role).role_id, {});
    },
    removeUser: user => changes.remove(userOf(user)),
    addToQueue: (user, queue, as = 'agent') => changes.join(lookup.queue(queue), userOf(user), as),
    removeFromQueue: (user, queue, as = 'agent') => void changes.leave(lookup.queue(queue), userOf(user), as),
    setOptStatus(user, queue, status) {
      if (!changes.opt(lookup.queue(queue), userOf(user), status))
        throw new Error(`${user} is not an agent of ${queue}.`);
    },
    setTeam: (user, team, as) =>
      changes.moveToTeam(userOf(user), team === null ? null : lookup.team(team).team_id, as),
    setSkill(user, named, level) {
      const skill = lookup.skill(named);
      const { max_proficiency_level } = state.categories.get(skill.skill_category_id)!;
      changes.hold(userOf(user), skill.skill_id, max_proficiency_level === null ? null : (level ?? 1));
    },
    removeSkill: (user, skill) => void changes.drop(userOf(user), lookup.skill(skill).skill_id),
    setLicenses: (license, count) => void state.pools.set(license, count),
    addPerson(email, fields) {
      const [name] = email.split('@') as [string];
      const names = { first_name: name, last_name: 'Novak', display_name: `${name} Novak` };
      const id = ids.short();
      const created_at = isoTime(clock.now());
      const person: Person = { id, email, ...names, dept: 'Care', status: 'active', created_at, ...fields };
      state.people.set(id, person);
      state.emails.set(email.toLowerCase(), id);
      return person;
    },
    setPerson: (person, fields) => void Object.assign(personOf(person), fields),
    removePerson(named) {
      const person = personOf(named);
      const user = state.users.get(person.id);
      if (user) changes.remove(user);
      state.people.delete(person.id);
      state.emails.delete(person.email.toLowerCase());
    },
    catalog: makePortalCatalog(state, lookup, catalog, ids, clock),
    random: (random, times) => Array.from({ length: times }, () => randomEdit(portal, state, random)),
  };
  return portal;
}
