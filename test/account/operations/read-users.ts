import { refuse } from '../rules/answer.ts';
import { peoplePage, peopleQuery } from '../schemas/people.ts';
import { userAnswer, userPage, userQueuesPage, userQueuesQuery, usersQuery } from '../schemas/users.ts';
import type { Person, Queue, User } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { listedUser, oneUser } from './shown-user.ts';

const noSuchUser = (id: string) => refuse(404, 300, `No user has the ID ${id}.`);

export const readUsers: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/users',
    category: 'medium',
    scope: 'contact_center:read:list_users:admin',
    query: usersQuery,
    answer: userPage,
    run({ state, query, page }) {
      const { search_key, region_id, user_access } = query;
      const key = search_key?.toLowerCase();
      const fits = (user: User) =>
        (!key ||
          user.user_email.toLowerCase().includes(key) ||
          user.display_name.toLowerCase().includes(key)) &&
        (!region_id || user.region_id === region_id) &&
        (!user_access || user.user_access === user_access);
      return page('users', [...state.users.values()].filter(fits), user => listedUser(state, user));
    },
  }),
  operation({
    name: 'GET /contact_center/users/{userId}',
    category: 'light',
    scope: 'contact_center:read:user:admin',
    answer: userAnswer,
    run({ state, params }) {
      const user = state.users.get(params.userId!);
      return user ? { status: 200, body: oneUser(state, user) } : noSuchUser(params.userId!);
    },
  }),
  operation({
    name: 'GET /contact_center/users/{userId}/queues',
    category: 'medium',
    scope: 'contact_center:read:list_user_queues:admin',
    query: userQueuesQuery,
    answer: userQueuesPage,
    run({ state, params, query, page }) {
      const id = params.userId!;
      if (!state.users.has(id)) return noSuchUser(id);
      const { channel, user_assignment_type = 'agent' } = query;
      const fits = (queue: Queue) => {
        const [agent, supervisor] = [queue.agents.has(id), queue.supervisors.has(id)];
        if (channel && queue.channel !== channel) return false;
        if (user_assignment_type === 'any') return agent || supervisor;
        if (user_assignment_type === 'both') return agent && supervisor;
        return user_assignment_type === 'agent' ? agent : supervisor;
      };
      return page('queues', [...state.queues.values()].filter(fits), queue => ({
        queue_id: queue.queue_id,
        cc_queue_id: queue.cc_queue_id,
        queue_name: queue.queue_name,
        queue_description: queue.queue_description,
        channel: queue.channel,
        user_assignment_type: assignment(queue, id),
        caller_ids: [],
      }));
    },
  }),
  operation({
    name: 'GET /users',
    category: 'general',
    scope: 'user:read:list_users:admin',
    query: peopleQuery,
    answer: peoplePage,
    run({ state, query, page }) {
      const { status = 'active', page_size = 30 } = query;
      const people = [...state.people.values()].filter(person => person.status === status);
      const { status: code, body } = page('users', people, shownPerson);
      if (code !== 200) return { status: code, body };
      const pages = { page_count: Math.ceil(people.length / page_size), page_number: 1 };
      return { status: 200, body: { ...pages, ...(body as object) } };
    },
  }),
];

function assignment({ agents, supervisors }: Queue, user: string): string {
  if (agents.has(user) && supervisors.has(user)) return 'both';
  return agents.has(user) ? 'agent' : 'supervisor';
}

function shownPerson({ id, ...person }: Person) {
  const shown = { ...person, type: 2 };
  // Who has not accepted yet has no id.
  return person.status === 'pending' ? shown : { id, ...shown };
}
