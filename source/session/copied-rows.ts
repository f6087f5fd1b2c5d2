import type { Db } from '../../db/dialect.ts';
import { ordered, rowsOf } from '../../db/window.ts';
import { csvLine } from '../csv/write.ts';
import { type View, wholeRoster } from '../roster/view.ts';

/** These users as CSV with a header line, in the order of the view. */
export async function rowsAsCsv(db: Db, ids: readonly number[], { sort }: View): Promise<string> {
  const inOrder = await ordered(db, { ...wholeRoster, sort, only: ids })
    .select('users.person_id')
    .execute();
  const rows = await rowsOf(
    db,
    inOrder.map(row => row.person_id),
  );
  const header = [
    'display_name',
    'user_email',
    'role_name',
    'queues',
    'status_name',
    'user_access',
    'department',
  ];
  const lines = rows.map(row => [
    row.name,
    row.email,
    row.role,
    row.queues.join('; '),
    row.presence,
    row.status,
    row.department,
  ]);
  return [header, ...lines].map(csvLine).join('');
}
