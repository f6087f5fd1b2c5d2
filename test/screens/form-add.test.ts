import { expect, it } from 'vitest';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { settableFields } from '../../source/roster/users/fields.ts';
import { afterAdding, formRows } from '../../source/screens/form/sections.ts';
import { agent, billing, catalog, essentials, spanish, tierOne, unlicensed } from '../roster/build.ts';
import { adding, form, press, seen, send, to, type } from './form-story.ts';

it('adds nobody beyond the pool, nobody without a role, and no more than a thousand', () => {
  const people = [1, 2, 3].map(id => unlicensed(id));
  const story = press(adding(people, { pools: essentials(10, 9) }), 'tab', 'tab', 'enter');
  expect(form(story).planned?.changeSet.problems.map(problem => problem.code)).toEqual(['role_missing']);
  const withRole = press(type(press(story, 'enter'), 'agent'), 'enter');
  const codes = form(withRole).planned?.changeSet.problems.map(problem => problem.code);
  expect(codes).toEqual(['licenses_missing']);
  const many = Array.from({ length: 1_001 }, (_, index) => unlicensed(index + 1));
  const list = adding(many, { pools: essentials(5_000, 0) });
  const all = press(list, ...Array<string>(1_001).fill('tab'), 'enter', 'enter');
  const asAgents = press(type(all, 'agent'), 'enter', 's');
  expect(asAgents.app.toast?.text).toContain('1,001 users to add; at most 1,000');
});

it('does not pick who is not active in the account', () => {
  const story = press(adding([unlicensed(1, { account_status: 'pending' })]), 'tab');
  expect(form(story).people?.picked.size).toBe(0);
  expect(story.app.toast?.text).toBe('Person 1 is pending in the account.');
});

const later = ['queues', 'skills', 'team', 'display_name', 'status_name', 'sub_status_name'];

it('rule 3: has what the vendor takes only after adding in a section of its own, at the end', () => {
  const rows = formRows(form(adding([unlicensed(1)])));
  expect(rows.slice(-later.length).map(row => row.name)).toEqual(later);
  expect(rows.filter(row => row.section === afterAdding).map(row => row.name)).toEqual(later);
  expect(rows.map(row => row.name).sort()).toEqual([...settableFields].sort());
});

/** Somebody is picked, with a role, and put into Billing as a supervisor, opted out. */
function filled(facts = {}) {
  const picked = press(
    adding(
      [1, 2].map(id => unlicensed(id)),
      facts,
    ),
    'tab',
    'tab',
    'enter',
    'enter',
  );
  const asAgents = press(type(picked, 'agent'), 'enter');
  return press(to(asAgents, 'queues'), 'enter', 'tab', 'right', 'ctrl+o', 'enter');
}

it('rule 3: takes queues, skills, team, name and presence along in one change', () => {
  const skilled = press(to(filled(), 'skills'), 'enter', 'down', 'tab', 'right', 'enter');
  const inTeam = press(to(skilled, 'team'), 'enter', 'down', 'right', 'enter');
  const named = press(type(press(to(inTeam, 'display_name'), 'enter'), 'Desk'), 'enter');
  const ready = press(type(press(to(named, 'status_name'), 'enter'), 'ready'), 'enter');
  const saved = press(ready, 's');
  const effect = saved.asked.at(-1);
  const set = effect?.type === 'apply' ? effect.planned.changeSet : null;
  expect(set).toMatchObject({
    kind: 'add',
    problems: [],
    summary: 'Add Person 1 and Person 2 as Agent with display name, presence and 3 more',
  });
  expect(set?.changes.map(change => change.action)).toEqual(['add', 'add']);
  for (const { fields } of set?.changes ?? [])
    expect(fields).toMatchObject({
      role: { after: agent },
      queues: { after: [{ ...billing, user_assignment_type: 'supervisor', opted_in: false }] },
      skills: { after: [{ ...spanish, level: 2 }] },
      team: { after: { ...tierOne, team_role: 'supervisor' } },
      display_name: { after: 'Desk' },
      status_name: { after: 'Ready' },
    });
});

it('says what comes right after adding, in both widths', () => {
  const story = filled();
  for (const [columns, rows] of [
    [120, 40],
    [80, 24],
  ] as const) {
    const text = seen(send(story, { type: 'resize', size: { columns, rows } }));
    expect(text).toContain(afterAdding);
    expect(text).toMatch(/Queues +\+ Billing \(supervisor, opted/);
    expect(text).toMatch(
      /Add 2 users as Agent .*\n Right after: queues Billing \(supervisor, opted out\) *\n/,
    );
  }
});

it('names what can not be where it was filled in', () => {
  const ready = press(type(press(to(filled(), 'status_name'), 'enter'), 'ready'), 'enter');
  const story = press(type(press(to(ready, 'user_access'), 'enter'), 'inactive'), 'enter');
  expect(form(story).planned?.changeSet.problems).toMatchObject([
    { code: 'inactive_presence', column: 'status_name', value: 'Ready' },
  ]);
  expect(press(story, 's').app.toast?.text).toContain("can't be given the presence Ready");
});

it('takes from a template, and lets what was brought be changed by hand', () => {
  const edits: FieldEdit[] = [
    { field: 'role', op: 'set', text: 'Agent' },
    { field: 'queues', op: 'set', text: 'Billing; Sales' },
    { field: 'team', op: 'set', text: 'Tier 1' },
  ];
  const templates = [{ id: 1, name: 'Night shift', description: '', type: 'add' as const, edits }];
  const picked = press(adding([unlicensed(1)], { catalog: { ...catalog, templates } }), 'tab', 'enter');
  const brought = press(type(press(to(picked, 'template'), 'enter'), 'night'), 'enter');
  const queuesOf = (story: typeof brought) =>
    form(story).planned?.changeSet.changes[0]?.fields.queues?.after?.map(queue => queue.name);
  expect(queuesOf(brought)).toEqual(['Billing', 'Sales']);
  const changed = press(to(brought, 'queues'), 'enter', 'tab', 'enter');
  expect(queuesOf(changed)).toEqual(['Sales']);
  const without = press(to(changed, 'team'), 'u');
  expect(form(without).planned?.changeSet.changes[0]?.fields.team).toBeUndefined();
});
