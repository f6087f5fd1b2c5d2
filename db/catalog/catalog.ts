import type { Privilege } from '../../source/roster/access/privileges.ts';
import type { Catalog, OperatorRecord, Queue, Role, Template } from '../../source/roster/catalog/catalog.ts';
import { inOrder, type OperatorKey } from '../../source/roster/catalog/operator-keys.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { type OpenList, openLists } from '../../source/roster/users/vocabulary.ts';
import type { Db } from '../sqlite/dialect.ts';

/** All that users can be given: a few hundred names, read in one query each. */
export async function readCatalog(db: Db): Promise<Catalog> {
  return {
    roles: await readRoles(db),
    queues: await readQueues(db),
    skills: await readSkills(db),
    teams: await readTeams(db),
    regions: await readRegions(db),
    templates: await readTemplates(db),
    words: await readWords(db),
  };
}

export async function readRoles(db: Db): Promise<Role[]> {
  const granted = await db.selectFrom('role_privileges').selectAll().execute();
  const privileges = Map.groupBy(granted, row => row.role_id);
  const rows = await db
    .selectFrom('roles')
    .select(['role_id as id', 'role_name as name', 'built_in'])
    .orderBy('role_key')
    .execute();
  return rows.map(({ id, name, built_in }) => ({
    id,
    name,
    built_in: built_in === 1,
    privileges: (privileges.get(id) ?? []).map(row => row.privilege as Privilege),
  }));
}

export async function readQueues(db: Db): Promise<Queue[]> {
  return await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name', 'description', 'channel'])
    .orderBy('queue_key')
    .execute();
}

async function readSkills(db: Db): Promise<Catalog['skills']> {
  const rows = await db
    .selectFrom('skills')
    .select(['skill_id as id', 'skill_name as name', 'category', 'graded'])
    .orderBy('skill_key')
    .execute();
  return rows.map(({ graded, ...skill }) => ({ ...skill, graded: graded === 1 }));
}

async function readTeams(db: Db): Promise<Catalog['teams']> {
  return await db
    .selectFrom('teams')
    .select(['team_id as id', 'team_name as name'])
    .orderBy('team_key')
    .execute();
}

async function readRegions(db: Db): Promise<Catalog['regions']> {
  const rows = await db
    .selectFrom('regions')
    .select(['region_id as id', 'region_name as name', 'is_main'])
    .orderBy('region_key')
    .execute();
  return rows.map(({ is_main, ...region }) => ({ ...region, is_main: is_main === 1 }));
}

async function readTemplates(db: Db): Promise<Template[]> {
  const rows = await db
    .selectFrom('templates')
    .select(['template_id as id', 'template_name as name', 'description', 'type', 'edits'])
    .orderBy('template_key')
    .execute();
  return rows.map(({ edits, ...template }) => ({ ...template, edits: JSON.parse(edits) as FieldEdit[] }));
}

/** The usual words, and those of this account. */
async function readWords(db: Db): Promise<Catalog['words']> {
  const own = await db.selectFrom('account_words').selectAll().orderBy('word').execute();
  const all = (list: OpenList) => [
    ...openLists[list],
    ...own.filter(row => row.list === list).map(({ word }) => word),
  ];
  return { reason: all('reason'), add_on: all('add_on') };
}

/** Everybody who may work here. */
export async function readOperators(db: Db): Promise<OperatorRecord[]> {
  const keys = Map.groupBy(
    await db.selectFrom('operator_keys').selectAll().execute(),
    ({ operator_id }) => operator_id,
  );
  const rows = await db
    .selectFrom('operators')
    .innerJoin('roles', 'roles.role_id', 'operators.role_id')
    .select(['operator_id', 'operator_name', 'is_owner', 'login', 'user_email_key'])
    .select(['roles.role_id', 'role_name'])
    .orderBy('operator_id')
    .execute();
  return rows.map(({ role_id, role_name, is_owner, ...operator }) => ({
    ...operator,
    is_owner: is_owner === 1,
    role: { id: role_id, name: role_name },
    keys: inOrder((keys.get(operator.operator_id) ?? []).map(keyOf)),
  }));
}

function keyOf({ type, blob, fingerprint, comment, added_at }: OperatorKey): OperatorKey {
  return { type, blob, fingerprint, comment, added_at };
}
