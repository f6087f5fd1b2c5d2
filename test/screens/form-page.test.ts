import { expect, it } from 'vitest';
import { catalog, essentials, licensed, supervisor, unlicensed } from '../roster/build.ts';
import { adding, editing, form, meanwhile, press, seen, send, to, type } from './form-story.ts';

it('says once why it can not be saved', () => {
  const people = [1, 2].map(id => unlicensed(id));
  const picked = press(adding(people, { pools: essentials(10, 9) }), 'tab', 'tab', 'enter');
  const ready = press(type(press(to(picked, 'role'), 'enter'), 'agent'), 'enter');
  expect(seen(ready).split('✗')).toHaveLength(2);
  const refused = press(ready, 's');
  expect(seen(refused).split('✗')).toHaveLength(2);
  expect(seen(press(refused, 'down')).split('✗')).toHaveLength(2);
});

it('begins every value in the same way, in the form and in its lists', () => {
  const story = editing([licensed(1)]);
  expect(seen(story)).toMatch(/Status +Active/);
  expect(seen(story)).toMatch(/Package +Essentials/);
  expect(seen(press(to(story, 'user_access'), 'enter'))).toMatch(/▸ Active[\s\S]*Inactive/);
  const other = press(type(press(to(story, 'package_name'), 'enter'), 'prem'), 'enter');
  expect(seen(other)).toContain('Essentials → Premium');
});

it('takes the one that was typed with Enter, where nothing is picked', () => {
  const queues = press(to(editing([licensed(1)]), 'queues'), 'enter');
  expect(form(press(type(queues, 'sal'), 'enter')).after.queues?.value).toMatchObject([{ name: 'Sales' }]);
  const picked = press(type(press(queues, 'tab'), 'sal'), 'enter');
  expect(form(picked).after.queues?.value).toMatchObject([{ name: 'Billing' }]);
  expect(form(press(queues, 'enter')).after).toEqual({});
  expect(form(press(type(queues, 'zzz'), 'enter')).after).toEqual({});
});

it('leaves the room to what changes in a list', () => {
  const queues = [1, 2, 3].map(id => ({
    id,
    name: `A queue with a long name ${id}`,
    channel: 'voice' as const,
    description: '',
  }));
  const member = queues.slice(1).map(queue => ({
    ...queue,
    user_assignment_type: 'agent' as const,
    opted_in: true,
  }));
  const story = editing([licensed(1, { queues: member })], { catalog: { ...catalog, queues } });
  const picked = press(to(story, 'queues'), 'enter', 'tab', 'enter');
  const narrow = send(picked, { type: 'resize', size: { columns: 80, rows: 24 } });
  expect(seen(narrow)).toMatch(/Queues +\+ A queue with a long name 1 *\n/);
  const wide = send(picked, { type: 'resize', size: { columns: 104, rows: 24 } });
  expect(seen(wide)).toMatch(/Queues +A queue with .*… → \+ A queue with a long name 1/);
});

it('says where there are no skills at all how they are made', () => {
  const none = editing([licensed(1)], { catalog: { ...catalog, skills: [] } });
  expect(seen(press(to(none, 'skills'), 'enter'))).toContain(
    'None yet: roster skill add NAME --category CATEGORY',
  );
});

it('shows what others changed beside what clashes, and of whom it asks', () => {
  const story = editing([licensed(1)]);
  const mine = press(type(press(to(story, 'max_agent_load'), 'enter'), '50'), 'enter');
  const theirs = meanwhile(mine, 1, { max_agent_load: 60, role: supervisor });
  const told = send(theirs, { type: 'others-changed' });
  expect(form(told).clashes.map(clash => clash.field)).toEqual(['max_agent_load']);
  expect(seen(told)).toMatch(/Role +Supervisor/);
  expect(seen(told)).toMatch(/Agent load +– → 50/);
  const asked = press(told, 's');
  expect(seen(asked)).toMatch(/Changed meanwhile +Person 1/);
  expect(form(press(asked, 'm', 'enter')).planned?.changeSet.changes[0]?.fields).toEqual({
    max_agent_load: { before: 60, after: 50 },
  });
});

it('names the others, too, where one has a long name', () => {
  const people = [1, 2].map(id => unlicensed(id, { display_name: id === 1 ? 'L'.repeat(128) : 'Person 2' }));
  const picked = press(adding(people), 'tab', 'tab');
  expect(seen(send(picked, { type: 'resize', size: { columns: 80, rows: 24 } }))).toMatch(
    /Add users +L+… and Person 2/,
  );
});

it('asks no more for what stays theirs, and saves the rest', () => {
  const mine = press(type(press(to(editing([licensed(1)]), 'max_agent_load'), 'enter'), '50'), 'enter');
  const both = press(type(press(to(mine, 'role'), 'enter'), 'admin'), 'enter');
  const asked = press(meanwhile(both, 1, { role: supervisor }), 's');
  const saved = press(asked, 't', 'enter');
  expect(form(saved).after.role).toBeUndefined();
  expect(form(saved).planned?.changeSet.changes[0]?.fields).toEqual({
    max_agent_load: { before: null, after: 50 },
  });
});

it('shows several people and fields in the smallest terminal, too', () => {
  const people = Array.from({ length: 9 }, (_, index) => unlicensed(index + 1));
  const size = { columns: 60, rows: 12 };
  const list = send(adding(people), { type: 'resize', size });
  expect(seen(list).match(/Person \d/g)).toHaveLength(3);
  expect(seen(send(editing([licensed(1)]), { type: 'resize', size }))).toMatch(/Display name[\s\S]*Role/);
});
