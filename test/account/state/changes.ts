import { type Clock, isoTime } from '../rules/clock.ts';
import {
  type Assignment,
  type Membership,
  mainRegion,
  type OptStatus,
  offline,
  type Person,
  type Queue,
  type State,
  type User,
} from './state.ts';

export type UserEvent = 'user_created' | 'user_updated' | 'user_deleted' | 'user_status_changed';

/** Fields that a change sets as they are. */
export type UserChange = Partial<
  Omit<User, 'user_id' | 'user_email' | 'skills' | 'modified_by' | 'last_modified_time'>
>;

/** The only way to change users: it keeps who did it and when, and tells whoever listens. */
export interface Changes {
  add(person: Person, role_id: string, change: UserChange): User;
  set(user: User, change: UserChange): void;
  remove(user: User): void;
  join(queue: Queue, user: User, as: Membership): void;
  /** False where the user was not in it. */
  leave(queue: Queue, user: User, as: Membership): boolean;
  /** False where the user is not an agent of it. */
  opt(queue: Queue, user: User, status: OptStatus): boolean;
  /** Out of the team that they were in, and out of any where `team` is null. */
  moveToTeam(user: User, team: string | null, as?: Assignment): void;
  hold(user: User, skill: string, level: number | null): void;
  /** False where the user did not have it. */
  drop(user: User, skill: string): boolean;
}

export type Tell = (event: UserEvent, user: User) => void;

/** Whether who comes into a queue or has a skill counts as changed, or queue and skill alone do. */
export type MembershipMode = 'change' | 'no-change';

/** Changes by somebody: the app acts as the owner, the portal as any admin. */
export function changesBy(
  state: State,
  by: string,
  clock: Clock,
  tell: Tell,
  memberships: MembershipMode = 'change',
): Changes {
  const authorship = () => ({ modified_by: by, last_modified_time: isoTime(clock.now()) });
  const touch = (user: User, event: UserEvent) => {
    Object.assign(user, authorship());
    tell(event, user);
  };
  const touchMember = (user: User) => {
    if (memberships === 'change') touch(user, 'user_updated');
    else tell('user_updated', user);
  };
  const touchQueue = (queue: Queue, user: User) => {
    Object.assign(queue, authorship());
    touchMember(user);
  };
  return {
    add(person, role_id, change) {
      const user: User = {
        user_id: person.id,
        user_email: person.email,
        display_name: person.display_name,
        role_id,
        ...defaults(state),
        ...change,
        skills: new Map(),
        ...authorship(),
      };
      state.users.set(user.user_id, user);
      tell('user_created', user);
      return user;
    },
    set(user, change) {
      const { status_id, sub_status_id } = user;
      Object.assign(user, change);
      const moved = user.status_id !== status_id || user.sub_status_id !== sub_status_id;
      // Presence is nobody's change of the user.
      if (moved) tell('user_status_changed', user);
      const only = Object.keys(change).every(name => name === 'status_id' || name === 'sub_status_id');
      if (!only) touch(user, 'user_updated');
    },
    remove(user) {
      state.users.delete(user.user_id);
      for (const queue of state.queues.values()) {
        queue.agents.delete(user.user_id);
        queue.supervisors.delete(user.user_id);
      }
      tell('user_deleted', user);
    },
    join(queue, user, as) {
      if (as === 'supervisor') queue.supervisors.add(user.user_id);
      else if (!queue.agents.has(user.user_id)) queue.agents.set(user.user_id, 0);
      touchQueue(queue, user);
    },
    leave(queue, user, as) {
      const left = (as === 'agent' ? queue.agents : queue.supervisors).delete(user.user_id);
      if (left) touchQueue(queue, user);
      return left;
    },
    // As presence: nobody's change of the user or the queue.
    opt(queue, user, status) {
      const isAgent = queue.agents.has(user.user_id);
      if (isAgent) queue.agents.set(user.user_id, status);
      return isAgent;
    },
    // Teams are kept elsewhere: nothing of the user says that something was changed.
    moveToTeam(user, team_id, as = 'agent') {
      Object.assign(user, { team_id, team_assignment: as });
    },
    hold(user, skill, level) {
      user.skills.set(skill, level);
      touchMember(user);
    },
    drop(user, skill) {
      const held = user.skills.delete(skill);
      if (held) touchMember(user);
      return held;
    },
  };
}

function defaults(state: State) {
  return {
    user_access: 'active',
    status_id: offline,
    sub_status_id: '',
    client_integration: 'Default',
    client_integration_name: '',
    country_iso_code: 'US',
    region_id: mainRegion(state).region_id,
    channel_settings: {
      multi_channel_engagements: { enable: false, max_agent_load: 100, email_max_agent_load: 100 },
      concurrent_message_capacity: 2,
      concurrent_email_capacity: 2,
    },
    package_name: 'essentials',
    add_ons_plan: [] as string[],
    team_assignment: 'agent',
    team_id: null,
    portal: {},
  } as const;
}
