import fc from 'fast-check';
import type { RemoteSettings } from '../../source/roster/pull/pulled-change.ts';
import { type KnownThings, pushSteps } from '../../source/roster/push/push-steps.ts';
import { fieldNames } from '../../source/roster/users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { assignmentTypes } from '../../source/roster/users/vocabulary.ts';
import type { Account } from './account-model.ts';
import { agent, europe, main, supervisor } from './build.ts';

const things = [1, 2, 3, 4];
export const known: KnownThings = {
  ids: new Map(
    (['role', 'region', 'queue', 'skill', 'team'] as const).map(kind => [
      kind,
      new Map(things.map(id => [`${kind}-${id}`, id])),
    ]),
  ),
  mainRegion: main.id,
  categories: new Set(),
};

const queue = fc.record({
  id: fc.constantFrom(...things),
  name: fc.constant(''),
  channel: fc.constant('voice' as const),
  user_assignment_type: fc.constantFrom(...assignmentTypes),
  opted_in: fc.boolean(),
});
const skill = fc.record({
  id: fc.integer({ min: 1, max: 40 }),
  name: fc.constant(''),
  level: fc.constantFrom(null, 1, 5),
});
const byId = { selector: ({ id }: { id: number }) => id };
const count = fc.constantFrom(null, 1, 20);
const integration = fc.constantFrom(
  ...[['Default', null] as const, ['Salesforce', null] as const],
  ...[['Salesforce', 'Sales'] as const, ['Zendesk', 'Sales'] as const],
);
const presence = fc.constantFrom(
  ['Offline', null] as const,
  ['Not Ready', 'Meal'] as const,
  ['Ready', null] as const,
);

export const settings: fc.Arbitrary<UserSettings> = fc
  .record({
    role: fc.constantFrom(agent, supervisor),
    package_name: fc.constantFrom('essentials' as const, 'premium' as const),
    add_ons_plan: fc.subarray(['epic', 'ai_expert_assist']),
    user_access: fc.constantFrom('active' as const, 'inactive' as const),
    display_name: fc.constantFrom(null, 'Ana'),
    country_iso_code: fc.constantFrom(null, 'DE', 'JP'),
    region: fc.constantFrom(null, main, europe),
    concurrent_message_capacity: count,
    multi_channel_engagements: fc.constantFrom(null, true, false),
    max_agent_load: count,
    team: fc.option(
      fc.record({
        id: fc.constantFrom(...things),
        name: fc.constant(''),
        team_role: fc.constantFrom(...assignmentTypes),
      }),
    ),
    queues: fc.uniqueArray(queue, byId),
    skills: fc.uniqueArray(skill, { ...byId, maxLength: 40 }),
    mobile_client: fc.constantFrom(null, true),
    integration,
    presence,
  })
  .map(({ integration, presence, ...values }) => ({
    ...newSettings(values.role),
    ...values,
    queues: values.queues.map(held => ({
      ...held,
      opted_in: held.opted_in || held.user_assignment_type === 'supervisor',
    })),
    client_integration: integration[0],
    client_integration_name: integration[1],
    status_name: presence[0],
    sub_status_name: presence[1],
  }));

/** What goes together is said together; the list of users lacks the name of the integration. */
const unsaid = fc
  .subarray(fieldNames, { maxLength: 4 })
  .map(names => [
    ...names,
    ...(names.includes('client_integration') ? (['client_integration_name'] as const) : []),
    ...(names.includes('status_name') ? (['sub_status_name'] as const) : []),
    ...(names.includes('sub_status_name') ? (['status_name'] as const) : []),
  ]);

/** Somebody as the account has them and as the roster wants them, and what the account did not say. */
export const person = fc.record({
  there: fc.option(settings),
  here: fc.option(settings),
  unsaid,
});

export function pushed(
  people: readonly { there: UserSettings | null; here: UserSettings | null; unsaid: FieldName[] }[],
) {
  const account: Account = new Map();
  const base = new Map<number, RemoteSettings>();
  for (const [person_id, { there, unsaid }] of people.entries()) {
    if (!there) continue;
    account.set(person_id, structuredClone(there));
    const said = Object.entries(there).filter(([name]) => !unsaid.includes(name as FieldName));
    base.set(person_id, Object.fromEntries(said));
  }
  const users = people.map(({ here }, person_id) => ({ person_id, settings: here }));
  return { account, base, ...pushSteps({ users, catalog: [] }, base, known) };
}
