import { describe, expect, it } from 'vitest';
import { stillOn } from '../../source/app/still-on.ts';
import type { Planned } from '../../source/roster/screen/effects.ts';
import type { Candidate } from '../../source/roster/screen/form-effects.ts';
import type { Row } from '../../source/roster/users/row.ts';
import { openForm } from '../../source/screens/form/open-form.ts';
import { admin, agent, essentials, licensed, supervisor, unlicensed } from '../roster/build.ts';
import { adding, editing, type FormStory, form, meanwhile, press, send, to, type } from './form-story.ts';
import { changeSet, type PageStory, pageStory, update, user } from './page-story.ts';

/** What the cursor is seen on. */
function seen(s: PageStory): string {
  const screen = s.lines().join('\n');
  // That of a list over the table stands below the table's own.
  return [...screen.matchAll(/▸ +(?:[☐☑] )?(.*?) {2,}/g)].at(-1)?.[1] ?? '';
}

/** Somebody changed something, and these rows are left of the roster. */
function left(s: PageStory, rows: readonly Row[], cursor: number): void {
  s.send({ type: 'others-changed' });
  const { request } = s.take('window').at(-1)!;
  s.send({ type: 'windowed', request, window: { rows: [...rows], cursor, before: 0 } });
}

describe('a list that is read again', () => {
  it('keeps the cursor on what it is on, or on the nearest that is left', () => {
    expect(stillOn(2, [1, 2, 3], [0, 1, 2, 3])).toBe(2);
    expect(stillOn(2, [1, 2, 3], [0, 1, 3])).toBe(3);
    expect(stillOn(3, [1, 2, 3], [1, 2])).toBe(2);
    expect(stillOn(9, [1, 2, 3], [4, 5])).toBe(4);
    expect(stillOn(null, [], [4, 5])).toBe(4);
    expect(stillOn(2, [1, 2, 3], [])).toBe(null);
  });
});

describe('the table', () => {
  it('leaves the cursor where it went while its rows were read again', () => {
    const s = pageStory();
    const { rows } = s.app.roster;
    const again = () => {
      s.send({ type: 'others-changed' });
      return s.take('window').at(-1)!.request;
    };
    const first = again();
    s.press('down');
    s.send({ type: 'windowed', request: first, window: { rows: [...rows], cursor: 0, before: 0 } });
    expect(s.app.roster.rows[s.app.roster.cursor]).toBe(rows[1]);
    const second = again();
    s.press('down');
    // There is room for two by now.
    s.send({ type: 'windowed', request: second, window: { rows: rows.slice(0, 2), cursor: 1, before: 0 } });
    expect(s.take('window').at(-1)!.request.anchor).toBe(rows[2]!.person_id);
  });
});

describe('a list of queues', () => {
  const queues = ['Chat 1', 'Mail', 'Phone 1', 'Video 2'].map((name, index) => ({ id: index + 1, name }));

  function opened(): PageStory {
    const s = pageStory();
    s.press('f');
    s.send({ type: 'choices', of: 'queue', choices: queues });
    return s;
  }

  it('takes what the cursor was seen on, whenever it is counted how many users each has', () => {
    const s = opened();
    s.press('1', 'down');
    expect(seen(s)).toBe('Phone 1');
    const counts = new Map([1, 2, 3, 4].map(id => [id, 11]));
    s.send({ type: 'choice-counts', of: 'queue', view: s.app.roster.view, users: counts, all: 11 });
    expect(s.lines().join('\n')).toMatch(/Phone 1 +11 /);
    // Mail has 11 users, and is no match for that.
    expect(s.lines().join('\n')).not.toContain('Mail');
    expect(seen(s)).toBe('Phone 1');
    s.press('enter');
    expect(s.app.roster.view.queue).toEqual({ id: 3, name: 'Phone 1' });
  });

  it('leads to what fits best with every letter', () => {
    const s = opened();
    s.press('down', 'down', 'down', 'down', 'm');
    s.press('enter');
    expect(s.app.roster.view.queue).toEqual({ id: 2, name: 'Mail' });
  });
});

describe('the menu of a row', () => {
  it('is about whom it was opened on, also where others removed that one meanwhile', () => {
    const s = pageStory();
    const [, ...rest] = s.app.roster.rows;
    s.press('.');
    expect(s.lines().join('\n')).toContain('╭─ Person 1 ');
    left(s, rest, 0);
    s.press('down', 'enter');
    const edits = [{ field: 'user_access', op: 'set', text: 'inactive' }];
    expect(s.take('plan')).toEqual([{ type: 'plan', request: { kind: 'edit', ids: [1], edits } }]);
  });
});

describe('the page of a user', () => {
  it('goes on to the next one where others removed who is shown', () => {
    const s = pageStory();
    const [first, , third] = s.app.roster.rows;
    s.press('down', 'enter');
    s.send({ type: 'user', id: 2, user: user(2), changes: [] });
    expect(s.lines().join('\n')).toContain('user 2 of 3');
    left(s, [first!, third!], 1);
    s.send({ type: 'user', id: 2, user: null, changes: [] });
    // The roster's cursor is on Person 3 by now, and that is not who is shown.
    expect(s.lines().join('\n')).not.toContain('user 2 of');
    s.take('user');
    s.press('right');
    expect(s.take('user')).toEqual([{ type: 'user', id: 3 }]);
  });

  it('leaves at the top what is read there when something newer comes above it', () => {
    const s = pageStory({ columns: 80, rows: 20 });
    const change = (id: number) =>
      changeSet(id, { changes: [update(1, { max_agent_load: { before: id, after: id + 1 } })] });
    const changes = Array.from({ length: 8 }, (_, index) => change(8 - index));
    s.press('enter');
    s.send({ type: 'user', id: 1, user: user(1), changes });
    s.press('end');
    const before = s.lines().slice(3, 15);
    expect(before.join('\n')).toContain('Edit number 5');
    s.send({ type: 'user', id: 1, user: user(1), changes: [change(9), ...changes] });
    expect(s.lines().slice(3, 15)).toEqual(before);
  });
});

describe('the list of people to add', () => {
  const people = [1, 2, 3, 4].map(id => unlicensed(id));
  const facts = { pools: essentials(10, 0) };

  function current(story: FormStory): number | null | undefined {
    return openForm(story.app)?.people?.current;
  }

  /** Somebody else added these people meanwhile. */
  function added(story: FormStory, ...ids: number[]): FormStory {
    const subjects = story.subjects.map(subject => {
      const { person } = subject;
      return person && ids.includes(person.person_id) ? licensed(person.person_id) : subject;
    });
    return send({ ...story, subjects }, { type: 'others-changed' });
  }

  it('keeps the cursor on its person, and goes to the next where that one was added by somebody else', () => {
    const story = press(adding(people, facts), 'down', 'down');
    expect(current(story)).toBe(3);
    expect(current(added(story, 1))).toBe(3);
    expect(current(added(story, 3))).toBe(4);
    expect(current(added(story, 3, 4))).toBe(2);
    const picked = press(added(story, 1), 'tab');
    expect([...form(picked).people!.picked.keys()]).toEqual([3]);
  });

  it('goes to the first who matches where the current one does not', () => {
    expect(current(type(press(adding(people, facts), 'down', 'down'), 'person 2'))).toBe(2);
    expect(current(type(press(adding(people, facts), 'down', 'down'), 'person'))).toBe(3);
    const candidate = (id: number): Candidate => ({
      ...{ person_id: id, name: `Person ${id}`, email: `p${id}@acme.example`, department: '' },
      ...{ account_status: 'active', name_key: `person ${id}` },
    });
    const s = pageStory();
    s.press('a');
    s.send({ type: 'form-facts', of: 'add', facts: form(adding(people, facts)).facts });
    const page = (ids: number[]) => ({ candidates: ids.map(candidate), more: false, matching: ids.length });
    s.send({ type: 'candidates', search: '', after: null, page: page([1, 2, 3, 4]) });
    s.press('down', 'down', 'x');
    s.send({ type: 'candidates', search: 'x', after: null, page: page([1, 4]) });
    expect(seen(s)).toBe('Person 1');
  });
});

describe('what two changed', () => {
  it('is chosen for the setting that the cursor was seen on, whichever come and go', () => {
    const role = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), 'enter');
    const both = press(type(press(to(role, 'country_iso_code'), 'enter'), 'DE'), 'enter');
    const clashing = press(meanwhile(both, 1, { role: admin, country_iso_code: 'PT' }), 's', 'down');
    expect(clashing.app.layers.at(-1)).toMatchObject({ kind: 'clash', clashes: [{}, {}] });
    const one = send(meanwhile(clashing, 1, { role: agent }), { type: 'others-changed' });
    expect(press(one, 'm').app.layers.at(-1)).toMatchObject({
      ...{ clashes: [{ field: 'country_iso_code' }], chosen: ['mine'] },
    });
    const again = send(meanwhile(one, 1, { role: admin }), { type: 'others-changed' });
    expect(press(again, 't').app.layers.at(-1)).toMatchObject({
      clashes: [{ field: 'role' }, { field: 'country_iso_code' }],
      chosen: [null, 'theirs'],
    });
  });
});

describe('a preview that is made again', () => {
  const request = { kind: 'import', path: 'in.csv' } as const;

  function plan(ids: readonly number[]): Planned {
    const changes = ids.map(id => update(id, { role: { before: agent, after: supervisor } }));
    return { request, changeSet: changeSet(0, { kind: 'import', changes }), leftOut: [] };
  }

  const many = Array.from({ length: 60 }, (_, index) => index + 1);

  function preview(): PageStory {
    const s = pageStory({ columns: 80, rows: 20 });
    s.press('I');
    for (const letter of 'in.csv') s.press(letter);
    s.press('enter');
    s.send({ type: 'planned', planned: plan(many) });
    return s;
  }

  it('stays where it is read', () => {
    const s = preview();
    s.press('pagedown', 'pagedown', 'r');
    const before = s.lines().slice(3, 15);
    s.send({ type: 'planned', planned: plan(many.slice(4)) });
    expect(s.lines().slice(3, 15)).toEqual(before);
  });

  it('shows who changed where somebody was quicker, in the place of the one before', () => {
    const s = preview();
    s.press('s', '?');
    s.send({ type: 'stale', planned: plan(many), changed: [40] });
    expect(s.app.layers.map(({ kind }) => kind)).toEqual(['import']);
    expect(s.lines().slice(3, 6).join('\n')).toContain('Person 40 ');
    s.press('end', 's');
    expect(s.take('apply')).toHaveLength(2);
  });

  it('shows in a dialog who changed, however many they are', () => {
    const s = pageStory({ columns: 80, rows: 24 });
    const { changeSet: removing } = plan(many);
    const planned: Planned = { request: { kind: 'remove', ids: many }, changeSet: removing, leftOut: [] };
    s.send({ type: 'stale', planned, changed: [40] });
    expect(s.lines().join('\n')).toMatch(/│ +≠ Person 40 /);
  });
});
