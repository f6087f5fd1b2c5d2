import { type CatalogRecords, recordOf } from '../../source/roster/catalog/catalog-records.ts';
import type { CatalogChange, CatalogKind, CatalogRecord } from '../../source/roster/plan/change-set.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Db } from '../sqlite/dialect.ts';
import type { Tables } from '../tables.ts';

/** Writes what is added or edited; tells the changes with the ids that additions got. What is removed stays for now. */
export async function writeCatalog(trx: Db, changes: readonly CatalogChange[]): Promise<CatalogChange[]> {
  const written: CatalogChange[] = [];
  for (const change of changes) {
    const { of, id, before, after } = change;
    if (after === null) written.push(change);
    else if (before === null) written.push({ ...change, id: await insert(trx, of, id, after) });
    else {
      await update(trx, change, after);
      written.push(change);
    }
  }
  return written;
}

/** Takes away what is removed; nobody may have it any more. */
export async function deleteFromCatalog(trx: Db, changes: readonly CatalogChange[]): Promise<void> {
  for (const { of, id, after } of changes) {
    if (after !== null || id === null) continue;
    const { table, key } = tableOf(of);
    await trx.deleteFrom(table).where(key, '=', id).execute();
  }
}

/** With an id where it comes back, without one where it is new. */
async function insert(trx: Db, of: CatalogKind, id: number | null, record: CatalogRecord): Promise<number> {
  const { table, key } = tableOf(of);
  const { insertId } = await trx
    .insertInto(table)
    .values({
      ...rowOf(of, record),
      ...(of === 'role' && { built_in: 0 }),
      ...(id !== null && { [key]: id }),
    } as never)
    .executeTakeFirstOrThrow();
  const given = id ?? Number(insertId);
  await writeLists(trx, of, given, record);
  return given;
}

async function update(trx: Db, { of, id, name }: CatalogChange, record: CatalogRecord): Promise<void> {
  if (of === 'license_pool') {
    const { total } = recordOf(of, record);
    const package_name = name as Tables['license_pools']['package_name'];
    await trx.updateTable('license_pools').set({ total }).where('package_name', '=', package_name).execute();
    return;
  }
  const { table, key } = tableOf(of);
  await trx
    .updateTable(table)
    .set(rowOf(of, record) as never)
    .where(key, '=', id as never)
    .execute();
  if (id !== null) await writeLists(trx, of, id, record);
}

/** What a record has several of, in tables of their own. */
async function writeLists(trx: Db, of: CatalogKind, id: number, record: CatalogRecord): Promise<void> {
  if (of === 'role') await grant(trx, id, recordOf(of, record));
  if (of === 'operator') await keepKeys(trx, id, recordOf(of, record));
}

async function grant(trx: Db, role_id: number, { privileges }: CatalogRecords['role']): Promise<void> {
  await trx.deleteFrom('role_privileges').where('role_id', '=', role_id).execute();
  const rows = privileges.map(privilege => ({ role_id, privilege }));
  if (rows.length > 0) await trx.insertInto('role_privileges').values(rows).execute();
}

async function keepKeys(trx: Db, operator_id: number, { keys }: CatalogRecords['operator']): Promise<void> {
  await trx.deleteFrom('operator_keys').where('operator_id', '=', operator_id).execute();
  const rows = keys.map(key => ({ ...key, operator_id }));
  if (rows.length > 0) await trx.insertInto('operator_keys').values(rows).execute();
}

/**
 * Where a kind is kept. All of these tables have a name and a number and are otherwise different; to the
 * compiler they are queues, and `rowOf` gives each its own columns.
 */
function tableOf(of: CatalogKind): { table: 'queues'; key: 'queue_id' } {
  const tables: Record<CatalogKind, string> = {
    queue: 'queues',
    role: 'roles',
    skill: 'skills',
    team: 'teams',
    region: 'regions',
    template: 'templates',
    operator: 'operators',
    account: 'account',
    license_pool: 'license_pools',
  };
  return { table: tables[of], key: `${of}_id` } as { table: 'queues'; key: 'queue_id' };
}

/** The columns of a record, its key for sorting included. */
function rowOf(of: CatalogKind, record: CatalogRecord): Record<string, unknown> {
  switch (of) {
    case 'queue': {
      const { queue_name, description, channel } = recordOf(of, record);
      return { queue_name, queue_key: fold(queue_name), description, channel };
    }
    case 'role': {
      const { role_name } = recordOf(of, record);
      return { role_name, role_key: fold(role_name) };
    }
    case 'skill': {
      const { skill_name, category, graded } = recordOf(of, record);
      return { skill_name, skill_key: fold(skill_name), category, graded: graded ? 1 : 0 };
    }
    case 'team': {
      const { team_name } = recordOf(of, record);
      return { team_name, team_key: fold(team_name) };
    }
    case 'region': {
      const { region_name, is_main } = recordOf(of, record);
      return { region_name, region_key: fold(region_name), is_main: is_main ? 1 : 0 };
    }
    case 'template': {
      const { template_name, description, type, edits } = recordOf(of, record);
      return {
        template_name,
        template_key: fold(template_name),
        description,
        type,
        edits: JSON.stringify(edits),
      };
    }
    case 'operator': {
      const { operator_name, role, is_owner, login, user_email } = recordOf(of, record);
      return {
        operator_name,
        role_id: role.id,
        is_owner: is_owner ? 1 : 0,
        login,
        user_email_key: user_email,
      };
    }
    case 'account': {
      const { account_name, plan, license_model, rate_share, ...mail } = recordOf(of, record);
      const { notices, notice_subject, notice_text } = mail;
      return { account_name, plan, license_model, rate_share, notices, notice_subject, notice_text };
    }
    case 'license_pool': {
      const { package_name, total } = recordOf(of, record);
      return { package_name, total };
    }
  }
}
