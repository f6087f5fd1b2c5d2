import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { readStacks } from '../../db/changes/undo-stacks.ts';
import { listChangeSets, readChangeSet } from '../../db/history/change-sets.ts';
import { openRoster, type RosterDatabase } from '../../db/open.ts';
import { readUsers } from '../../db/users/users.ts';
import type { AppliedChangeSet } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { sameValue } from '../../source/roster/users/field-values.ts';
import { fieldNames } from '../../source/roster/users/fields.ts';
import type { FieldName, User } from '../../source/roster/users/user.ts';
import { ask, count, demo, now } from './fixture.ts';

let path: string;
let roster: RosterDatabase;
let sets: AppliedChangeSet[];
let users: Map<number, User>;

beforeAll(async () => {
  path = await demo(500);
  roster = await openRoster(path);
  const ids = (await listChangeSets(roster.read, {})).map(set => set.id).reverse();
  sets = [];
  for (const id of ids) sets.push((await readChangeSet(roster.read, id))!);
  users = await readUsers(
    roster.read,
    ask(path, 'select person_id from people').map(row => Number(row.person_id)),
  );
});
afterAll(() => roster.close());

describe('the history', () => {
  it('is of the last weeks, by several people, and of every kind', () => {
    expect(sets.length).toBeGreaterThan(10);
    expect(new Set(sets.map(set => set.kind))).toEqual(new Set(['import', 'add', 'edit', 'remove', 'undo']));
    expect(new Set(sets.map(set => set.operator_name))).toEqual(
      new Set(['Maria Lopez', 'Jonas Weber', '田中 美咲']),
    );
    const times = sets.map(set => set.at);
    expect(times).toEqual(times.toSorted());
    expect(times.at(-1)! < now.toISOString()).toBe(true);
    expect(sets.map(set => set.users)).toEqual(sets.map(set => set.changes.length));
  });

  it('leads step by step to the users as they are', () => {
    const state = new Map<number, Map<FieldName, unknown>>();
    for (const { changes } of sets)
      for (const { person_id, action, fields } of changes) {
        const before = state.get(person_id) ?? new Map<FieldName, unknown>();
        expect(state.has(person_id)).toBe(action !== 'add');
        for (const name of fieldNames) {
          const change = fields[name];
          if (change && !sameValue(change.before, before.get(name))) throw new Error(`${person_id} ${name}`);
          if (change) before.set(name, change.after);
        }
        state.set(person_id, before);
        if (action === 'remove') state.delete(person_id);
      }
    expect([...state.keys()].sort((a, b) => a - b)).toEqual([...users.keys()].sort((a, b) => a - b));
    for (const [person_id, { settings }] of users)
      for (const name of fieldNames)
        expect(sameValue(state.get(person_id)?.get(name), settings[name]), `${person_id} ${name}`).toBe(true);
  });

  it('agrees with what the users say of their last change', () => {
    for (const [person_id, user] of users) {
      const last = sets.findLast(set => set.changes.some(change => change.person_id === person_id));
      expect(user).toMatchObject({
        version: last?.id,
        modified_at: last?.at,
        modified_by: last?.operator_name,
      });
      const added = sets.find(set => set.changes.some(change => change.person_id === person_id));
      expect(user.added_at).toBe(added?.at);
    }
  });

  it('counts licenses on from one change set to the next', () => {
    const used = new Map<string, number>();
    for (const { package_name, before, after, total } of sets.flatMap(set => set.licenses)) {
      expect(before).toBe(used.get(package_name) ?? 0);
      expect(after).toBeLessThanOrEqual(total);
      used.set(package_name, after);
    }
    expect([...used.values()].reduce((sum, uses) => sum + uses, 0)).toBe(500);
  });

  it('leaves nothing to undo or redo for who runs the demo, and e-mails only of the newest addition', async () => {
    const { operator_id } = (await operatorByLogin(roster.read, 'kim'))!;
    expect(await readStacks(roster.read, operator_id)).toMatchObject({ undo: null, redo: null });
    expect(ask(path, 'select distinct change_set_id, state from outbox')).toEqual([
      { change_set_id: sets.at(-1)?.id, state: 'waiting' },
    ]);
  });

  it('can be undone where nothing came after', async () => {
    const operator = (await operatorByLogin(roster.read, 'kim'))!;
    const undo = async (set: AppliedChangeSet) => {
      const facts = await readFacts(
        roster.read,
        { ids: set.changes.map(change => change.person_id) },
        operator,
      );
      return plan({ kind: 'undo', set }, facts);
    };
    expect((await undo(sets.at(-1)!)).problems).toEqual([]);
    const codes = new Set((await undo(sets[0]!)).problems.map(problem => problem.code));
    expect(codes).toEqual(new Set(['changed_since', 'not_removable']));
  });
});

describe('the history of a big account', () => {
  it('keeps the imports as they were, without their 10,000 users', async () => {
    const big = await demo(10_001);
    const imports = ask(big, `select change_set_id, users, notices from change_sets where kind = 'import'`);
    expect(imports).toHaveLength(3);
    expect(imports.every(set => String(set.notices).includes('too many'))).toBe(true);
    expect(count(big, 'select count(*) from changes where change_set_id <= 3')).toBe(0);
    expect(count(big, 'select count(*) from changes')).toBeGreaterThan(20);
    const unknown = 'select count(*) from users where version not in (select change_set_id from change_sets)';
    expect(count(big, unknown)).toBe(0);
  });
});
