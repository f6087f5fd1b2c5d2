import { beforeAll, describe, expect, it } from 'vitest';
import { createRoster } from '../../db/create.ts';
import { openRoster } from '../../db/open.ts';
import { compareBytes, userKeys } from '../../db/sqlite/search/search-keys.ts';
import type { PersonRow, Tables } from '../../db/tables.ts';
import { ask, count, demo, dump, now } from './fixture.ts';

let path: string;
beforeAll(async () => {
  path = await demo(500);
});

describe('the same demo twice', () => {
  it('has the same rows', async () => {
    expect(dump(await demo(500))).toEqual(dump(path));
  });

  it('differs by the login in nothing but the owner', async () => {
    const { operators: _, ...mine } = dump(path);
    const { operators, ...other } = dump(await demo(500, { login: 'li' }));
    expect(other).toEqual(mine);
    expect(operators).toContainEqual(
      expect.objectContaining({ operator_name: 'li', login: 'li', is_owner: 1 }),
    );
  });

  it('begins with the same users, however many there are', async () => {
    const bigger = await demo(1_200);
    const { people, users, queue_members, user_skills } = dump(path);
    const licensed = (rows: typeof users) => rows?.filter(row => Number(row.person_id) <= 500);
    const other = dump(bigger);
    const withoutRank = (rows: typeof users) => rows?.map(({ name_rank: _, ...row }) => row);
    expect(withoutRank(licensed(other.users))).toEqual(withoutRank(users));
    expect(licensed(other.queue_members)).toEqual(queue_members);
    expect(licensed(other.user_skills)).toEqual(user_skills);
    expect(licensed(other.people)).toEqual(licensed(people));
  });
});

describe.each([1, 2, 19, 20, 24, 61, 500])('a demo of %i users', users => {
  let path: string;
  beforeAll(async () => {
    path = await demo(users);
  });

  it('has that many, and people without a license to add', () => {
    expect(count(path, 'select count(*) from users')).toBe(users);
    const unlicensed = 'from people where person_id not in (select person_id from users)';
    expect(count(path, `select count(*) ${unlicensed}`)).toBe(Math.max(5, Math.round(users / 5)));
    expect(count(path, `select count(*) ${unlicensed} and account_status = 'active'`)).toBeGreaterThan(2);
    expect(count(path, `select count(*) ${unlicensed} and account_status = 'pending'`)).toBeGreaterThan(0);
  });

  it('is sound', () => {
    expect(ask(path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(ask(path, 'pragma foreign_key_check')).toEqual([]);
    expect(ask(path, 'pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  });

  it('leaves licenses of every package, premium the fewest', () => {
    const left = ask(
      path,
      `select package_name, total - (select count(*) from users where users.package_name = license_pools.package_name)
       as free from license_pools order by free`,
    );
    expect(left[0]?.free).toBeGreaterThan(0);
    expect(left.map(row => row.package_name)).toContain('premium');
    if (users === 500) {
      expect(left[0]).toEqual({ package_name: 'premium', free: 4 });
      expect(count(path, 'select sum(total) from license_pools')).toBe(540);
    }
  });

  it('shows who runs it as an admin of the roster, with nothing to undo', () => {
    const owner = ask(
      path,
      `select operator_id, role_name, user_access from operators
       join people on people.email_key = operators.user_email_key join users using (person_id) join roles on roles.role_id = users.role_id
       where login = 'kim' and is_owner = 1`,
    );
    expect(owner).toEqual([{ operator_id: 1, role_name: 'Admin', user_access: 'active' }]);
    expect(count(path, 'select count(*) from change_sets where operator_id = 1')).toBe(0);
    expect(count(path, 'select count(*) from operators where login is not null')).toBe(1);
  });
});

describe('the demo', () => {
  it('has the indexes of any roster', async () => {
    const plain = `${path}.plain`;
    await createRoster(plain, {
      account_name: 'Plain',
      plan: 'pro',
      license_model: 'named',
      pools: {},
      owner: { operator_name: 'kim', login: 'kim' },
      created_at: now.toISOString(),
    });
    const schema = 'select type, name, tbl_name, sql from sqlite_schema order by name';
    expect(ask(path, schema)).toEqual(ask(plain, schema));
    await (await openRoster(path)).close();
  });

  it('sorts and finds users by the keys that any user has', () => {
    const people = new Map(
      ask(path, 'select * from people').map(row => [row.person_id, row as unknown as PersonRow]),
    );
    const rows = ask(
      path,
      `select user_search.*, users.display_name, users.role_id = user_search.role_id as same_role,
       (select ',' || coalesce(group_concat(queue_id || ',', ''), '') from queue_members m where m.person_id = users.person_id) as queues
       from user_search join users using (name_rank) order by name_rank`,
    ) as unknown as (Tables['user_search'] & { display_name: string; same_role: number; queues: string })[];
    expect(rows).toHaveLength(500);
    for (const { person_id, search_key, display_name, same_role, queue_ids, queues } of rows) {
      expect(search_key).toBe(userKeys(people.get(person_id)!, display_name).search_key);
      expect(same_role).toBe(1);
      expect(queue_ids.split(',').sort()).toEqual(queues.split(',').sort());
    }
    const names = rows.map(({ search_key, person_id }) => ({ name: search_key.split('\n')[0]!, person_id }));
    const sorted = names.toSorted((a, b) => compareBytes(a.name, b.name) || a.person_id - b.person_id);
    expect(names).toEqual(sorted);
  });

  it('has queues of all channels: big ones, a small one, an empty one', () => {
    const queues = ask(
      path,
      `select queue_name, channel, count(person_id) as users from queues left join queue_members using (queue_id)
       group by queue_id order by users`,
    );
    expect(queues).toHaveLength(12);
    expect(new Set(queues.map(queue => queue.channel))).toEqual(
      new Set(['voice', 'video', 'messaging', 'email']),
    );
    expect(queues[0]?.users).toBe(0);
    expect(queues[1]?.users).toBeGreaterThan(2);
    expect(queues[1]?.users).toBeLessThan(20);
    expect(queues.at(-1)?.users).toBeGreaterThan(150);
    expect(
      count(path, 'select max(n) from (select count(*) as n from queue_members group by person_id)'),
    ).toBe(5);
    expect(count(path, 'select count(*) from queue_members where opted_in = 0')).toBeGreaterThan(30);
  });

  it('has every role, presence and reason, and a leader in every team', () => {
    const roles = ask(
      path,
      'select role_name, count(*) as users from users join roles using (role_id) group by role_id',
    );
    expect(roles).toHaveLength(6);
    expect(roles.find(role => role.role_name === 'Agent')?.users).toBeGreaterThan(380);
    expect(count(path, 'select count(distinct status_name) from users')).toBe(4);
    expect(count(path, 'select count(distinct sub_status_name) from users')).toBe(6);
    expect(count(path, `select count(*) from users where user_access = 'inactive'`)).toBeGreaterThan(20);
    expect(count(path, `select count(distinct team_id) from users where team_role <> 'agent'`)).toBe(10);
    expect(count(path, 'select count(*) from regions')).toBe(4);
  });

  it('tells how far it is, up to the end', async () => {
    const told: number[] = [];
    await demo(30, { onProgress: (done, total) => told.push(done / total) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});
