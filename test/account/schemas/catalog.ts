import {
  complete,
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

const statusCategory = oneOf('agent_status', 'queue_opt_out_and_not_ready_status');
export const statusesQuery = pageQuery(300, { status_category: statusCategory });
export const statusPage = page(
  'statuses',
  complete({
    status_id: text,
    status_name: text,
    status_type: oneOf('default', 'custom'),
    status_category: statusCategory,
    enable: flag,
    status_assigned_queues: listOf(complete({ id: text, value: text })),
  }),
  300,
);

const templateType = oneOf('add', 'update');
const templateStatus = oneOf('active', 'inactive', 'needs_attention');
export const templatesQuery = pageQuery(300, {
  template_type: templateType,
  template_status: templateStatus,
  template_name: text,
});
export const templatePage = page(
  'user_templates',
  complete({
    template_id: text,
    template_name: text,
    template_type: templateType,
    template_status: templateStatus,
  }),
  300,
);

const id = textTo(50);
const capacity = integer(0, 100);
const block = oneOf(
  ...['role', 'package', 'team', 'client_integration', 'external_url', 'user_access', 'country_or_region'],
  ...['region', 'mobile_client', 'emergency_calling', 'assigned_queues', 'skills', 'engagement_capacity'],
);
/** Only what its blocks select is there. */
export const templateAnswer: Schema = fields(
  {
    template_id: id,
    template_name: textTo(100),
    template_description: textTo(100),
    template_type: templateType,
    template_status: templateStatus,
    selected_blocks: listOf(block),
    role: id,
    package: fields(
      { package_name: oneOf('essentials', 'premium', 'elite'), add_ons_plan: listOf(textTo(20)) },
      ['package_name'],
    ),
    team: complete({ team_id: id, team_supervisor: flag }),
    client_integration: fields(
      { client_integration_application: textTo(20), client_integration_name: textTo(100) },
      ['client_integration_application'],
    ),
    external_url: complete({ enable_external_url: flag, external_launch_url: textTo(500) }),
    user_access: flag,
    country_or_region: textTo(20),
    region: id,
    mobile_client: flag,
    emergency_calling: flag,
    assigned_queues: fields({
      agent_queue_ids: listOf(id),
      supervisor_queue_ids: listOf(id),
      default_outbound_voice_queue_id: id,
      default_outbound_message_queue_id: id,
    }),
    skills: listOf(fields({ skill_id: id, proficiency_level: integer(0, 50) }, ['skill_id'])),
    engagement_capacity: fields({
      concurrent_email_capacity: capacity,
      concurrent_message_capacity: capacity,
      email_max_agent_load: capacity,
      message_max_agent_load: capacity,
    }),
    modified_by: text,
    last_modified_time: time,
    created_by: text,
    created_time: time,
  },
  ['template_id', 'template_name', 'template_type', 'template_status', 'selected_blocks'],
);
