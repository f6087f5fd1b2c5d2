import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Proof } from '../../db/authorship.ts';
import { holderOfKey, operatorBy } from '../../db/catalog/operators.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import { adding, setting } from '../roster/intents.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

let roster: Fixture;

beforeEach(async () => {
  roster = await openFixture(await makeRoster());
});

afterEach(() => roster.close());

const key = { type: 'ssh-ed25519', blob: 'AAAA', fingerprint: 'SHA256:one' };
const ana = { emails: ['ana.silva@acme.example'] };

async function giveKey(): Promise<void> {
  const { operator_id } = roster.operator;
  const row = { ...key, operator_id, comment: '', added_at: '2026-11-23T07:41:00.000Z' };
  await roster.roster.write().insertInto('operator_keys').values(row).execute();
}

/** What comes of writing a plan that was made while all was well. */
async function written(proof: Proof, meanwhile: () => Promise<unknown>) {
  const set = await roster.planned(adding(setting({ role: 'Agent' })), ana);
  await meanwhile();
  const by = { ...roster.by, proof, at: '2026-11-23T07:41:00.000Z' };
  const outcome = await applyChangeSet(roster.roster.write(), set, by);
  const users = await roster.read.selectFrom('users').selectAll().execute();
  expect(users).toHaveLength(outcome.ok ? 1 : 0);
  return outcome.ok || outcome.reason;
}

const write = () => roster.roster.write();
const login = { login: 'maria' };
const byKey = () => ({ operator_id: roster.operator.operator_id, key: key.fingerprint });

it('an operator is known by login, or by a key of theirs', async () => {
  await giveKey();
  expect(await operatorBy(roster.read, login)).toMatchObject({ operator_name: 'maria' });
  expect(await operatorBy(roster.read, byKey())).toMatchObject({ operator_name: 'maria', key: 'SHA256:one' });
  expect(await operatorBy(roster.read, { ...byKey(), key: 'SHA256:two' })).toBe(null);
  expect(await operatorBy(roster.read, { ...byKey(), operator_id: 99 })).toBe(null);
  expect(await holderOfKey(roster.read, key)).toBe(roster.operator.operator_id);
  expect(await holderOfKey(roster.read, { ...key, blob: 'BBBB' })).toBe(null);
  expect(await holderOfKey(roster.read, { ...key, type: 'ssh-rsa' })).toBe(null);
});

it('a change is written while all is as it was', async () => {
  await giveKey();
  expect(await written(login, async () => {})).toBe(true);
});

it('a change is written for who came in by a key', async () => {
  await giveKey();
  expect(await written(byKey(), async () => {})).toBe(true);
});

it.each([
  ['login was taken away', () => write().updateTable('operators').set({ login: null }).execute()],
  [
    'role lets them look only',
    () => write().updateTable('operators').set({ is_owner: 0, role_id: 2 }).execute(),
  ],
  [
    'role was changed itself',
    async () => {
      await write().updateTable('operators').set({ is_owner: 0 }).execute();
      await write().deleteFrom('role_privileges').where('privilege', '=', 'UserManagement:Edit').execute();
    },
  ],
  ['entry is gone', () => write().deleteFrom('operators').execute()],
  ['account has a plan that does not qualify', () => sql`update account set plan = 'basic'`.execute(write())],
  [
    'role lacks by now what they give',
    async () => {
      await write().updateTable('operators').set({ is_owner: 0 }).execute();
      await sql`insert into role_privileges (role_id, privilege) values (3, 'RoleManagement:Edit')`.execute(
        write(),
      );
      await write()
        .deleteFrom('role_privileges')
        .where('role_id', '=', 1)
        .where('privilege', '=', 'RoleManagement:Edit')
        .execute();
    },
  ],
])('nothing is written any more for an operator whose %s', async (_, meanwhile) => {
  expect(await written(login, meanwhile)).toBe('forbidden');
});

it('nothing is written any more for a key that was taken back, and a key goes with its operator', async () => {
  await giveKey();
  expect(await written(byKey(), () => write().deleteFrom('operator_keys').execute())).toBe('forbidden');
  await giveKey();
  expect(await written(byKey(), () => write().deleteFrom('operators').execute())).toBe('forbidden');
  expect(await roster.read.selectFrom('operator_keys').selectAll().execute()).toEqual([]);
});
