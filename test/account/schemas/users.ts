import {
  complete,
  email,
  fields,
  flag,
  integer,
  listOf,
  oneOf,
  page,
  pageQuery,
  type Schema,
  text,
  textTo,
  time,
} from './parts.ts';

const integration = oneOf('Default', 'Salesforce', 'Zendesk', 'ServiceNow', 'Microsoft_Dynamics_365');
const access = oneOf('active', 'inactive');
const packageName = oneOf('essentials', 'premium', 'elite');
/** Spelled otherwise where users are changed in a batch. */
const packageNameOfBatch = oneOf('Essentials', 'Premium', 'Elite');
/** References name one, and accounts have others. */
const addOns = listOf(text);

const channelFields = {
  concurrent_message_capacity: integer(0, 20),
  concurrent_email_capacity: integer(0, 20),
};
const loadFields = { enable: flag, max_agent_load: integer(1, 100), email_max_agent_load: integer(1, 100) };
const channels = fields({ multi_channel_engagements: fields(loadFields), ...channelFields });

/** What is set when somebody is added or changed, alone or in a batch. */
const settings = {
  role_id: text,
  country_iso_code: text,
  client_integration: integration,
  client_integration_name: text,
  user_access: access,
  template_id: text,
  add_ons_plan: addOns,
};
const who = { user_id: text, user_email: email };
const presence = { status_id: text, sub_status_id: text };

export const addUserBody = fields({
  ...who,
  ...settings,
  region_id: text,
  channel_settings: channels,
  package_name: packageName,
});

/** No region in a batch. */
export const addUsersBody = fields(
  {
    users: listOf(fields({ ...who, ...settings, channel_settings: channels, package_name: packageName }), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  ['users'],
);

export const changeUserBody = fields({
  ...settings,
  ...presence,
  region_id: text,
  channel_settings: channels,
  package_name: packageName,
});

/** Neither region nor channel settings in a batch. */
export const changeUsersBody = fields(
  {
    users: listOf(fields({ ...who, ...settings, ...presence, package_name: packageNameOfBatch }), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  ['users'],
);

export const statusBody = fields(presence, ['status_id']);

export const statusesBody = fields(
  { users: listOf(fields({ ...who, ...presence }, ['status_id']), { minItems: 1, maxItems: 20 }) },
  ['users'],
);

export const removeUsersQuery: Schema = {
  ...fields({ user_ids: listOf(text, { maxItems: 20 }), user_emails: listOf(email, { maxItems: 20 }) }),
  minProperties: 1,
};

const answeredChannels = complete({ multi_channel_engagements: complete(loadFields), ...channelFields });
const answered = {
  user_id: text,
  display_name: text,
  user_email: email,
  role_id: text,
  role_name: text,
  client_integration: integration,
  status_id: text,
  // The four of the system and those that the account made itself.
  status_name: text,
  user_access: access,
  country_iso_code: text,
  channel_settings: answeredChannels,
  package_name: packageName,
  // Add-ons come faster than references name them.
  add_ons_plan: listOf(text),
};
/** What only templates and events are known to have; some accounts answer it of users as well. */
const atAccount = {
  enable_user_level_recording: flag,
  allowed_devices: listOf(text),
  mobile_client: flag,
  external_url: complete({ enable_external_url: flag, external_launch_url: textTo(500) }),
  assigned_queues: fields({
    default_outbound_voice_queue_id: textTo(50),
    default_outbound_message_queue_id: textTo(50),
  }),
  messaging_occupied: flag,
  email_occupied: flag,
};
const userWith = (properties: Record<string, Schema>) =>
  fields({ ...properties, ...atAccount }, Object.keys(properties));
const region = { region_id: text, region_name: text };
const subStatus = { sub_status_id: text, sub_status_name: text };
const authorship = { modified_by: text, last_modified_time: time };

/** A row of the list: without the name of the integration. */
export const userPage = page('users', userWith({ ...answered, ...region, ...subStatus, ...authorship }), 300);

/** One alone: without who changed them, and when. */
export const userAnswer = userWith({ ...answered, ...region, ...subStatus, client_integration_name: text });

export const addedUserAnswer = complete({ ...answered, ...region, client_integration_name: text });
export const addedUsersAnswer = complete({
  users: listOf(complete({ ...answered, client_integration_name: text }), { maxItems: 20 }),
});

export const usersQuery = pageQuery(300, { search_key: text, region_id: text, user_access: access });

export const userQueuesQuery = pageQuery(300, {
  channel: oneOf('voice', 'video', 'messaging', 'email'),
  user_assignment_type: oneOf('agent', 'supervisor', 'any', 'both'),
});
export const userQueuesPage = page(
  'queues',
  complete({
    queue_id: text,
    cc_queue_id: text,
    queue_name: text,
    queue_description: text,
    channel: oneOf('voice', 'video', 'messaging', 'email'),
    user_assignment_type: oneOf('agent', 'supervisor', 'any', 'both'),
    caller_ids: listOf(text),
  }),
  300,
);

export const userIdsBody = (maxItems: number) =>
  fields({ user_ids: listOf(text, { minItems: 1, maxItems }) }, ['user_ids']);
