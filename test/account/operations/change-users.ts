import { noContent, refuse } from '../rules/answer.ts';
import type { Named } from '../rules/writes.ts';
import {
  changeUserBody,
  changeUsersBody,
  removeUsersQuery,
  statusBody,
  statusesBody,
} from '../schemas/users.ts';
import type { State, User } from '../state/state.ts';
import { assign } from './add-users.ts';
import { type Prepared, runBatch } from './batch.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { readSettings, type SettingsBody, statusRefusal } from './user-settings.ts';

interface Presence {
  status_id: string;
  sub_status_id?: string;
}

const missing = (id: string) => refuse(404, 1001, `No user has the ID ${id}.`);
const missingOfBatch = (named: string) => refuse(404, 1012, `No such user: ${named}.`);

export const changeUsers: readonly Operation[] = [
  operation<SettingsBody>({
    name: 'PATCH /contact_center/users/{userId}',
    category: 'light',
    scope: 'contact_center:update:user:admin',
    body: changeUserBody,
    run(call) {
      const user = call.state.users.get(call.params.userId!);
      if (!user) return missing(call.params.userId!);
      const prepared = prepareChange(call, user, call.body, []);
      if ('refusal' in prepared) return prepared.refusal;
      prepared.commit();
      return noContent;
    },
  }),
  operation<{ users: (Named & SettingsBody)[] }>({
    name: 'PATCH /contact_center/users',
    category: 'medium',
    scope: 'contact_center:update:batch_users:admin',
    body: changeUsersBody,
    run(call) {
      const taken: string[] = [];
      const prepare = ({ user_id, user_email, ...settings }: Named & SettingsBody) => {
        const user = findUser(call.state, { user_id, user_email });
        if (!user) return { refusal: missingOfBatch(user_email ?? user_id ?? '') };
        return prepareChange(call, user, settings, taken);
      };
      return runBatch(call, call.body.users, prepare).refusal ?? noContent;
    },
  }),
  operation<Presence>({
    name: 'PATCH /contact_center/users/{userId}/status',
    category: 'light',
    scope: 'contact_center:update:user:admin',
    body: statusBody,
    run({ state, changes, params, body }) {
      const user = state.users.get(params.userId!);
      if (!user) return missing(params.userId!);
      const refusal = statusRefusal(state, body, user);
      if (refusal) return refusal;
      changes.set(user, { sub_status_id: '', ...body });
      return noContent;
    },
  }),
  operation<{ users: (Named & Presence)[] }>({
    name: 'PATCH /contact_center/users/status',
    category: 'medium',
    scope: 'contact_center:write:batch_users:admin',
    body: statusesBody,
    run(call) {
      const { state, changes, body } = call;
      const known = body.users.filter(row => findUser(state, row));
      // Who is missing is passed over, as long as somebody is there.
      if (known.length === 0) return refuse(404, 1012, 'None of them is a user.');
      const prepare = (row: Named & Presence): Prepared<void> => {
        const { status_id, sub_status_id = '' } = row;
        const user = findUser(state, row)!;
        const refusal = statusRefusal(state, { status_id, sub_status_id }, user);
        return refusal ? { refusal } : { commit: () => changes.set(user, { status_id, sub_status_id }) };
      };
      return runBatch(call, known, prepare).refusal ?? noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/users/{userId}',
    category: 'light',
    scope: 'contact_center:delete:user:admin',
    run({ state, changes, params }) {
      const user = state.users.get(params.userId!);
      if (!user) return missing(params.userId!);
      changes.remove(user);
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/users',
    category: 'medium',
    scope: 'contact_center:delete:batch_users:admin',
    query: removeUsersQuery,
    run(call) {
      const { state, changes } = call;
      const { user_ids = [], user_emails = [] } = call.query;
      const rows: Named[] = [
        ...user_ids.map(user_id => ({ user_id })),
        ...user_emails.map(user_email => ({ user_email })),
      ];
      const prepare = (row: Named): Prepared<void> => {
        const user = findUser(state, row);
        if (!user) return { refusal: missingOfBatch(`[${row.user_email ?? row.user_id}]`) };
        return { commit: () => changes.remove(user) };
      };
      return runBatch(call, rows, prepare).refusal ?? noContent;
    },
  }),
];

/** By ID or e-mail; the e-mail counts where both are said. */
export function findUser(state: State, { user_id, user_email }: Named): User | undefined {
  const id = user_email === undefined ? user_id : state.emails.get(user_email.toLowerCase());
  return id === undefined ? undefined : state.users.get(id);
}

function prepareChange(
  { state, changes }: Pick<Call, 'state' | 'changes'>,
  user: User,
  settings: SettingsBody,
  taken: string[],
): Prepared<void> {
  const wanted = readSettings(state, settings, user, taken);
  if ('refusal' in wanted) return wanted;
  return {
    commit() {
      changes.set(user, wanted.change);
      if (wanted.template) assign(state, changes, user, wanted.template);
    },
  };
}
