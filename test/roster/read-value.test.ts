import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../source/roster/catalog/catalog.ts';
import { fields, settableFields } from '../../source/roster/users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { billing, catalog, europe, refunds, sales, spanish, supervisor, tierOne } from './build.ts';

const asAgent = { user_assignment_type: 'agent', opted_in: true };

/** Names that end as if they said how somebody belongs, or what level. */
const tricky: Catalog = {
  ...catalog,
  queues: [...catalog.queues, { id: 9, name: 'Billing (both)', description: '', channel: 'voice' }],
  teams: [...catalog.teams, { id: 9, name: 'Tier 1 (supervisor)' }],
  skills: [
    ...catalog.skills,
    { id: 8, name: 'C', category: '', graded: true },
    { id: 9, name: 'C=3', category: '', graded: false },
  ],
};

describe('values that are right', () => {
  it.each<[FieldName, string, unknown]>([
    ['role', ' súpervisor ', supervisor],
    ['user_access', 'Inactive', 'inactive'],
    ['package_name', 'ELITE', 'elite'],
    ['add_ons_plan', 'AI expert assist', ['ai_expert_assist']],
    ['multi_channel_engagements', 'On', true],
    ['multi_channel_engagements', 'false', false],
    ['add_ons_plan', 'ai_expert_assist; ai-expert-assist', ['ai_expert_assist']],
    ['country_iso_code', ' pt ', 'PT'],
    ['region', 'EUROPE', europe],
    ['client_integration', 'Microsoft Dynamics 365', 'Microsoft_Dynamics_365'],
    ['client_integration_name', ' Zendesk acme ', 'Zendesk acme'],
    ['client_integration_name', '😀'.repeat(100), '😀'.repeat(100)],
    ['concurrent_message_capacity', '0', 0],
    ['concurrent_email_capacity', ' 20 ', 20],
    ['max_agent_load', '1', 1],
    ['email_max_agent_load', '100', 100],
    ['display_name', 'Jose\u0301 "Zé"; Silva', 'José "Zé"; Silva'],
    ['display_name', 'Ana \ud83d', 'Ana \ufffd'],
    ['status_name', 'not-ready', 'Not Ready'],
    ['sub_status_name', 'end shift', 'End Shift'],
    ['team', 'tier 1; ', { ...tierOne, team_role: 'agent' }],
    ['team', 'Tier 1 (Both)', { ...tierOne, team_role: 'both' }],
    ['queues', 'billing', [{ ...billing, ...asAgent }]],
    [
      'queues',
      'Sales (supervisor);Billing (both); ',
      [
        { ...sales, user_assignment_type: 'supervisor', opted_in: true },
        { ...billing, user_assignment_type: 'both', opted_in: true },
      ],
    ],
    ['queues', 'Sales; Sales (both)', [{ ...sales, user_assignment_type: 'both', opted_in: true }]],
    ['skills', 'spanish = 4', [{ ...spanish, level: 4 }]],
    [
      'skills',
      'Refunds; Spanish=1',
      [
        { ...refunds, level: null },
        { ...spanish, level: 1 },
      ],
    ],
    ['skills', 'Refunds=', [{ ...refunds, level: null }]],
    ['skills', 'Spanish=4; Spanish=5', [{ ...spanish, level: 5 }]],
  ])('%s: %j', (name, text, value) => {
    expect(fields[name].read(text, catalog)).toEqual({ value });
  });
});

describe('values that are wrong', () => {
  it.each<[FieldName, string, string]>([
    ['role', 'Boss', 'unknown_role'],
    ['role', '', 'unknown_role'],
    ['user_access', 'asleep', 'not_allowed'],
    ['user_access', ' ', 'not_allowed'],
    ['package_name', 'basic', 'not_allowed'],
    ['add_ons_plan', 'espresso', 'not_allowed'],
    ['multi_channel_engagements', 'both', 'not_allowed'],
    ['add_ons_plan', '', 'no_value'],
    ['country_iso_code', 'XX', 'not_allowed'],
    ['country_iso_code', 'ZZ', 'not_allowed'],
    ['country_iso_code', 'EU', 'not_allowed'],
    ['country_iso_code', 'UK', 'not_allowed'],
    ['country_iso_code', 'DEU', 'not_allowed'],
    ['country_iso_code', '12', 'not_allowed'],
    ['country_iso_code', '', 'not_allowed'],
    ['region', 'Atlantis', 'unknown_region'],
    ['client_integration', 'SAP', 'not_allowed'],
    ['client_integration_name', 'é'.repeat(101), 'too_long'],
    ['client_integration_name', ' ', 'no_value'],
    ['concurrent_message_capacity', '21', 'not_allowed'],
    ['concurrent_message_capacity', '-1', 'not_allowed'],
    ['concurrent_email_capacity', '1.5', 'not_allowed'],
    ['concurrent_email_capacity', '0x10', 'not_allowed'],
    ['concurrent_email_capacity', '', 'not_allowed'],
    ['max_agent_load', '0', 'not_allowed'],
    ['max_agent_load', '101', 'not_allowed'],
    ['email_max_agent_load', '1e2', 'not_allowed'],
    ['display_name', 'a\u001b[31m', 'control_characters'],
    ['display_name', 'a\nb', 'control_characters'],
    ['display_name', 'x'.repeat(129), 'too_long'],
    ['display_name', '', 'no_value'],
    ['status_name', 'Lunch', 'not_allowed'],
    ['sub_status_name', 'Coffee', 'not_allowed'],
    ['team', 'Tier 9', 'unknown_team'],
    ['team', 'Tier 1; Tier 2', 'two_teams'],
    ['team', '', 'unknown_team'],
    ['queues', 'Bilge', 'unknown_queue'],
    ['queues', 'Billing (boss)', 'unknown_queue'],
    ['queues', ' ; ', 'no_value'],
    ['skills', 'Latin=3', 'unknown_skill'],
    ['skills', 'Refunds=3', 'skill_without_level'],
    ['skills', 'Spanish', 'invalid_level'],
    ['skills', 'Spanish=6', 'invalid_level'],
    ['skills', 'Spanish=0', 'invalid_level'],
    ['skills', 'Spanish=4.5', 'invalid_level'],
    ['skills', '', 'no_value'],
  ])('%s: %j is %s', (name, text, code) => {
    const read = fields[name].read(text, catalog);
    const problem = 'problem' in read ? read.problem : undefined;
    expect(problem).toMatchObject({ code });
    expect(text).toContain(problem?.value);
    expect(problem?.message).toMatch(/\.$/);
  });

  it('names the part of a list that is wrong, and says what is allowed', () => {
    expect(fields.queues.read('Billing; Bilge', catalog)).toEqual({
      problem: {
        code: 'unknown_queue',
        value: 'Bilge',
        message: 'No queue is called "Bilge". There is: Billing.',
      },
    });
    expect(fields.skills.read('Refunds; Spanish=6', catalog)).toEqual({
      problem: {
        code: 'invalid_level',
        value: 'Spanish=6',
        message: '"Spanish=6" needs a level from 1 to 5, such as Spanish=3.',
      },
    });
    expect(fields.max_agent_load.read('101', catalog)).toMatchObject({
      problem: { message: '"101" is not allowed here: a whole number from 1 to 100.' },
    });
    expect(fields.queues.read('', catalog)).toMatchObject({
      problem: { message: 'A value is missing. To empty a field, write (clear).' },
    });
  });

  it('shows the beginning of a long value, and keeps the whole', () => {
    const text = 'x'.repeat(200);
    const read = fields.display_name.read(text, catalog);
    expect(read).toMatchObject({ problem: { code: 'too_long', value: text } });
    expect('problem' in read && read.problem.message).toBe(
      `"${'x'.repeat(60)}..." has 200 characters; at most 128 are allowed.`,
    );
  });
});

describe('names that end in brackets or a level', () => {
  it.each<[FieldName, string, unknown]>([
    ['queues', 'Billing (both)', [{ id: 9, name: 'Billing (both)', channel: 'voice', ...asAgent }]],
    [
      'queues',
      'billing (both) (supervisor)',
      [
        {
          ...{ id: 9, name: 'Billing (both)', channel: 'voice' },
          ...{ user_assignment_type: 'supervisor', opted_in: true },
        },
      ],
    ],
    ['team', 'Tier 1 (supervisor)', { id: 9, name: 'Tier 1 (supervisor)', team_role: 'agent' }],
    ['team', 'Tier 1 (supervisor) (both)', { id: 9, name: 'Tier 1 (supervisor)', team_role: 'both' }],
    ['skills', 'C=3', [{ id: 9, name: 'C=3', level: null }]],
    ['skills', 'C=4', [{ id: 8, name: 'C', level: 4 }]],
  ])('%s: %j is taken for the whole name first', (name, text, value) => {
    expect(fields[name].read(text, tricky)).toEqual({ value });
  });
});

it('every field reads what it prints', () => {
  const settings: UserSettings = {
    ...newSettings(supervisor),
    ...{ package_name: 'premium', add_ons_plan: ['ai_expert_assist'] },
    ...{ user_access: 'inactive', status_name: 'Not Ready', sub_status_name: 'End Shift' },
    ...{ display_name: '=Ána; "B"', country_iso_code: 'PT', region: europe },
    ...{ client_integration: 'Microsoft_Dynamics_365', client_integration_name: 'Desk' },
    ...{ concurrent_message_capacity: 0, concurrent_email_capacity: 20 },
    ...{ multi_channel_engagements: true, max_agent_load: 100, email_max_agent_load: 1 },
    team: { ...tierOne, team_role: 'both' },
    queues: [
      { ...billing, user_assignment_type: 'supervisor', opted_in: true },
      { ...sales, user_assignment_type: 'agent', opted_in: true },
    ],
    skills: [
      { ...spanish, level: 4 },
      { ...refunds, level: null },
    ],
  };
  const roundTrip = <Name extends FieldName>(name: Name) =>
    fields[name].read(fields[name].toText(settings[name]), catalog);
  for (const name of settableFields) expect(roundTrip(name), name).toEqual({ value: settings[name] });
});
