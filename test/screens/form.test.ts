import { describe, expect, it } from 'vitest';
import { settableFields } from '../../source/roster/users/fields.ts';
import { openLists } from '../../source/roster/users/vocabulary.ts';
import { touchedFields } from '../../source/screens/form/edits.ts';
import { sections } from '../../source/screens/form/sections.ts';
import { billing, catalog, essentials, licensed, sales, supervisor, unlicensed } from '../roster/build.ts';
import { linesOf } from './drawn.tsx';
import { adding, editing, form, meanwhile, press, removedBy, send, to, type } from './form-story.ts';

const inBilling = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };

function layers(story: { app: { layers: { kind: string }[] } }): string[] {
  return story.app.layers.map(layer => layer.kind);
}

function edits(story: Parameters<typeof form>[0]) {
  const request = form(story).planned?.request;
  return request?.kind === 'edit' || request?.kind === 'add' ? request.edits : [];
}

function screenOf({ app }: Parameters<typeof form>[0]): string {
  return linesOf(app).join('\n');
}

it('has every setting that can be set here in one section', () => {
  const names = sections.flatMap(section => section.names);
  expect([...names].sort()).toEqual([...settableFields].sort());
});

it('says where users differ, and makes an edit only of what was touched', () => {
  const story = editing([licensed(1), licensed(2, { role: supervisor })]);
  expect(form(story).before.role).toEqual({ varies: true, value: null });
  expect(form(story).before.user_access).toEqual({ varies: false, value: 'active' });
  const set = press(type(press(to(story, 'user_access'), 'enter'), 'inac'), 'enter');
  expect(edits(set)).toEqual([{ field: 'user_access', op: 'set', text: 'inactive' }]);
  expect(form(set).planned?.changeSet.changes).toHaveLength(2);
});

it('switches several channels on, and gives a reason that only this account has', () => {
  const facts = { catalog: { ...catalog, words: { ...openLists, reason: [...openLists.reason, 'Audit'] } } };
  const story = editing([licensed(1, { multi_channel_engagements: false })], facts);
  const on = press(type(press(to(story, 'multi_channel_engagements'), 'enter'), 'on'), 'enter');
  const away = press(type(press(to(on, 'status_name'), 'enter'), 'not'), 'enter');
  const audit = press(type(press(to(away, 'sub_status_name'), 'enter'), 'aud'), 'enter');
  expect(form(audit).planned?.changeSet.changes[0]?.fields).toEqual({
    multi_channel_engagements: { before: false, after: true },
    status_name: { before: 'Offline', after: 'Not Ready' },
    sub_status_name: { before: null, after: 'Audit' },
  });
});

it('asks for no change where a field is set to what it was', () => {
  const story = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'agent'), 'enter');
  expect(touchedFields(form(story))).toEqual([]);
  const typed = press(type(press(to(story, 'max_agent_load'), 'enter'), '5'), 'backspace', 'enter');
  expect(touchedFields(form(typed))).toEqual([]);
});

it('takes back a change with u, and empties a field with c', () => {
  const story = to(editing([licensed(1, { country_iso_code: 'DE' })]), 'country_iso_code');
  const emptied = press(story, 'c');
  expect(edits(emptied)).toEqual([{ field: 'country_iso_code', op: 'clear', text: '' }]);
  expect(touchedFields(form(press(emptied, 'u')))).toEqual([]);
  expect(press(to(story, 'role'), 'c').app.toast?.text).toContain("Role can't be empty");
});

it('keeps what can not be read, and says so at the field', () => {
  const story = press(type(press(to(editing([licensed(1)]), 'max_agent_load'), 'enter'), '500'), 'escape');
  expect(form(story).after.max_agent_load?.typed).toBe('500');
  expect(form(story).problems[0]?.column).toBe('max_agent_load');
  const saved = press(story, 's');
  expect(saved.app.toast).toMatchObject({ tone: 'error' });
  expect(saved.asked.filter(effect => effect.type === 'apply')).toEqual([]);
});

it('goes between fields with Tab and arrows, also out of an open one', () => {
  const story = to(editing([licensed(1)]), 'max_agent_load');
  const on = press(type(press(story, 'enter'), '50'), 'tab');
  expect(layers(on)).toEqual(['form']);
  expect(form(on).cursor).toBe(form(story).cursor + 1);
  expect(form(on).after.max_agent_load?.value).toBe(50);
  expect(form(press(on, 'shift+tab')).cursor).toBe(form(story).cursor);
});

it('writes one edit for each queue that was touched', () => {
  const story = press(to(editing([licensed(1, { queues: [inBilling] })]), 'queues'), 'enter');
  const left = press(type(story, 'bill'), 'tab', 'ctrl+u');
  const both = press(type(left, 'sales'), 'right', 'right', 'right', 'ctrl+o', 'enter');
  expect(edits(both)).toEqual([
    { field: 'queues', op: 'remove', text: 'Billing' },
    { field: 'queues', op: 'add', text: 'Sales (both)' },
    { field: 'queues', op: 'opt-out', text: 'Sales' },
  ]);
  const after = form(both).planned?.changeSet.changes[0]?.fields.queues?.after;
  expect(after).toEqual([{ ...sales, user_assignment_type: 'both', opted_in: false }]);
});

it('lets a queue that some have stay as it is, unless it is picked or left', () => {
  const users = [licensed(1, { queues: [inBilling] }), licensed(2)];
  const story = press(to(editing(users), 'queues'), 'enter');
  expect(edits(press(story, 'enter'))).toEqual([]);
  expect(edits(press(story, 'tab', 'enter'))).toEqual([{ field: 'queues', op: 'add', text: 'Billing' }]);
  const none = press(story, 'tab', 'up', 'tab', 'enter');
  expect(edits(none)).toEqual([{ field: 'queues', op: 'remove', text: 'Billing' }]);
  const again = press(story, 'tab', 'up', 'tab', 'up', 'tab', 'enter');
  expect(edits(again)).toEqual([]);
});

it('gives skills their levels with the arrows', () => {
  const story = press(to(editing([licensed(1)]), 'skills'), 'enter');
  const three = press(type(story, 'span'), 'right', 'right', 'right', 'enter');
  expect(edits(three)).toEqual([{ field: 'skills', op: 'add', text: 'Spanish=3' }]);
});

it('leaves lists as they were with Esc', () => {
  const story = press(to(editing([licensed(1)]), 'queues'), 'enter', 'tab', 'escape');
  expect(layers(story)).toEqual(['form']);
  expect(touchedFields(form(story))).toEqual([]);
});

it('fills in a template, over which what is done by hand wins', () => {
  const templates = [
    {
      ...{ id: 1, name: 'Night shift', description: '', type: 'update' as const },
      edits: [
        { field: 'role', op: 'set', text: 'Supervisor' },
        { field: 'queues', op: 'add', text: 'Billing; Sales' },
      ] as const,
    },
  ];
  const story = press(
    editing([licensed(1)], { catalog: { ...catalog, templates } }),
    'home',
    'enter',
    'down',
    'enter',
  );
  expect(form(story).after.role?.value).toMatchObject({ name: 'Supervisor' });
  expect(edits(story).map(edit => edit.text)).toEqual(['Supervisor', 'Billing', 'Sales']);
  const byHand = press(type(press(to(story, 'role'), 'enter'), 'adm'), 'enter');
  expect(edits(byHand)[0]?.text).toBe('Admin');
  expect(edits(press(to(story, 'role'), 'u')).map(edit => edit.field)).toEqual(['queues', 'queues']);
  expect(edits(press(to(story, 'template'), 'u'))).toEqual([]);
});

it('is deaf to keys while it is written, and can be saved again after a failure', () => {
  const story = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter', 's');
  expect(form(story).saving).toBe(true);
  expect(press(story, 'u', 'enter', 's').app.layers).toEqual(story.app.layers);
  expect(press(story, 'escape').asked).toContainEqual({ type: 'give-up' });
  const failed = send(story, { type: 'failed', message: 'The disk is full.' });
  expect(form(failed).saving).toBe(false);
});

it('merges what others change elsewhere, and asks where it is the same', () => {
  const role = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter');
  const elsewhere = send(meanwhile(role, 1, { country_iso_code: 'PT' }), { type: 'others-changed' });
  expect(form(elsewhere).before.country_iso_code.value).toBe('PT');
  expect(form(elsewhere).clashes).toEqual([]);
  const same = press(meanwhile(role, 1, { role: { id: 1, name: 'Admin' } }), 's');
  expect(layers(same)).toEqual(['form', 'clash']);
  expect(same.asked.filter(effect => effect.type === 'apply')).toEqual([]);
  const theirs = press(same, 't', 'enter');
  expect(theirs.asked.filter(effect => effect.type === 'apply')).toEqual([]);
  expect(theirs.app.toast?.text).toBe('What jonas made of it stays. Nothing was changed.');
  expect(layers(theirs)).toEqual([]);
  const mine = press(same, 'm', 'enter');
  expect(mine.asked.filter(effect => effect.type === 'apply')).toHaveLength(1);
});

function applied({ asked }: Parameters<typeof form>[0]) {
  return asked.filter(effect => effect.type === 'apply');
}

it('writes what others changed meanwhile only once it was seen', () => {
  const role = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter');
  const news = 'jonas changed Person 1 meanwhile: country.';
  const stopped = press(meanwhile(role, 1, { country_iso_code: 'PT' }), 's');
  expect(applied(stopped)).toEqual([]);
  expect(stopped.app.toast?.text).toBe(`${news} Nothing is saved yet: s saves it so.`);
  expect(form(stopped)).toMatchObject({ saving: false, news });
  expect(form(stopped).before.country_iso_code.value).toBe('PT');
  expect(applied(press(stopped, 's'))).toHaveLength(1);

  const shown = send(meanwhile(role, 1, { country_iso_code: 'PT' }), { type: 'others-changed' });
  expect(form(shown).news).toBe(news);
  expect(applied(press(shown, 's'))).toHaveLength(1);

  const late = send(meanwhile(press(role, 's'), 1, { country_iso_code: 'PT' }), {
    ...{ type: 'stale', planned: form(role).planned!, changed: [1] },
  });
  expect(applied(late)).toHaveLength(1);
  expect(applied(press(late, 's'))).toHaveLength(2);
});

describe('of users whom somebody else removes', () => {
  /** The form with its role changed and not saved, once it is heard that jonas removed them. */
  function without(users: number, ...removed: number[]) {
    const all = Array.from({ length: users }, (_, index) => licensed(index + 1));
    const role = press(type(press(to(editing(all), 'role'), 'enter'), 'sup'), 'enter');
    const gone = removed.reduce((story, id) => removedBy(story, id, 'jonas'), role);
    return send(gone, { type: 'others-changed' });
  }

  it('says who removed the only one, and keeps what was filled in where it was seen', () => {
    const gone = without(1, 1);
    const news = 'Person 1 was removed by jonas. Nothing can be saved any more; Esc leaves.';
    expect(form(gone).news).toBe(news);
    const shown = screenOf(gone);
    expect(shown).toContain(' Edit Person 1');
    expect(shown).toMatch(/Role +Agent → Supervisor/);
    expect(shown).toContain(news);
    const saved = press(gone, 's');
    expect(applied(saved)).toEqual([]);
    expect(saved.app.toast?.text).toBe(news);
    // What was filled in is asked about, as ever.
    expect(layers(press(gone, 'escape'))).toEqual(['form', 'leave']);
  });

  it('stays open also where nothing is filled in: a key that was meant for it would do something elsewhere', () => {
    const gone = send(removedBy(editing([licensed(1)]), 1, 'jonas'), { type: 'others-changed' });
    expect(layers(press(gone, 'u'))).toEqual(['form']);
    expect(screenOf(gone)).toContain('Person 1 was removed by jonas.');
    expect(layers(press(gone, 'escape'))).toEqual([]);
  });

  it('goes on with those who are left', () => {
    const gone = without(3, 2);
    expect(form(gone).news).toBe('Person 2 was removed by jonas.');
    expect(screenOf(gone)).toMatch(/ Edit 2 users +Person 1 and Person 3/);
    expect(applied(press(gone, 's'))).toHaveLength(1);
    const none = send(removedBy(removedBy(gone, 1, 'jonas'), 3, 'kim'), { type: 'others-changed' });
    expect(form(none).news).toContain('Person 1 was removed by jonas. Person 3 was removed by kim. Nothing');
    expect(screenOf(none)).not.toContain('0 users');
  });

  it('shows nobody as removed who is back', () => {
    const gone = without(1, 1);
    const back = send({ ...gone, subjects: [licensed(1, {}, 12)] }, { type: 'others-changed' });
    expect(form(back).news).toBe('Person 1 is a user again.');
    expect(applied(press(back, 's'))).toHaveLength(1);
  });

  it('is heard of before anything is written', () => {
    const role = press(type(press(to(editing([licensed(1), licensed(2)]), 'role'), 'enter'), 'sup'), 'enter');
    const stopped = press(removedBy(role, 2, 'jonas'), 's');
    expect(applied(stopped)).toEqual([]);
    expect(stopped.app.toast?.text).toBe(
      'Person 2 was removed by jonas. Nothing is saved yet: s saves it so.',
    );
    expect(applied(press(stopped, 's'))).toHaveLength(1);
  });
});

it('adds the others only once it was seen who is a user by now', () => {
  const picked = press(adding([unlicensed(1), unlicensed(2)], { pools: essentials(10, 0) }), 'tab', 'tab');
  const story = press(type(press(picked, 'enter', 'enter'), 'agent'), 'enter');
  const stopped = press({ ...story, subjects: [licensed(1), unlicensed(2)] }, 's');
  expect(applied(stopped)).toEqual([]);
  expect(stopped.app.toast?.text).toBe(
    'p1@acme.example is a user already. Nothing is saved yet: s saves it so.',
  );
  expect(form(stopped).planned?.changeSet.changes).toHaveLength(1);
  expect(applied(press(stopped, 's'))).toHaveLength(1);
});

it('asks again where somebody changes once more what is being chosen about', () => {
  const role = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter');
  const chosen = press(meanwhile(role, 1, { role: { id: 1, name: 'Admin' } }), 's', 'm');
  const again = send(meanwhile(chosen, 1, { role: { id: 9, name: 'Team Coach' } }), {
    type: 'others-changed',
  });
  expect(again.app.layers.at(-1)).toMatchObject({ clashes: [{ theirs: 'Team Coach' }], chosen: [null] });
  expect(applied(press(again, 'enter'))).toEqual([]);
  expect(applied(press(again, 'm', 'enter'))).toHaveLength(1);
  const back = send(meanwhile(chosen, 1, { role: { id: 3, name: 'Agent' } }), { type: 'others-changed' });
  expect(layers(back)).toEqual(['form']);
});

it('asks before leaving only where something would be lost', () => {
  expect(layers(press(editing([licensed(1)]), 'escape'))).toEqual([]);
  const changed = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter', 'escape');
  expect(layers(changed)).toEqual(['form', 'leave']);
  expect(layers(press(changed, 'n'))).toEqual(['form']);
  expect(layers(press(changed, 'y'))).toEqual([]);
});
