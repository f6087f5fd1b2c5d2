import { userJson } from '../roster/json.ts';
import { shownName } from '../roster/subjects.ts';
import type { User } from '../roster/user.ts';
import { userCells, userColumns } from '../roster/user-cells.ts';
import type { Listing } from './listing.ts';

/** Users as `list` and `export` print them. */
export const userListing: Listing<User> = {
  titles: ['Name', 'Email', 'Role', 'Queues', 'Presence', 'Status'],
  row: user => {
    const { role, queues, status_name, sub_status_name, user_access } = user.settings;
    const presence = sub_status_name ? `${status_name} (${sub_status_name})` : status_name;
    const names = queues.map(queue => queue.name).join(', ');
    return [
      shownName({ person: user.person, user }),
      user.person.user_email,
      role.name,
      names,
      presence,
      user_access,
    ];
  },
  columns: userColumns,
  cells: userCells,
  json: userJson,
};
