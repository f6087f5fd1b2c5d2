import type { Authorship } from '../../db/authorship.ts';
import { recordChangeSet } from '../../db/history/change-sets.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { PoolUse } from '../roster/plan/facts.ts';
import { counted } from '../roster/text/words.ts';
import type { PackageName } from '../roster/users/vocabulary.ts';
import type { Author } from './operators.ts';
import { randomFor, weighted } from './random.ts';
import { daysBefore } from './times.ts';

/** One of the imports that most users came with. */
export interface Import {
  id: number;
  by: Authorship;
  /** How many users came with it, by package. */
  counts: Map<PackageName, number>;
}

const topic = 3;
const daysAgo = [400, 212, 97] as const;
const whichImport = weighted([
  [0, 70],
  [1, 20],
  [2, 10],
]);

/** Which import brought the user of this number: 0, 1 or 2. */
export function importOf(number: number): number {
  return whichImport(randomFor(topic, number));
}

/** Writes the imports as change sets without users; `finishImports` tells later what they brought. */
export async function beginImports(
  trx: Db,
  { operator_id, operator_name }: Author,
  now: Date,
): Promise<Import[]> {
  const imports: Import[] = [];
  for (const days of daysAgo) {
    const by = { operator_id, operator_name, via: 'local', at: daysBefore(now, days, '07:30') };
    const draft = {
      kind: 'import' as const,
      summary: '',
      changes: [],
      catalog: [],
      problems: [],
      licenses: [],
      notices: [],
    };
    imports.push({ id: await recordChangeSet(trx, draft, by), by, counts: new Map() });
  }
  return imports;
}

/** Completes the change sets of the imports; those that brought nobody vanish. `kept`: the single users are in history too. */
export async function finishImports(
  trx: Db,
  imports: readonly Import[],
  { pools, kept }: { pools: readonly Omit<PoolUse, 'used'>[]; kept: boolean },
): Promise<void> {
  const used = new Map<PackageName, number>();
  for (const { id, counts } of imports) {
    const licenses = pools.flatMap(({ package_name, total }) => {
      const added = counts.get(package_name) ?? 0;
      const before = used.get(package_name) ?? 0;
      used.set(package_name, before + added);
      return added === 0 ? [] : { package_name, before, after: before + added, total };
    });
    const users = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (users === 0) await trx.deleteFrom('change_sets').where('change_set_id', '=', id).execute();
    else
      await trx
        .updateTable('change_sets')
        .set({
          users,
          summary: `Import ${counted(users, 'user')}`,
          licenses: JSON.stringify(licenses),
          notices: JSON.stringify(
            kept ? [] : ['What each user came with is not in the history: they were too many.'],
          ),
        })
        .where('change_set_id', '=', id)
        .execute();
  }
}
