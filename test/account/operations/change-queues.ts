import { noContent, refuse } from '../rules/answer.ts';
import { addedQueueAnswer, addQueueBody, changeQueueBody } from '../schemas/queues.ts';
import { channelTypes } from '../state/catalog.ts';
import { type Channel, findQueue, type Queue } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { noQueue } from './queues.ts';

interface QueueBody {
  queue_name?: string;
  queue_description?: string;
  channel?: Channel;
  channel_types?: string[];
}

const channelOf: Readonly<Record<string, Channel>> = {
  ...{ voice: 'voice', video: 'video' },
  ...{ chat: 'messaging', sms: 'messaging', in_app_chat: 'messaging', messaging: 'messaging' },
};

const wrongChannel = refuse(400, 1205, 'Invalid channel type.');

/** The specification has no number for a name that is taken: a queue may have the name of another. */
export const changeQueues: readonly Operation[] = [
  operation<QueueBody & { queue_name: string }>({
    name: 'POST /contact_center/queues',
    category: 'light',
    scope: 'contact_center:write:queue:admin',
    body: addQueueBody,
    answer: addedQueueAnswer,
    run({ catalog, body }) {
      const { queue_name, queue_description = '' } = body;
      const channels = readChannels(body);
      if (!channels) return wrongChannel;
      const queue = catalog.addQueue(queue_name, channels.channel, { queue_description, ...channels });
      const { queue_id, cc_queue_id, channel, channel_types } = queue;
      return {
        status: 201,
        body: { queue_id, cc_queue_id, queue_name, queue_description, channel_types, channel },
      };
    },
  }),
  operation<QueueBody>({
    name: 'PATCH /contact_center/queues/{queueId}',
    category: 'light',
    scope: 'contact_center:update:queue:admin',
    body: changeQueueBody,
    run({ state, catalog, params, body }) {
      const queue = findQueue(state, params.queueId!);
      if (!queue) return noQueue(params.queueId!);
      const asked = body.channel !== undefined || body.channel_types !== undefined;
      const channels = asked ? readChannels(body) : {};
      if (!channels) return wrongChannel;
      catalog.set(queue, { ...body, ...channels });
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/queues/{queueId}',
    category: 'light',
    scope: 'contact_center:delete:queue:admin',
    run({ state, catalog, params }) {
      const queue = findQueue(state, params.queueId!);
      if (!queue) return noQueue(params.queueId!);
      catalog.removeQueue(queue);
      return noContent;
    },
  }),
];

/** One channel, by its name, its types or both; undefined for none and for several. */
function readChannels(body: QueueBody): Pick<Queue, 'channel' | 'channel_types'> | undefined {
  const named = body.channel === undefined ? [] : [body.channel];
  const channels = new Set([...named, ...(body.channel_types ?? []).map(type => channelOf[type]!)]);
  const [channel] = channels;
  if (channel === undefined || channels.size > 1) return undefined;
  return { channel, channel_types: body.channel_types ?? channelTypes[channel] };
}
