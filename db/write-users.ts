import type { Change, FieldChanges } from '../source/roster/change-set.ts';
import { fold } from '../source/roster/fold.ts';
import type { QueueAssignment, SkillLevel, UserSettings } from '../source/roster/user.ts';
import type { Authorship } from './apply.ts';
import { inChunks } from './chunks.ts';
import type { Db } from './dialect.ts';
import { idList } from './matching.ts';
import type { NewUserRow, PersonRow } from './tables.ts';

interface Writing {
  id: number;
  by: Authorship;
}

/** Takes the licenses away; queues and skills go with them. */
export async function deleteUsers(trx: Db, changes: readonly Change[]): Promise<void> {
  await trx
    .deleteFrom('users')
    .where('person_id', 'in', idList(changes.map(change => change.person_id)))
    .execute();
}

/** Gives licenses with the settings of the changes. */
export async function insertUsers(trx: Db, changes: readonly Change[], { id, by }: Writing): Promise<void> {
  const people = await peopleOf(trx, changes);
  const roleKeys = await readRoleKeys(trx);
  const rows = changes.map(({ person_id, fields, added_at }): NewUserRow => {
    const settings = valuesAfter(fields) as UserSettings;
    return {
      person_id,
      ...columnsOf(settings),
      add_ons_plan: JSON.stringify(settings.add_ons_plan ?? []),
      role_id: settings.role.id,
      package_name: settings.package_name,
      user_access: settings.user_access,
      status_name: settings.status_name,
      client_integration: settings.client_integration,
      ...sortKeys(people.get(person_id)!, settings.display_name ?? null),
      role_key: roleKeys.get(settings.role.id) ?? '',
      added_at: added_at ?? by.at,
      modified_at: by.at,
      modified_by: by.operator_name,
      version: id,
    };
  });
  await inChunks(rows, chunk => trx.insertInto('users').values(chunk).execute());
  await insertQueues(trx, changes);
  await insertSkills(trx, changes);
}

/** Writes the changed fields, and nothing else of these users. */
export async function updateUsers(trx: Db, changes: readonly Change[], { id, by }: Writing): Promise<void> {
  const people = await peopleOf(trx, changes);
  const roleKeys = await readRoleKeys(trx);
  for (const { person_id, fields } of changes) {
    const after = valuesAfter(fields);
    const keys = fields.display_name ? sortKeys(people.get(person_id)!, after.display_name ?? null) : {};
    const role = after.role ? { role_key: roleKeys.get(after.role.id) ?? '' } : {};
    await trx
      .updateTable('users')
      .set({
        ...columnsOf(after),
        ...keys,
        ...role,
        modified_at: by.at,
        modified_by: by.operator_name,
        version: id,
      })
      .where('person_id', '=', person_id)
      .execute();
  }
  await replace(
    trx,
    'queue_members',
    changes.filter(change => change.fields.queues),
  );
  await replace(
    trx,
    'user_skills',
    changes.filter(change => change.fields.skills),
  );
}

async function replace(
  trx: Db,
  table: 'queue_members' | 'user_skills',
  changes: readonly Change[],
): Promise<void> {
  await trx
    .deleteFrom(table)
    .where('person_id', 'in', idList(changes.map(change => change.person_id)))
    .execute();
  await (table === 'queue_members' ? insertQueues(trx, changes) : insertSkills(trx, changes));
}

function valuesAfter(fields: FieldChanges): Partial<UserSettings> {
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.after]));
}

type SettingColumns = Partial<Omit<NewUserRow, 'person_id'>>;

/** The columns of the settings that are given, absent ones left out. */
function columnsOf(settings: Partial<UserSettings>): SettingColumns {
  const { role, add_ons_plan, region, team, queues: _, skills: __, ...plain } = settings;
  return {
    ...plain,
    ...(role && { role_id: role.id }),
    ...(add_ons_plan !== undefined && { add_ons_plan: JSON.stringify(add_ons_plan ?? []) }),
    ...(region !== undefined && { region_id: region?.id ?? null }),
    ...(team !== undefined && { team_id: team?.id ?? null, team_role: team?.team_role ?? null }),
  };
}

/** What sorting and searching need of a person without a license, folded once when written. */
export function personKeys(
  person: Pick<PersonRow, 'display_name' | 'user_email' | 'department'>,
): Pick<PersonRow, 'name_key' | 'search_key'> {
  const { name_key, search_key } = sortKeys(person, null);
  return { name_key, search_key };
}

/** What sorting and searching need of a user, folded once when written. */
export function sortKeys(
  person: Pick<PersonRow, 'display_name' | 'user_email' | 'department'>,
  display_name: string | null,
): Pick<NewUserRow, 'name_key' | 'email_key' | 'search_key'> {
  const name_key = fold(display_name || person.display_name);
  const email_key = fold(person.user_email);
  return { name_key, email_key, search_key: `${name_key}\n${email_key}\n${fold(person.department)}` };
}

/** From the roles as they are under the lock: one may have been renamed since the plan. */
async function readRoleKeys(trx: Db): Promise<Map<number, string>> {
  const roles = await trx.selectFrom('roles').select(['role_id', 'role_key']).execute();
  return new Map(roles.map(role => [role.role_id, role.role_key]));
}

async function peopleOf(trx: Db, changes: readonly Change[]): Promise<Map<number, PersonRow>> {
  const people = await trx
    .selectFrom('people')
    .selectAll()
    .where('person_id', 'in', idList(changes.map(change => change.person_id)))
    .execute();
  return new Map(people.map(person => [person.person_id, person]));
}

async function insertQueues(trx: Db, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ person_id, fields }) =>
    (fields.queues?.after ?? []).map(({ id, user_assignment_type, opted_in }: QueueAssignment) => ({
      person_id,
      queue_id: id,
      user_assignment_type,
      opted_in: opted_in ? 1 : 0,
    })),
  );
  await inChunks(rows, chunk => trx.insertInto('queue_members').values(chunk).execute());
}

async function insertSkills(trx: Db, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ person_id, fields }) =>
    (fields.skills?.after ?? []).map(({ id, level }: SkillLevel) => ({ person_id, skill_id: id, level })),
  );
  await inChunks(rows, chunk => trx.insertInto('user_skills').values(chunk).execute());
}
