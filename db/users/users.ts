import type { Person, QueueAssignment, SkillLevel, User } from '../../source/roster/users/user.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import type { PersonRow } from '../tables.ts';
import { accountSettings } from './account-settings.ts';

const personColumns = [
  'people.person_id',
  'people.user_id',
  'people.user_email',
  'people.first_name',
  'people.last_name',
  'people.display_name as person_display_name',
  'people.department',
  'people.account_status',
] as const;

/** These people as users with all their settings, by person id; those without a license are not in the map. */
export async function readUsers(db: Db, ids: readonly number[]): Promise<Map<number, User>> {
  const rows = await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .innerJoin('roles', 'roles.role_id', 'users.role_id')
    .leftJoin('regions', 'regions.region_id', 'users.region_id')
    .leftJoin('teams', 'teams.team_id', 'users.team_id')
    .selectAll('users')
    .select(personColumns)
    .select(['roles.role_name', 'regions.region_name', 'teams.team_name'])
    .where('users.person_id', 'in', idList(ids))
    .execute();
  const queues = await queuesOf(db, ids);
  const skills = await skillsOf(db, ids);
  const queueNames = rows.some(row => row.at_account !== null) ? await queueNamesOf(db) : new Map();
  return new Map(
    rows.map(row => {
      const { person_id } = row;
      const user: User = {
        person: {
          person_id,
          user_id: row.user_id,
          user_email: row.user_email,
          first_name: row.first_name,
          last_name: row.last_name,
          display_name: row.person_display_name,
          department: row.department,
          account_status: row.account_status,
        },
        settings: {
          role: { id: row.role_id, name: row.role_name },
          package_name: row.package_name,
          add_ons_plan: JSON.parse(row.add_ons_plan) as string[],
          user_access: row.user_access,
          status_name: row.status_name,
          sub_status_name: row.sub_status_name,
          display_name: row.display_name,
          country_iso_code: row.country_iso_code,
          region: row.region_id === null ? null : { id: row.region_id, name: row.region_name ?? '' },
          client_integration: row.client_integration,
          client_integration_name: row.client_integration_name,
          concurrent_message_capacity: row.concurrent_message_capacity,
          concurrent_email_capacity: row.concurrent_email_capacity,
          multi_channel_engagements:
            row.multi_channel_engagements === null ? null : row.multi_channel_engagements === 1,
          max_agent_load: row.max_agent_load,
          email_max_agent_load: row.email_max_agent_load,
          team:
            row.team_id === null || row.team_role === null
              ? null
              : { id: row.team_id, name: row.team_name ?? '', team_role: row.team_role },
          queues: queues.get(person_id) ?? [],
          skills: skills.get(person_id) ?? [],
          ...accountSettings(row.at_account, queueNames),
        },
        added_at: new Date(row.added_at).toISOString(),
        modified_at: new Date(row.modified_at).toISOString(),
        modified_by: row.modified_by,
        version: row.version,
      };
      return [person_id, user];
    }),
  );
}

async function queuesOf(db: Db, ids: readonly number[]): Promise<Map<number, QueueAssignment[]>> {
  const rows = await db
    .selectFrom('queue_members')
    .innerJoin('queues', 'queues.queue_id', 'queue_members.queue_id')
    .select([
      'person_id',
      'queues.queue_id as id',
      'queue_name as name',
      'channel',
      'user_assignment_type',
      'opted_in',
    ])
    .where('person_id', 'in', idList(ids))
    .orderBy('queue_key')
    .execute();
  return grouped(rows, ({ person_id: _, opted_in, ...queue }) => ({ ...queue, opted_in: opted_in === 1 }));
}

async function queueNamesOf(db: Db): Promise<Map<number, string>> {
  const rows = await db.selectFrom('queues').select(['queue_id', 'queue_name']).execute();
  return new Map(rows.map(row => [row.queue_id, row.queue_name]));
}

async function skillsOf(db: Db, ids: readonly number[]): Promise<Map<number, SkillLevel[]>> {
  const rows = await db
    .selectFrom('user_skills')
    .innerJoin('skills', 'skills.skill_id', 'user_skills.skill_id')
    .select(['person_id', 'skills.skill_id as id', 'skill_name as name', 'level'])
    .where('person_id', 'in', idList(ids))
    .orderBy('skill_key')
    .execute();
  return grouped(rows, ({ person_id: _, ...skill }) => skill);
}

function grouped<R extends { person_id: number }, T>(
  rows: readonly R[],
  make: (row: R) => T,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(make(row));
    else groups.set(row.person_id, [make(row)]);
  }
  return groups;
}

/** A row of `people` as the rules know it. */
export function personOf(row: PersonRow): Person {
  const { person_id, user_id, user_email, first_name, last_name, display_name } = row;
  const { department, account_status } = row;
  return { person_id, user_id, user_email, first_name, last_name, display_name, department, account_status };
}

/** These people of the account, licensed or not, in no order. */
export async function peopleRows(db: Db, ids: readonly number[]): Promise<PersonRow[]> {
  return await db.selectFrom('people').selectAll().where('person_id', 'in', idList(ids)).execute();
}
