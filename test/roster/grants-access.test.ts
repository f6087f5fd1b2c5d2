import { expect, it } from 'vitest';
import { givenAccess } from '../../source/roster/access/grants-access.ts';
import { catalogAfter } from '../../source/roster/catalog/catalog-after.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { account, adam, applied, coach, editing, olga, removing } from './catalog-build.ts';

const key = {
  type: 'ssh-ed25519',
  blob: 'AAAA',
  fingerprint: 'SHA256:abcdefghij',
  comment: '',
  added_at: '',
};
const withKey = account([], { operators: [olga, { ...adam, keys: [key] }] });

function undone(change: ChangeSet, facts = account()) {
  const set = applied(change);
  expect(set.problems).toEqual([]);
  return plan({ kind: 'undo', set }, catalogAfter(facts, set.catalog));
}

it('names who gets in again when a removal is undone', () => {
  expect(givenAccess(undone(removing('operator', 'Adam')).catalog)).toEqual(['Adam']);
});

it('names who gets in by a key or a login that comes back', () => {
  const revoked = editing('operator', 'Adam', { remove_keys: ['all'] }, withKey);
  expect(givenAccess(undone(revoked, withKey).catalog)).toEqual(['Adam']);
  expect(givenAccess(undone(editing('operator', 'Adam', { login: null })).catalog)).toEqual(['Adam']);
});

it('names nobody who loses a way in, or only gets another role', () => {
  expect(givenAccess(removing('operator', 'Adam').catalog)).toEqual([]);
  expect(givenAccess(editing('operator', 'Adam', { role: coach.name }).catalog)).toEqual([]);
});
