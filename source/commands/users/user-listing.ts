import { userJson } from '../../roster/plan/json.ts';
import { shownName } from '../../roster/plan/subjects.ts';
import { type ColumnId, columnTitles, defaultColumns, isColumnId } from '../../roster/users/columns.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName, User } from '../../roster/users/user.ts';
import { userCells, userColumns, valueText } from '../../roster/users/user-cells.ts';
import type { Listing } from '../shell/listing.ts';

/** Users as `list` and `export` print them; the columns are those of a table, the other formats have everything. */
export function userListing(columns: readonly (ColumnId | FieldName)[] = defaultColumns): Listing<User> {
  return {
    titles: columns.map(id => (isColumnId(id) ? columnTitles[id] : fields[id].label)),
    row: user => columns.map(id => (isColumnId(id) ? texts[id](user) : valueText(id, user.settings[id]))),
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
