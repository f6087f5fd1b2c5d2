import { expect, it } from 'vitest';
import type { CatalogChange, Change, ChangeSetKind } from '../../source/roster/plan/change-set.ts';
import { type AboutToChange, reasonToAsk, type TakenBack } from '../../source/roster/plan/reason-to-ask.ts';
import type { PushCost } from '../../source/roster/push/push-cost.ts';
import type { FieldName } from '../../source/roster/users/user.ts';

function about(
  kind: ChangeSetKind,
  users: number,
  {
    catalog = [],
    account,
    ...more
  }: Omit<AboutToChange, 'changeSet'> & { catalog?: CatalogChange[]; account?: PushCost } = {},
): AboutToChange {
  const changes = Array.from({ length: users }, (_, person_id) => ({ person_id }) as Change);
  return { changeSet: { kind, changes, catalog, ...(account && { account }) }, ...more };
}

function set(whose: TakenBack['whose']): { takesBack: TakenBack } {
  return {
    takesBack: { id: 12, at: '2026-11-23T07:41:00.000Z', operator_name: 'Kim', summary: 'Edit Ana', whose },
  };
}

function told(...notSent: FieldName[]): PushCost {
  const users = [{ user_email: 'ana@acme.example', user_name: 'Ana' }];
  return {
    ...{ calls: 2, seconds: 1 },
    notSent: notSent.map(field => ({ field, reason: 'not_possible', users })),
  };
}

const kim: CatalogChange = {
  of: 'operator',
  id: 2,
  name: 'Kim',
  before: null,
  after: { operator_name: 'Kim', role: { id: 1, name: 'Admin' }, is_owner: false, login: 'kim', keys: [] },
};

it.each<[string, AboutToChange, string | null]>([
  ['25 users who are shown', about('edit', 25, { notShown: 0 }), null],
  ['26', about('edit', 26), 'This changes 26 users.'],
  ['one who is not shown', about('edit', 2, { notShown: 1 }), 'This changes 1 user that is not shown.'],
  ['whom --where found', about('edit', 1, { byFilter: true }), 'This changes 1 user found by --where.'],
  ['one who is removed', about('remove', 1), 'This removes 1 user.'],
  ['my last undone', about('undo', 25, set('last')), null],
  ['my last redone', about('redo', 25, set('last')), null],
  ['my last, of many', about('undo', 26, set('last')), 'This changes 26 users.'],
  ['my last, which takes calls', about('undo', 1, { ...set('last'), account: told() }), null],
  [
    'my last, of which the account is not told all',
    about('undo', 1, { ...set('last'), account: told('country_iso_code') }),
    "This brings back what can't be sent to the account.",
  ],
  ['what the account is not told of an edit', about('edit', 1, { account: told('team') }), null],
  [
    'my last, in part',
    about('undo', 1, { ...set('last'), leftOut: [{ code: 'changed_since', message: '' }] }),
    'This leaves 1 user as now.',
  ],
  [
    'my last, done in another program',
    about('undo', 1, set('elsewhere')),
    'This takes back change set 12, which was not done here.',
  ],
  ['an edit in part', about('edit', 1, { leftOut: [{ code: 'not_a_user', message: '' }] }), null],
  [
    'an older one',
    about('undo', 1, set('older')),
    'This takes back change set 12, which is not your newest.',
  ],
  ['somebody else’s', about('undo', 0, set('theirs')), 'This takes back change set 12 of Kim.'],
  [
    'an operator who gets in again, though it is my last',
    about('undo', 0, { ...set('last'), catalog: [kim] }),
    'This lets Kim in, with the login or key that comes back.',
  ],
  ['an operator who is added', about('catalog', 0, { catalog: [kim] }), null],
  [
    'an operator who goes again',
    about('redo', 0, { ...set('last'), catalog: [{ ...kim, before: kim.after, after: null }] }),
    null,
  ],
  ['those who are added', about('add', 26), 'This changes 26 users.'],
  ['the catalog', about('catalog', 400), null],
])('somebody looks first, or not: %s', (_, plan, reason) => expect(reasonToAsk(plan)).toBe(reason));
