import type { Change, FieldChanges } from '../../source/roster/plan/change-set.ts';
import { accountFields } from '../../source/roster/users/fields.ts';
import type { QueueAssignment, SkillLevel, UserSettings } from '../../source/roster/users/user.ts';
import type { Authorship } from '../authorship.ts';
import { bulkInsert, userRowColumns } from '../sqlite/bulk-insert.ts';
import { inChunks } from '../sqlite/chunks.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { ranksFor } from '../sqlite/search/ranks.ts';
import { userKeys } from '../sqlite/search/search-keys.ts';
import { deleteSearch, insertSearch, refreshSearch } from '../sqlite/search/write-search.ts';
import type { NewUserRow } from '../tables.ts';
import { accountColumn, changedAccountColumn } from './account-settings.ts';
import { keepWords } from './account-words.ts';
import { peopleRows } from './users.ts';

/** The change set that is written, and by whom. */
export interface Writing {
  id: number;
  by: Authorship;
}

/** Takes the licenses away; queues and skills go with them. */
export async function deleteUsers(trx: Db, changes: readonly Change[]): Promise<void> {
  const ids = idList(changes.map(change => change.person_id));
  await deleteSearch(trx, ids);
  await trx.deleteFrom('users').where('person_id', 'in', ids).execute();
}

const insertRows = bulkInsert('users', userRowColumns);

/** Gives licenses with the settings of the changes. */
export async function insertUsers(trx: Db, changes: readonly Change[], { id, by }: Writing): Promise<void> {
  const rowsOfPeople = await peopleRows(
    trx,
    changes.map(({ person_id }) => person_id),
  );
  const people = new Map(rowsOfPeople.map(person => [person.person_id, person]));
  const keys = new Map(
    changes.map(({ person_id, fields }) => [
      person_id,
      userKeys(people.get(person_id)!, (fields.display_name?.after as string | null | undefined) ?? null),
    ]),
  );
  const ranks = await ranksFor(
    trx,
    [...keys].map(([person_id, { name_key }]) => ({ person_id, name_key })),
  );
  const rows = changes.map(({ person_id, fields, added_at }): NewUserRow => {
    const settings = valuesAfter(fields) as UserSettings;
    return {
      person_id,
      name_rank: ranks.get(person_id)!,
      ...columnsOf(settings),
      add_ons_plan: JSON.stringify(settings.add_ons_plan ?? []),
      role_id: settings.role.id,
      package_name: settings.package_name,
      user_access: settings.user_access,
      status_name: settings.status_name,
      client_integration: settings.client_integration,
      at_account: accountColumn(settings),
      added_at: Date.parse(added_at ?? by.at),
      modified_at: Date.parse(by.at),
      modified_by: by.operator_name,
      version: id,
    };
  });
  await insertRows(trx, rows);
  await insertSearch(trx, rows, new Map([...keys].map(([id, { search_key }]) => [id, search_key])));
  await insertQueues(trx, changes);
  await insertSkills(trx, changes);
  await keepWords(
    trx,
    changes.map(({ fields }) => valuesAfter(fields)),
  );
}

/** Writes the changed fields, and nothing else of these users. */
export async function updateUsers(trx: Db, changes: readonly Change[], { id, by }: Writing): Promise<void> {
  for (const { person_id, fields } of changes) {
    const settings = valuesAfter(fields);
    await trx
      .updateTable('users')
      .set({
        ...columnsOf(settings),
        ...changedAccountColumn(settings),
        modified_at: Date.parse(by.at),
        modified_by: by.operator_name,
        version: id,
      })
      .where('person_id', '=', person_id)
      .execute();
  }
  await keepWords(
    trx,
    changes.map(({ fields }) => valuesAfter(fields)),
  );
  await refreshSearch(
    trx,
    changes.filter(change => change.fields.display_name).map(change => change.person_id),
  );
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

/** Where somebody is right now: no change of theirs, so it has no history, and nobody's plan is out of date by it. */
export async function setPresence(
  trx: Db,
  person_id: number,
  presence: Pick<UserSettings, 'status_name' | 'sub_status_name'>,
): Promise<void> {
  await keepWords(trx, [presence]);
  await trx.updateTable('users').set(presence).where('person_id', '=', person_id).execute();
}

function valuesAfter(fields: FieldChanges): Partial<UserSettings> {
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.after]));
}

type SettingColumns = Partial<Omit<NewUserRow, 'person_id'>>;

/** The columns of the settings that are given, absent ones and those of the account left out. */
function columnsOf(settings: Partial<UserSettings>): SettingColumns {
  const { role, add_ons_plan, region, team, queues: _, skills: __, ...others } = settings;
  const { multi_channel_engagements: several, ...rest } = others;
  const plain = Object.entries(rest).filter(([name]) => !(accountFields as string[]).includes(name));
  return {
    ...Object.fromEntries(plain),
    ...(role && { role_id: role.id }),
    ...(add_ons_plan !== undefined && { add_ons_plan: JSON.stringify(add_ons_plan ?? []) }),
    ...(region !== undefined && { region_id: region?.id ?? null }),
    ...(several !== undefined && { multi_channel_engagements: several === null ? null : Number(several) }),
    ...(team !== undefined && { team_id: team?.id ?? null, team_role: team?.team_role ?? null }),
  };
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
