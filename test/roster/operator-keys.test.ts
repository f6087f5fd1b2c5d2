import { describe, expect, it } from 'vitest';
import type { OperatorKey } from '../../source/roster/catalog/operator-keys.ts';
import type { CatalogRecord } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { account, adam, adding, applied, carla, codes, editing, olga } from './catalog-build.ts';

function key(name: string, added_at = '2026-11-23T07:41:00.000Z'): OperatorKey {
  return { type: 'ssh-ed25519', blob: `AAAA${name}`, fingerprint: `SHA256:${name}`, comment: name, added_at };
}

const laptop = key('laptop-1');
const desk = key('desktop-1', '2026-11-24T07:41:00.000Z');
const spare = key('laptop-2', '2026-11-25T07:41:00.000Z');

const withKeys = { ...account(), operators: [olga, { ...adam, keys: [laptop, desk] }, carla] };
const keysOf = (record: CatalogRecord | null | undefined) => record?.keys;
const edited = (record: CatalogRecord, facts = withKeys) =>
  keysOf(editing('operator', 'Adam', record, facts).catalog[0]?.after);

describe('keys of an operator', () => {
  it('come with an addition, in one order', () => {
    const set = adding('operator', { operator_name: 'Sam', role: 'Admin', add_keys: [desk, laptop, desk] });
    expect(codes(set)).toEqual([]);
    expect(keysOf(set.catalog[0]?.after)).toEqual([laptop, desk]);
  });

  it('are added, taken away, and exchanged', () => {
    expect(edited({ add_keys: [spare] })).toEqual([laptop, desk, spare]);
    expect(edited({ remove_keys: [laptop.fingerprint] })).toEqual([desk]);
    expect(edited({ remove_keys: ['desktop-1'] })).toEqual([laptop]);
    expect(edited({ remove_keys: ['all'] })).toEqual([]);
    expect(edited({ remove_keys: ['all'], add_keys: [spare] })).toEqual([spare]);
    expect(edited({ login: 'adam2' })).toEqual([laptop, desk]);
  });

  it('stay as they are where they are there already', () => {
    const again = { ...laptop, comment: 'another', added_at: '2027-01-01T00:00:00.000Z' };
    expect(editing('operator', 'Adam', { add_keys: [again] }, withKeys).catalog).toEqual([]);
  });

  it.each([
    [
      'SHA256:nothing-here',
      'There is no key SHA256:nothing-here. Adam has SHA256:laptop-1 laptop-1 and SHA256:desk',
    ],
    ['SHA256:laptop', 'There is no key SHA256:laptop.'],
    ['SHA256:', 'There is no key SHA256:.'],
    ['ALL', 'There is no key ALL.'],
  ])('that are to go have to be there: %s', (asked, sentence) => {
    const [problem] = editing('operator', 'Adam', { remove_keys: [asked] }, withKeys).problems;
    expect(problem).toMatchObject({ code: 'unknown_key', message: expect.stringContaining(sentence) });
  });

  it('are meant by their beginning if it is one key’s', () => {
    const both = {
      ...withKeys,
      operators: [olga, { ...adam, keys: [key('laptop-number-1'), key('laptop-number-2')] }],
    };
    expect(codes(editing('operator', 'Adam', { remove_keys: ['SHA256:laptop-number'] }, both))).toEqual([
      'unknown_key',
    ]);
    const one = { ...withKeys, operators: [olga, { ...adam, keys: [key('laptop-number-1'), desk] }] };
    expect(edited({ remove_keys: ['SHA256:laptop-n'] }, one)).toEqual([desk]);
  });

  it('are one operator’s', () => {
    const set = adding('operator', { operator_name: 'Sam', role: 'Admin', add_keys: [desk] }, withKeys);
    expect(set.problems).toEqual([
      expect.objectContaining({
        code: 'key_taken',
        message: "SHA256:desktop-1 is a key of Adam already; a key is one operator's.",
      }),
    ]);
  });

  it('come back by an undo, unless they became somebody else’s', () => {
    const removal = applied(editing('operator', 'Adam', { remove_keys: ['all'] }, withKeys));
    const now = { ...withKeys, operators: [olga, adam, carla] };
    const undone = plan({ kind: 'undo', set: removal }, now);
    expect(codes(undone)).toEqual([]);
    expect(keysOf(undone.catalog[0]?.after)).toEqual([laptop, desk]);
    const given = { ...now, operators: [olga, adam, { ...carla, keys: [desk] }] };
    expect(codes(plan({ kind: 'undo', set: removal }, given))).toEqual(['key_taken']);
  });

  it('cannot be taken from oneself while one is in with them', () => {
    const at = { ...withKeys, operator: { ...withKeys.operator, operator_id: 2, key: laptop.fingerprint } };
    expect(codes(editing('operator', 'Adam', { remove_keys: ['all'] }, at))).toEqual(['self_lockout']);
    expect(codes(editing('operator', 'Adam', { remove_keys: [desk.fingerprint] }, at))).toEqual([]);
    const desktop = { ...at, operator: { ...at.operator, key: desk.fingerprint } };
    expect(codes(editing('operator', 'Adam', { remove_keys: [desk.fingerprint] }, desktop))).toEqual([
      'self_lockout',
    ]);
  });
});
