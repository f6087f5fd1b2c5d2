import { noContent, refuse } from '../rules/answer.ts';
import { optBody, optQueuesBody } from '../schemas/queues.ts';
import { type Channel, findQueue, type OptStatus, type Queue, ready } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';

interface QueuesBody {
  /** Required, but a fault may have ignored it. */
  opt_in_out_status?: 0 | 1;
  queue_ids?: string[];
  channel_type?: number;
}

const channels: Readonly<Record<number, Channel>> = { 0: 'voice', 4: 'video', 7: 'messaging', 8: 'email' };
const scope = 'contact_center:update:queue_agent:admin';

export const optInOut: readonly Operation[] = [
  operation<{ opt_in_out_status?: OptStatus }>({
    name: 'PATCH /contact_center/queues/{queueId}/agents/{userId}',
    category: 'light',
    scope,
    body: optBody,
    run({ state, changes, params, body: { opt_in_out_status: status } }) {
      const queue = findQueue(state, params.queueId!);
      if (!queue) return refuse(404, 1201, `No queue has the ID ${params.queueId}.`);
      const user = state.users.get(params.userId!);
      if (!user || !queue.agents.has(user.user_id))
        return refuse(404, 1001, `No agent of this queue has the ID ${params.userId}.`);
      if (status === 0 && user.status_id !== ready)
        return refuse(400, 1010, 'Only an agent who is Ready can opt in.');
      if (status !== undefined) changes.opt(queue, user, status);
      return noContent;
    },
  }),
  operation<QueuesBody>({
    name: 'PATCH /contact_center/users/{userId}/opt_in_out_queues',
    category: 'medium',
    scope,
    feature: 'optInOut',
    body: optQueuesBody,
    run({ state, changes, params, body: { opt_in_out_status: status, queue_ids = [], channel_type } }) {
      const user = state.users.get(params.userId!);
      if (!user) return refuse(404, 1001, `No user has the ID ${params.userId}.`);
      const named = queue_ids.map(id => findQueue(state, id)).filter((queue): queue is Queue => !!queue);
      // A channel goes before queues; with neither nothing is done.
      const queues =
        channel_type === undefined
          ? named
          : [...state.queues.values()].filter(queue => queue.channel === channels[channel_type]);
      // Queues that they are no agent of are passed over.
      if (status !== undefined) for (const queue of queues) changes.opt(queue, user, status);
      return noContent;
    },
  }),
];
