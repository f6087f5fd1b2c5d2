import { readQueues, readRoles } from '../../db/catalog/catalog.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { fold } from '../roster/text/fold.ts';
import type { Reference } from '../roster/users/user.ts';
import {
  customRoles,
  languageSkills,
  productSkills,
  queueSpecifications,
  regionNames,
  serviceSkills,
  teamSpecifications,
} from './organization.ts';
import type { QueueReference } from './queue-reference.ts';

/** What settings refer to, by name. */
export interface Organization {
  roles: ReadonlyMap<string, Reference>;
  queues: ReadonlyMap<string, QueueReference>;
  regions: ReadonlyMap<string, Reference>;
  teams: ReadonlyMap<string, Reference>;
  skills: ReadonlyMap<string, Reference>;
}

/** Writes roles, queues, regions, teams and skills, and tells the ids they got. */
export async function writeOrganization(trx: Db): Promise<Organization> {
  await writeRoles(trx);
  await trx
    .insertInto('queues')
    .values(
      queueSpecifications.map(({ queue_name, channel, description }) => ({
        queue_name,
        queue_key: fold(queue_name),
        channel,
        description,
      })),
    )
    .execute();
  await trx
    .insertInto('regions')
    .values(regionNames.map(region_name => ({ region_name, region_key: fold(region_name), is_main: 0 })))
    .execute();
  await trx
    .insertInto('teams')
    .values(teamSpecifications.map(({ team_name }) => ({ team_name, team_key: fold(team_name) })))
    .execute();
  await trx
    .insertInto('skills')
    .values([
      ...skillRows(languageSkills, 'Languages', 1),
      ...skillRows(productSkills, 'Products', 0),
      ...skillRows(serviceSkills, 'Service', 1),
    ])
    .execute();
  return {
    // Users keep of a role or queue what refers to it, not all that the account knows of it.
    roles: byName((await readRoles(trx)).map(({ id, name }) => ({ id, name }))),
    queues: byName((await readQueues(trx)).map(({ id, name, channel }) => ({ id, name, channel }))),
    regions: byName(
      await trx.selectFrom('regions').select(['region_id as id', 'region_name as name']).execute(),
    ),
    teams: byName(await trx.selectFrom('teams').select(['team_id as id', 'team_name as name']).execute()),
    skills: byName(await trx.selectFrom('skills').select(['skill_id as id', 'skill_name as name']).execute()),
  };
}

async function writeRoles(trx: Db): Promise<void> {
  for (const { role_name, privileges } of customRoles) {
    const { insertId } = await trx
      .insertInto('roles')
      .values({ role_name, role_key: fold(role_name), built_in: 0 })
      .executeTakeFirstOrThrow();
    const role_id = Number(insertId);
    await trx
      .insertInto('role_privileges')
      .values(privileges.map(privilege => ({ role_id, privilege })))
      .execute();
  }
}

function skillRows(names: readonly string[], category: string, graded: 0 | 1) {
  return names.map(skill_name => ({ skill_name, skill_key: fold(skill_name), category, graded }));
}

function byName<T extends Reference>(list: readonly T[]): Map<string, T> {
  return new Map(list.map(item => [item.name, item]));
}
