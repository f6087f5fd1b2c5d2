import { refuse } from '../rules/answer.ts';
import type { Named } from '../rules/writes.ts';
import { addedUserAnswer, addedUsersAnswer, addUserBody, addUsersBody } from '../schemas/users.ts';
import type { Changes } from '../state/changes.ts';
import { findQueue, type State, type Template, type User } from '../state/state.ts';
import { type Prepared, runBatch } from './batch.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { addedUser, addedUserOfBatch } from './shown-user.ts';
import { readSettings, type SettingsBody } from './user-settings.ts';

interface AddBody extends SettingsBody, Named {}

export const addUsers: readonly Operation[] = [
  operation<AddBody>({
    name: 'POST /contact_center/users',
    category: 'light',
    scope: 'contact_center:write:user:admin',
    body: addUserBody,
    answer: addedUserAnswer,
    run(call) {
      const prepared = prepareAddition(call, call.body, [], new Set());
      if ('refusal' in prepared) return prepared.refusal;
      return { status: 201, body: addedUser(call.state, prepared.commit()) };
    },
  }),
  operation<{ users: AddBody[] }>({
    name: 'POST /contact_center/users/batch',
    category: 'medium',
    scope: 'contact_center:write:batch_users:admin',
    body: addUsersBody,
    answer: addedUsersAnswer,
    run(call) {
      const [taken, added] = [[] as string[], new Set<string>()];
      const prepare = (row: AddBody) => prepareAddition(call, row, taken, added);
      const { done, refusal } = runBatch(call, call.body.users, prepare);
      if (refusal) return refusal;
      return { status: 201, body: { users: done.map(user => addedUserOfBatch(call.state, user)) } };
    },
  }),
];

function prepareAddition(
  { state, changes }: Pick<Call, 'state' | 'changes'>,
  { user_id, user_email, ...settings }: AddBody,
  taken: string[],
  added: Set<string>,
): Prepared<User> {
  const named = user_email ?? user_id;
  if (named === undefined)
    return { refusal: refuse(400, 1009, 'Somebody needs an ID or an e-mail address.') };
  // Where both are said, the ID is not looked at.
  const id = user_email === undefined ? user_id! : state.emails.get(user_email.toLowerCase());
  const person = id === undefined ? undefined : state.people.get(id);
  if (person?.status !== 'active')
    return { refusal: refuse(400, 1004, `Nobody active in the account is ${named}.`) };
  if (state.users.has(person.id) || added.has(person.id))
    return { refusal: refuse(400, 1007, `${named} is a user already.`) };
  const wanted = readSettings(state, settings, undefined, taken);
  if ('refusal' in wanted) return wanted;
  const { role_id, ...change } = wanted.change;
  if (role_id === undefined)
    return { refusal: refuse(400, 300, 'A user needs a role or a template that has one.') };
  added.add(person.id);
  return {
    commit() {
      const user = changes.add(person, role_id, change);
      state.additions[person.email] = (state.additions[person.email] ?? 0) + 1;
      if (wanted.template) assign(state, changes, user, wanted.template);
      return user;
    },
  };
}

/** What a template brings beyond settings. What it names and is gone is left out. */
export function assign(state: State, changes: Changes, user: User, template: Template): void {
  const { agent_queue_ids = [], supervisor_queue_ids = [] } = template.assigned_queues ?? {};
  for (const [as, ids] of [
    ['agent', agent_queue_ids],
    ['supervisor', supervisor_queue_ids],
  ] as const)
    for (const id of ids) {
      const queue = findQueue(state, id);
      if (queue) changes.join(queue, user, as);
    }
  for (const { skill_id, proficiency_level = null } of template.skills ?? [])
    if (state.skills.has(skill_id)) changes.hold(user, skill_id, proficiency_level);
}
