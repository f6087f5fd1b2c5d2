import type { MadeUpPerson } from '../../../source/demo/people.ts';
import type { UserSettings } from '../../../source/roster/users/user.ts';

/** What the roster's table shows of a user, and the department. */
export interface ListedUser {
  name: string;
  email: string;
  role: string;
  queues: string[];
  presence: string;
  status: string;
  department: string;
}

/** A user as one line of tab-separated cells: what other programs are given to show, and what answers are checked by. */
export function userLine(person: MadeUpPerson, settings: UserSettings): string {
  return [
    settings.display_name ?? person.display_name,
    person.user_email,
    settings.role.name,
    settings.queues.map(queue => queue.name).join(', '),
    settings.status_name,
    settings.user_access,
    person.department,
  ].join('\t');
}

export function readUserLine(line: string): ListedUser {
  const [name = '', email = '', role = '', queues = '', presence = '', status = '', department = ''] =
    line.split('\t');
  return { name, email, role, queues: queues.split(', '), presence, status, department };
}
