import type { Change, Problem } from './change-set.ts';
import type { Facts } from './facts.ts';
import { fieldChanges } from './fields.ts';
import { findByName } from './find-by-name.ts';
import type { Draft } from './plan.ts';
import { queueEdits } from './queue-edits.ts';
import { shownName, usersAmong } from './subjects.ts';
import type { QueueAssignment, UserSettings } from './user.ts';
import { counted, listed } from './words.ts';

/** Only what is named changes (domain rule 8). Roles and queues by name. */
export interface Edits {
  role?: string;
  user_access?: UserSettings['user_access'];
  status_name?: UserSettings['status_name'];
  /** `Billing`, `Billing (supervisor)` or `Billing (both)`. */
  addQueues?: readonly string[];
  removeQueues?: readonly string[];
}

type SettingsEdit = (before: UserSettings) => UserSettings;

/** Changes settings of users; those who have them already are left out. */
export function planEdit(edits: Edits, facts: Facts): Draft {
  const { users, problems } = usersAmong(facts);
  const edit = settingsEdit(edits, facts, problems);
  const changes: Change[] = users
    .map(({ person, user }) => ({
      person_id: person.person_id,
      user_email: person.user_email,
      user_name: shownName({ person, user }),
      action: 'update' as const,
      version: user.version,
      fields: fieldChanges(user.settings, edit(user.settings)),
    }))
    .filter(change => Object.keys(change.fields).length > 0);
  const unchanged = users.length - changes.length;
  const notices = unchanged > 0 ? [`${counted(unchanged, 'user')} already as asked.`] : [];
  return { kind: 'edit', summary: summarize(edits, changes.length), changes, problems, notices };
}

function settingsEdit(edits: Edits, facts: Facts, problems: Problem[]): SettingsEdit {
  const set: Partial<UserSettings> = {};
  if (edits.user_access) set.user_access = edits.user_access;
  if (edits.status_name) {
    set.status_name = edits.status_name;
    if (edits.status_name !== 'Not Ready') set.sub_status_name = null;
  }
  if (edits.role !== undefined) {
    const role = findByName(facts.roles, edits.role, 'role');
    if ('problem' in role) problems.push(role.problem);
    else set.role = role.found;
  }
  const changeQueues = queueEdits(edits.addQueues ?? [], edits.removeQueues ?? [], facts.queues, problems);
  return before => ({ ...before, ...set, queues: changeQueues(before.queues) as QueueAssignment[] });
}

/** One line for history: what was done, where it is one thing. */
function summarize(edits: Edits, count: number): string {
  const users = counted(count, 'user');
  const asked = Object.entries(edits).filter(([, value]) => value !== undefined && value.length > 0);
  if (asked.length !== 1) return `Edit ${users}`;
  const { role, status_name, user_access, addQueues = [], removeQueues = [] } = edits;
  if (addQueues.length > 0) return `Put ${users} into ${listed(addQueues)}`;
  if (removeQueues.length > 0) return `Take ${users} out of ${listed(removeQueues)}`;
  return `Make ${users} ${role ?? user_access ?? status_name}`;
}
