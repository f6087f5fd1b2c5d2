import { noContent, refuse } from '../rules/answer.ts';
import {
  agentPage,
  agentsAnswer,
  membersQuery,
  queuePage,
  queuesQuery,
  supervisorPage,
  supervisorsAnswer,
} from '../schemas/queues.ts';
import { userIdsBody } from '../schemas/users.ts';
import { findQueue, type Membership, type Queue, type State, type User } from '../state/state.ts';
import { runForUsers } from './batch.ts';
import { type Operation, operation } from './operation.ts';
import { member } from './shown-user.ts';

/** Scopes of a queue's members. Those of supervisors are as the specification has them, to read and to add too. */
const scopes = {
  agent: {
    read: 'contact_center:read:list_queue_agents:admin',
    write: 'contact_center:write:queue_agent:admin',
    delete: 'contact_center:delete:queue_agent:admin',
  },
  supervisor: {
    read: 'contact_center:delete:queue_supervisor:admin',
    write: 'contact_center:delete:queue_supervisor:admin',
    delete: 'contact_center:delete:queue_supervisor:admin',
  },
} as const;

export const noQueue = (id: string) => refuse(404, 1201, `No queue has the ID ${id}.`);

export const queues: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/queues',
    category: 'medium',
    scope: 'contact_center:read:list_queues:admin',
    query: queuesQuery,
    answer: queuePage,
    run({ state, query: { channel, channel_type }, page }) {
      const fits = (queue: Queue) =>
        (!channel || queue.channel === channel) &&
        (!channel_type || queue.channel_types.includes(channel_type));
      return page('queues', [...state.queues.values()].filter(fits), queue => ({
        queue_id: queue.queue_id,
        cc_queue_id: queue.cc_queue_id,
        queue_name: queue.queue_name,
        agents_count: queue.agents.size,
        supervisors_count: queue.supervisors.size,
        channel_types: queue.channel_types,
        channel: queue.channel,
        modified_by: queue.modified_by,
        last_modified_time: queue.last_modified_time,
      }));
    },
  }),
  ...(['agent', 'supervisor'] as const).flatMap(operationsOfMembers),
];

function operationsOfMembers(as: Membership): Operation[] {
  const list = `${as}s`;
  const path = `/contact_center/queues/{queueId}/${list}`;
  const idsOf = (queue: Queue) => [...(as === 'agent' ? queue.agents : queue.supervisors).keys()];
  const shown = (state: State, queue: Queue) => (user: User) =>
    as === 'supervisor'
      ? member(state, user)
      : { ...member(state, user), opt_in_out_status: queue.agents.get(user.user_id) ?? 0 };
  return [
    operation({
      name: `GET ${path}`,
      category: 'medium',
      scope: scopes[as].read,
      query: membersQuery,
      answer: as === 'agent' ? agentPage : supervisorPage,
      run({ state, params, page }) {
        const queue = findQueue(state, params.queueId!);
        if (!queue) return noQueue(params.queueId!);
        const users = idsOf(queue).map(id => state.users.get(id)!);
        return page(list, users, shown(state, queue));
      },
    }),
    operation<{ user_ids: string[] }>({
      name: `POST ${path}`,
      category: 'medium',
      scope: scopes[as].write,
      body: userIdsBody(30),
      answer: as === 'agent' ? agentsAnswer : supervisorsAnswer,
      run(call) {
        const { state, changes, params, body } = call;
        const queue = findQueue(state, params.queueId!);
        if (!queue) return noQueue(params.queueId!);
        const join = (user: User) => changes.join(queue, user, as);
        const { done, refusal } = runForUsers(call, body.user_ids, join);
        return refusal ?? { status: 201, body: { [list]: done.map(shown(state, queue)) } };
      },
    }),
    operation({
      name: `DELETE ${path}/{userId}`,
      category: 'light',
      scope: scopes[as].delete,
      run({ state, changes, params }) {
        const queue = findQueue(state, params.queueId!);
        if (!queue) return noQueue(params.queueId!);
        const user = state.users.get(params.userId!);
        // The number that a missing queue has, too.
        if (!user || !changes.leave(queue, user, as))
          return refuse(404, 1201, `${params.userId} is not ${as} of this queue.`);
        return noContent;
      },
    }),
  ];
}
