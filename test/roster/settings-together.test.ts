import { describe, expect, it } from 'vitest';
import { readEdits } from '../../source/roster/users/edit-settings.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { agent, billing, factsAbout } from './build.ts';
import { setting } from './intents.ts';

/** What edits make of an agent with these settings. */
function edited(edits: FieldEdit[], before: Partial<UserSettings> = {}) {
  const { after, problems } = readEdits(edits, factsAbout([])).apply({ ...newSettings(agent), ...before });
  return { ...after, problems };
}

function complaints(edits: FieldEdit[], before: Partial<UserSettings> = {}) {
  return edited(edits, before).problems.map(({ code, column, value }) => [code, column, value]);
}

describe('who is inactive is signed out (domain rule 4)', () => {
  const busy = { status_name: 'Not Ready' as const, sub_status_name: 'Break' as const };

  it('making inactive sets the presence to offline', () => {
    expect(edited(setting({ user_access: 'inactive' }), busy)).toMatchObject({
      ...{ user_access: 'inactive', status_name: 'Offline', sub_status_name: null, problems: [] },
    });
    expect(complaints(setting({ user_access: 'inactive', status_name: 'Offline' }), busy)).toEqual([]);
  });

  it.each(['Ready', 'Not Ready', 'Occupied'])('an inactive user is not given the presence %s', presence => {
    const refusal = [['inactive_presence', 'status_name', presence]];
    expect(complaints(setting({ status_name: presence }), { user_access: 'inactive' })).toEqual(refusal);
    expect(complaints(setting({ user_access: 'inactive', status_name: presence }))).toEqual(refusal);
    expect(
      complaints(setting({ user_access: 'active', status_name: presence }), { user_access: 'inactive' }),
    ).toEqual([]);
  });
});

describe('the name of an integration goes with it (domain rule 3)', () => {
  const desk = { client_integration: 'Zendesk' as const, client_integration_name: 'Desk' };

  it.each(['Default', '(clear)'])('when it goes back by %s', text => {
    expect(edited(setting({ client_integration: text }), desk)).toMatchObject({
      ...{ client_integration: 'Default', client_integration_name: null, problems: [] },
    });
  });

  it('stays with another one', () => {
    expect(edited(setting({ client_integration: 'Salesforce' }), desk)).toMatchObject({
      client_integration_name: 'Desk',
    });
  });
});

describe('opting is part of a queue’s text', () => {
  const inBilling = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };
  const out = { ...inBilling, opted_in: false };
  const queues = (op: FieldEdit['op'], text: string, before: UserSettings['queues']) =>
    edited([{ field: 'queues', op, text }], { queues: before }).queues;

  it.each(['add', 'set'] as const)('out and in again by %s', op => {
    expect(queues(op, 'Billing (opted out)', [inBilling])).toEqual([out]);
    expect(queues(op, 'Billing (agent, opted in)', [out])).toEqual([inBilling]);
    expect(queues(op, 'Billing (both, opted out)', [])).toEqual([{ ...out, user_assignment_type: 'both' }]);
  });
});
