import { expect, test } from 'vitest';
import { changeSetJson, personJson, userJson } from '../../source/roster/plan/json.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { userCells, userColumns } from '../../source/roster/users/user-cells.ts';
import { billing, factsAbout, licensed, person, sales, unlicensed } from './build.ts';
import { editing, leaving, setting } from './intents.ts';

const both = { ...billing, user_assignment_type: 'both' as const, opted_in: true };
const plain = { ...sales, user_assignment_type: 'agent' as const, opted_in: false };

test('a user as JSON: names for ids, nothing of the program itself', () => {
  const { user } = licensed(7, {
    queues: [both, plain],
    skills: [
      { id: 1, name: 'Spanish', level: 4 },
      { id: 2, name: 'Refunds', level: null },
    ],
    team: { id: 3, name: 'Tier 1', team_role: 'supervisor' },
    region: { id: 1, name: 'Main' },
    add_ons_plan: ['ai_expert_assist'],
  });
  expect(userJson(user)).toEqual({
    user_id: 'U7',
    user_email: 'p7@acme.example',
    first_name: 'Person',
    last_name: '7',
    display_name: 'Person 7',
    department: '',
    role_name: 'Agent',
    user_access: 'active',
    status_name: 'Offline',
    sub_status_name: null,
    package_name: 'essentials',
    add_ons_plan: ['ai_expert_assist'],
    country_iso_code: null,
    region_name: 'Main',
    client_integration: 'Default',
    client_integration_name: null,
    concurrent_message_capacity: null,
    concurrent_email_capacity: null,
    multi_channel_engagements: null,
    max_agent_load: null,
    email_max_agent_load: null,
    team: { team_name: 'Tier 1', team_role: 'supervisor' },
    queues: [
      { queue_name: 'Billing', channel: 'voice', user_assignment_type: 'both', opted_in: true },
      { queue_name: 'Sales', channel: 'messaging', user_assignment_type: 'agent', opted_in: false },
    ],
    skills: [
      { skill_name: 'Spanish', level: 4 },
      { skill_name: 'Refunds', level: null },
    ],
    enable_user_level_recording: null,
    allowed_devices: null,
    mobile_client: null,
    external_url: null,
    default_outbound_voice_queue_name: null,
    default_outbound_message_queue_name: null,
    messaging_occupied: null,
    email_occupied: null,
    added_at: user.added_at,
    modified_at: user.modified_at,
    modified_by: 'maria',
    version: 1,
  });
  expect(userColumns).toEqual(Object.keys(userJson(user)));
  const cells = Object.fromEntries(userColumns.map((column, index) => [column, userCells(user)[index]]));
  expect(cells).toMatchObject({
    team: 'Tier 1 (supervisor)',
    queues: 'Billing (both); Sales (opted out)',
    skills: 'Spanish=4; Refunds',
    country_iso_code: '',
    add_ons_plan: 'ai_expert_assist',
    version: '1',
  });
});

test('a user’s own display name goes before the person’s', () => {
  expect(userJson(licensed(1, { display_name: 'Annie' }).user).display_name).toBe('Annie');
  expect(userJson(licensed(1).user).display_name).toBe('Person 1');
});

test('a person as JSON tells whether they have a license', () => {
  expect(personJson(person(3, { account_status: 'pending' }), false)).toEqual({
    user_id: 'U3',
    user_email: 'p3@acme.example',
    first_name: 'Person',
    last_name: '3',
    display_name: 'Person 3',
    department: '',
    account_status: 'pending',
    licensed: false,
  });
});

test('a change set as JSON: fields by their names, problems without what is the program’s own', () => {
  const facts = factsAbout([licensed(1, { queues: [both] }), unlicensed(2)]);
  const intent = editing(setting({ user_access: 'inactive' }), leaving('Billing'));
  expect(changeSetJson(plan(intent, facts))).toEqual({
    kind: 'edit',
    summary: 'Edit Person 1: status, 1 queue',
    changes: [
      {
        user_email: 'p1@acme.example',
        action: 'update',
        fields: {
          user_access: { before: 'active', after: 'inactive' },
          queues: {
            before: [
              { queue_name: 'Billing', channel: 'voice', user_assignment_type: 'both', opted_in: true },
            ],
            after: [],
          },
        },
      },
    ],
    problems: [
      {
        code: 'not_licensed',
        column: 'user_email',
        value: 'p2@acme.example',
        message: expect.stringContaining('roster add'),
      },
    ],
    licenses: [],
    notices: [],
  });
});

test('an applied change set has its id, time, operator and place first', () => {
  const set = plan({ kind: 'remove' }, factsAbout([licensed(1)]));
  const by = {
    id: 5,
    at: '2026-11-23T07:41:00.000Z',
    operator_name: 'maria',
    via: 'local',
    users: 1,
    undone_by: null,
  };
  const json = changeSetJson({ ...set, ...by, undoes: 4 });
  expect(Object.keys(json).join(' ')).toBe(
    'id at operator via kind summary undoes changes problems licenses notices',
  );
  expect(json).toMatchObject({ id: 5, operator: 'maria', via: 'local', undoes: 4 });
  expect(json.changes[0]?.fields.role_name).toEqual({ before: 'Agent', after: null });
});
