import {
  complete,
  email,
  fields,
  integer,
  listOf,
  oneOf,
  page,
  pageQuery,
  text,
  textTo,
  time,
} from './parts.ts';

const channel = oneOf('voice', 'video', 'messaging', 'email');
const channelType = oneOf('voice', 'chat', 'sms', 'video', 'in_app_chat', 'messaging');

export const queuesQuery = pageQuery(300, { channel, channel_type: channelType });

export const queuePage = page(
  'queues',
  complete({
    queue_id: text,
    cc_queue_id: text,
    queue_name: text,
    agents_count: integer(),
    supervisors_count: integer(),
    channel_types: listOf(channelType),
    channel,
    modified_by: text,
    last_modified_time: time,
  }),
  300,
);

export const membersQuery = pageQuery(100);

const member = {
  user_id: text,
  display_name: text,
  user_email: email,
  role_id: text,
  role_name: text,
  status_id: text,
  status_name: text,
  user_access: oneOf('active', 'inactive'),
};
const supervisor = complete(member);
const optStatus = oneOf(0, 1, 2);
const agent = complete({ ...member, opt_in_out_status: optStatus });

export const agentPage = page('agents', agent, 100);
export const supervisorPage = page('supervisors', supervisor, 100);
export const agentsAnswer = complete({ agents: listOf(agent) });
export const supervisorsAnswer = complete({ supervisors: listOf(supervisor) });

export const optBody = fields({ opt_in_out_status: optStatus });
/** Newer than the copy of the specification. Channels are voice, video, messaging, email and work items. */
export const optQueuesBody = fields(
  { opt_in_out_status: oneOf(0, 1), queue_ids: listOf(text), channel_type: oneOf(0, 4, 7, 8, 9) },
  ['opt_in_out_status'],
);

const queueFields = {
  queue_name: textTo(150),
  queue_description: textTo(256),
  channel_types: listOf(channelType),
  channel,
};
export const addQueueBody = fields(queueFields, ['queue_name']);
export const addedQueueAnswer = complete({ queue_id: text, cc_queue_id: text, ...queueFields });
/** Only what the account here keeps of a queue; the specification has forty more. */
export const changeQueueBody = fields(queueFields);
