import { userJson } from '../../roster/plan/json.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import { type ColumnId, columnTitles, defaultColumns } from '../../roster/users/columns.ts';
import type { User } from '../../roster/users/user.ts';
import { userCells, userColumns } from '../../roster/users/user-cells.ts';
import type { Listing } from '../shell/listing.ts';

/** Users as `list` and `export` print them; the columns are those of a table, the other formats have everything. */
export function userListing(columns: readonly ColumnId[] = defaultColumns): Listing<User> {
  return {
    titles: columns.map(id => columnTitles[id]),
    row: user => columns.map(id => texts[id](user)),
    columns: userColumns,
    cells: userCells,
    json: userJson,
  };
}

const texts: Record<ColumnId, (user: User) => string> = {
  name: user => shownName({ person: user.person, user }),
  email: ({ person }) => person.user_email,
  role: ({ settings }) => settings.role.name,
  queues: ({ settings }) => settings.queues.map(queue => queue.name).join(', '),
  presence({ settings: { status_name, sub_status_name } }) {
    return sub_status_name ? `${status_name} (${sub_status_name})` : status_name;
  },
  status: ({ settings }) => settings.user_access,
  department: ({ person }) => person.department,
};
