import { nounOf } from '../../source/roster/catalog/catalog-records.ts';
import type { AppliedChangeSet } from '../../source/roster/plan/change-set.ts';
import type { RefusedPart } from '../../source/roster/push/refused.ts';
import { fold } from '../../source/roster/text/fold.ts';
import { fields } from '../../source/roster/users/fields.ts';
import type { Db } from '../sqlite/dialect.ts';
import { idList } from '../sqlite/id-list.ts';
import { peopleRows } from '../users/users.ts';
import { readRefusals } from './pushes.ts';

/** Whom of these people the account refused last, by which change set; whoever was changed again since is not in the map. */
export async function refusedLast(db: Db, people: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('push_refusals as refusal')
    .select(({ fn }) => ['person_id', fn.max<number>('change_set_id').as('id')])
    .where('person_id', 'in', idList(people))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('changes')
            .innerJoin('change_sets', 'change_sets.change_set_id', 'changes.change_set_id')
            .select('changes.person_id')
            .whereRef('changes.person_id', '=', 'refusal.person_id')
            .whereRef('changes.change_set_id', '>', 'refusal.change_set_id')
            .where('kind', '<>', 'refused'),
        ),
      ),
    )
    .groupBy('person_id')
    .execute();
  return new Map(rows.flatMap(({ person_id, id }) => (person_id === null ? [] : [[person_id, id]])));
}

/** What the account did not take of a change set, in words. */
export async function refusedParts(
  db: Db,
  { id, catalog }: Pick<AppliedChangeSet, 'id' | 'catalog'>,
): Promise<RefusedPart[]> {
  const refusals = await readRefusals(db, id);
  const ids = new Set(refusals.flatMap(({ person_id }) => person_id ?? []));
  const rows = await peopleRows(db, [...ids]);
  const people = new Map(rows.map(row => [row.person_id, row]));
  const parts = refusals.map(({ person_id, kind, local_id, fields: names, reason, state }) => {
    const person = person_id === null ? undefined : people.get(person_id);
    const thing = catalog.find(change => change.of === kind && change.id === local_id);
    const labels = names.map(name => fields[name].label).join(', ');
    return {
      ...{ person_id, state, email: person?.user_email ?? '' },
      name: person?.display_name || person?.user_email || [kind && nounOf(kind), thing?.name].join(' '),
      reason: labels === '' || state === 'conflict' ? reason : `${labels}: ${reason}`,
    };
  });
  const keys = new Map(parts.map(part => [part, fold(part.name)]));
  return parts.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}
