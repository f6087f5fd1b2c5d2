import { describe, expect, test } from 'vitest';
import type { ThingChange } from '../../source/roster/push/catalog-steps.ts';
import { pushSteps } from '../../source/roster/push/push-steps.ts';
import { callsText } from '../../source/roster/push/rate-limits.ts';
import { agent, billing, europe, main, sales, supervisor } from './build.ts';
import { inQueue, known, pushed, settings, short } from './pushed.ts';

describe('users', () => {
  test('are added in batches of 20, with capacities and without a region, which comes after', () => {
    const push = pushed(
      null,
      { region: europe, concurrent_message_capacity: 3, country_iso_code: 'DE' },
      { users: 45 },
    );
    expect(short(push)).toEqual([
      ...['batchCreateUsers ×20', 'batchCreateUsers ×20', 'batchCreateUsers ×5'],
      ...['assignRegionUsers 2 ×20', 'assignRegionUsers 2 ×20', 'assignRegionUsers 2 ×5'],
    ]);
    expect(push.steps[2]).toMatchObject({
      rows: {
        0: {
          person_id: 41,
          settings: {
            role: agent,
            package_name: 'essentials',
            country_iso_code: 'DE',
            concurrent_message_capacity: 3,
          },
        },
      },
    });
  });

  test('who is added into the main region, or none, is there already', () => {
    expect(short(pushed(null, { region: main }))).toEqual(['batchCreateUsers ×1']);
    expect(short(pushed(null, { region: null }))).toEqual(['batchCreateUsers ×1']);
  });

  test('are changed in batches by what changed alone; nothing for who is as they were', () => {
    const push = pushed(
      { country_iso_code: 'DE' },
      { country_iso_code: 'DE', role: supervisor },
      { users: 21 },
    );
    expect(short(push)).toEqual(['batchUpdateUsers ×20', 'batchUpdateUsers ×1']);
    expect(push.steps[1]).toEqual({
      operation: 'batchUpdateUsers',
      rows: [{ person_id: 21, settings: { role: supervisor } }],
    });
    expect(pushed({ role: agent }, { role: agent }, { users: 3 })).toEqual({ steps: [], notSent: [] });
  });

  test('have one call of their own for capacities, with all else that it takes', () => {
    const push = pushed({}, { max_agent_load: 50, role: supervisor, region: europe });
    expect(push.steps).toEqual([
      {
        operation: 'updateUser',
        rows: [{ person_id: 1, settings: { role: supervisor, max_agent_load: 50, region: europe } }],
      },
    ]);
  });

  test('the name of an integration is said again with another integration, and goes with none', () => {
    const was = { client_integration: 'Salesforce', client_integration_name: 'Sales' } as const;
    const { steps } = pushed(was, { ...was, client_integration: 'Zendesk' });
    expect(steps).toMatchObject([
      { rows: [{ settings: { client_integration: 'Zendesk', client_integration_name: 'Sales' } }] },
    ]);
    expect(pushed(was, {}).steps).toEqual([
      {
        operation: 'batchUpdateUsers',
        rows: [{ person_id: 1, settings: { client_integration: 'Default' } }],
      },
    ]);
  });

  test('are removed in batches of 20; of whom the account never said anything nothing is removed', () => {
    expect(short(pushed({}, null, { users: 21 }))).toEqual(['batchDeleteUsers ×20', 'batchDeleteUsers ×1']);
    expect(short(pushed(null, null))).toEqual([]);
  });

  test('what was not said of them is let be', () => {
    const base = new Map([[1, { role: agent }]]);
    const users = [
      { person_id: 1, settings: settings({ country_iso_code: 'JP', queues: [inQueue(sales)] }) },
    ];
    expect(pushSteps({ users, catalog: [] }, base, known)).toEqual({ steps: [], notSent: [] });
  });
});

describe('the catalog', () => {
  const added = (of: ThingChange['of'], id: number, after: ThingChange['after']): ThingChange => ({
    ...{ of, id, name: `New ${of}` },
    ...{ before: null, after },
  });

  test('comes before users, goes after them, and whoever is in what goes is not taken out first', () => {
    const french = { skill_name: 'French', category: 'Languages', graded: true };
    const cable = { skill_name: 'Cable', category: 'Products', graded: false };
    const catalog: ThingChange[] = [
      added('skill', 7, french),
      added('skill', 8, cable),
      added('queue', 9, { queue_name: 'Chat', description: '', channel: 'messaging' }),
      { ...added('queue', 2, null), before: { queue_name: 'Sales', description: '', channel: 'voice' } },
    ];
    const push = pushed(
      { queues: [inQueue(sales)] },
      {
        queues: [inQueue({ id: 9, name: 'Chat', channel: 'messaging' })],
        skills: [{ id: 7, name: 'French', level: 3 }],
      },
      { catalog },
    );
    expect(short(push)).toEqual([
      ...['createQueue 9 ×0', 'createSkill 7 ×0', 'createSkillCategory ×0', 'createSkill 8 ×0'],
      ...['assignQueueAgents 9 ×1', 'assignSkills ×1', 'deleteQueue 2 ×0'],
    ]);
    expect(push.steps[0]).toMatchObject({
      values: { queue_name: 'Chat', description: '', channel: 'messaging' },
    });
  });

  test('of what changed only what the account takes is sent', () => {
    const before = { skill_name: 'Spanish', category: 'Languages', graded: true };
    const after = { ...before, skill_name: 'Español', category: 'Lenguas' };
    const { steps } = pushed({}, {}, { catalog: [{ of: 'skill', id: 1, name: 'Spanish', before, after }] });
    expect(steps).toEqual([
      { operation: 'updateSkill', thing_id: 1, name: 'Spanish', values: { skill_name: 'Español' } },
    ]);
  });
});

test('what the account can’t be told is named', () => {
  const now = { display_name: 'Ana', mobile_client: true, max_agent_load: null, country_iso_code: null };
  const was = { max_agent_load: 4, country_iso_code: 'DE' };
  const { steps, notSent } = pushed(was, { ...now, queues: [inQueue({ ...sales, id: 99 })] });
  expect(steps).toEqual([]);
  expect(notSent.map(({ field }) => field).sort()).toEqual(
    ['country_iso_code', 'display_name', 'max_agent_load', 'mobile_client', 'queues'].sort(),
  );
  const stranger = pushed(null, { role: { id: 99, name: 'Coach' } });
  expect(stranger).toEqual({ steps: [], notSent: [{ person_id: 1, field: 'role' }] });
});

test('how many calls, and about how long', () => {
  const thousand = pushed(null, { queues: [inQueue(billing)] }, { users: 1_000 });
  expect(callsText(thousand.steps, 'business', 0.5)).toBe('84 calls, about 8 s');
  expect(callsText(thousand.steps, 'pro', 0.5)).toBe('84 calls, about 17 s');
  expect(callsText(pushed({}, null).steps, 'business', 1)).toBe('1 call, about 1 s');
});
