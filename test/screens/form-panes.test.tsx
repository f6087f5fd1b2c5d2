import { describe, expect, it } from 'vitest';
import type { TextField } from '../../source/keys/text-field.ts';
import { AffectedPane } from '../../source/screens/form/affected-pane.tsx';
import { FieldLine } from '../../source/screens/form/field-line.tsx';
import { FieldsPane } from '../../source/screens/form/fields-pane.tsx';
import { formPage } from '../../source/screens/form/page.tsx';
import { PlanLines } from '../../source/screens/form/plan-lines.tsx';
import { formRows } from '../../source/screens/form/sections.ts';
import type { FormLayer } from '../../source/screens/form/state.ts';
import { essentials, licensed, unlicensed } from '../roster/build.ts';
import { componentLines, frameOf } from './drawn.tsx';
import { adding, editing, type FormStory, form, meanwhile, press, send, to, type } from './form-story.ts';

const one = editing([licensed(1, { country_iso_code: 'DE' })]);

function pane(form: FormLayer, height: number, width = 100): string[] {
  const element = <FieldsPane form={form} focused={true} open={null} width={width} height={height} />;
  return componentLines(element, { columns: 100, rows: height });
}

describe('the fields', () => {
  it('stand under their sections, apart where there is room', () => {
    const lines = pane(form(one), 25);
    expect(lines.slice(0, 2)).toEqual([
      ' User        Display name              –',
      '           ▸ Role                      Agent',
    ]);
    expect(lines.slice(4, 7)).toEqual([
      '             Not ready reason          –',
      '',
      ' License     Package                   Essentials',
    ]);
    expect(lines).toHaveLength(25);
    expect(pane(form(one), 22)[5]).toBe(' License     Package                   Essentials');
  });

  it('are around the current one where there is no room for all, and say how many there are besides', () => {
    const middle = pane(form(to(one, 'queues')), 6);
    expect(middle.slice(2, 4)).toEqual([
      ' Work      ▸ Queues                    –',
      '             Skills                    –',
    ]);
    expect(middle[5]).toBe('   ↑ 5 above   ↓ 9 below');
    expect(pane(form(one), 6)[5]).toBe('   ↓ 14 below');
    expect(pane(form(press(one, 'G')), 6).slice(4)).toEqual([
      '           ▸ Client integration name   –',
      '   ↑ 14 above',
    ]);
  });

  it('title the second step of an addition even where there is no room for sections', () => {
    const lines = pane(form(adding([unlicensed(1)])), 30, 60);
    const title = lines.indexOf('   After adding');
    expect([lines[title - 1], lines[title + 1]]).toEqual(['', '   Queues                    –']);
  });
});

function line(story: FormStory, name: string, open: TextField | null = null): string {
  const row = formRows(form(story)).find(one => one.name === name)!;
  const element = (
    <FieldLine
      form={form(story)}
      row={row}
      isCurrent={open !== null}
      open={open}
      labelWidth={12}
      width={60}
    />
  );
  return componentLines(element)[0]!;
}

describe('a field', () => {
  it('shows its value, and beside it what it would be', () => {
    expect(line(one, 'country_iso_code')).toBe('   Country        DE  Germany');
    const changed = press(type(press(to(one, 'country_iso_code'), 'enter', 'ctrl+u'), 'PT'), 'enter');
    expect(line(changed, 'country_iso_code')).toBe('   Country        DE → PT  Portugal');
    expect(line(adding([unlicensed(1)]), 'role')).toBe('   Role           choose one');
  });

  it('says where it can not be read', () => {
    const wrong = press(type(press(to(one, 'max_agent_load'), 'enter'), '500'), 'escape');
    expect(line(wrong, 'max_agent_load')).toBe('   Agent load     – → 500  ✗');
  });

  it('says what may be typed while it is', () => {
    expect(line(one, 'display_name', { value: 'Ana', cursor: 2 })).toMatch(
      /^ ▸ Display name {3}An▏a {3}3 of \d+$/,
    );
    expect(line(one, 'country_iso_code', { value: '', cursor: 0 })).toMatch(/▏ {3}two letters, such as DE$/);
    expect(line(one, 'max_agent_load', { value: '5', cursor: 1 })).toMatch(/5▏ {3}\d+–\d+$/);
  });

  it('is filled to the edge under the cursor, and plain while it is typed into', () => {
    const at = (story: FormStory) =>
      frameOf({ ...story.app, size: { columns: 100, rows: 30 } }, 24)
        .split('\n')
        .find(text => text.includes('▸'))!;
    const filled = at(to(one, 'role'));
    expect(filled).toContain('\x1b[48;5;25m');
    expect(filled).toMatch(/Agent {30,}/);
    expect(at(press(to(one, 'display_name'), 'enter'))).not.toContain('\x1b[48;5;25m');
  });
});

function planned(story: FormStory, toast?: string): string[] {
  const element = <PlanLines form={form(story)} toast={toast} />;
  return componentLines(element, { columns: 100, rows: 2 });
}

describe('what saving would do', () => {
  const load = press(type(press(to(one, 'max_agent_load'), 'enter'), '50'), 'enter');

  it('is told in one line, or that it is nothing yet', () => {
    expect(planned(one)).toEqual([' Nothing is changed yet.', '']);
    expect(planned(load)).toEqual([' Change 1 user · 1 field', '']);
    expect(planned(press(load, 's'))).toEqual([' Writing…', '']);
    expect(planned(adding([unlicensed(1)]))).toEqual([' Nobody is picked yet.', '']);
  });

  it('has below it what stands against it, but not what the toast says', () => {
    const people = [1, 2].map(id => unlicensed(id));
    const picked = press(adding(people, { pools: essentials(10, 9) }), 'tab', 'tab', 'enter');
    expect(planned(picked)[1]).toBe(' Choose a role: everybody who is added needs one.');
    const ready = press(type(press(picked, 'enter'), 'agent'), 'enter');
    const [plan, against = ''] = planned(ready);
    expect(plan).toBe(' Add 2 users as Agent · Essentials licenses 9 → 11 of 10 · 2 e-mails');
    expect(against).toMatch(/^ ✗ 1 essentials license missing: 9 of 10 in use/);
    expect(planned(ready, press(ready, 's').app.toast?.text)[1]).toBe('');
  });

  it('has below it what others did meanwhile', () => {
    const same = send(meanwhile(load, 1, { max_agent_load: 60 }), { type: 'others-changed' });
    expect(planned(same)[1]).toMatch(/^ ≠ .* Saving asks what to keep\.$/);
    const other = send(meanwhile(load, 1, { country_iso_code: 'PT' }), { type: 'others-changed' });
    expect(planned(other)[1]).toBe(' ≠ jonas changed Person 1 meanwhile: country.');
  });
});

describe('the page', () => {
  const { Heading, View, place } = formPage;
  const people = Array.from({ length: 9 }, (_, index) => unlicensed(index + 1));

  function heading({ app }: FormStory): string {
    const layer = form({ app } as FormStory);
    return componentLines(<Heading layer={layer} app={app} width={100} height={20} />)[0]!;
  }

  it('says whom it is about', () => {
    expect(heading(one)).toBe(' Edit Person 1   p1@acme.example');
    expect(heading(editing([1, 2].map(id => licensed(id))))).toBe(' Edit 2 users   Person 1 and Person 2');
    expect(heading(editing([1, 2, 3, 4, 5].map(id => licensed(id))))).toBe(
      ' Edit 5 users   Person 1, Person 2, Person 3 and 2 more',
    );
    expect(heading(adding(people))).toBe(' Add users   people of the account without a license');
    expect(heading(press(adding(people), 'tab', 'tab'))).toBe(' Add users   Person 1 and Person 2');
  });

  it('has both panes side by side in a wide terminal, else the one with the keys', () => {
    const view = ({ app }: FormStory, width: number) => {
      const layer = form({ app } as FormStory);
      const element = <View layer={layer} app={app} width={width} height={20} />;
      return componentLines(element, { columns: 100, rows: 20 });
    };
    const list = adding(people);
    expect(view(list, 100)[2]).toMatch(/^ ▸ ☐ Person 1 +p1@acme\.example +Package +Essentials$/);
    expect(view(list, 99)[2]).toMatch(/^ ▸ ☐ Person 1 +p1@acme\.example$/);
    const settings = press(list, 'tab', 'enter');
    expect(view(settings, 99).join('\n')).not.toContain('@acme');
    expect(view(settings, 99).slice(-3)).toEqual([
      '',
      ' Add 1 user',
      ' Choose a role: everybody who is added needs one.',
    ]);
  });

  it('says where one is', () => {
    const at = ({ app }: FormStory) =>
      place({ layer: form({ app } as FormStory), app, width: 100, height: 20 });
    expect(at(to(one, 'role'))).toBe('field 2 of 19');
    expect(at(press(to(one, 'country_iso_code'), 'c'))).toBe('field 16 of 19 · 1 set');
    expect(at(press(adding(people), 'tab'))).toBe('1 picked · a pasted list of e-mails picks them all');
    expect(at(press(adding(people), 'tab', 'enter'))).toBe('1 picked · field 1 of 19');
  });
});

describe('beside the fields', () => {
  const shown = (story: FormStory, height = 20, width = 50) =>
    componentLines(<AffectedPane form={form(story)} width={width} height={height} />, {
      columns: width,
      rows: height,
    }).filter(line => line !== '');

  it('are whom it is about, and how many there are besides', () => {
    const many = editing(Array.from({ length: 12 }, (_, n) => licensed(n + 1)));
    const lines = shown(many, 10);
    expect(lines).toHaveLength(10);
    expect(lines.slice(0, 2)).toEqual(['Who is edited', expect.stringMatching(/^ {2}Person 1 +Agent/)]);
    expect(lines.at(-1)).toBe('↓ 4 more');
  });

  it('is what changes, once something does, field by field', () => {
    const changed = press(type(press(to(one, 'max_agent_load'), 'enter'), '50'), 'enter');
    expect(shown(changed)).toEqual([
      'What changes',
      '~ Person 1  p1@acme.example  changed',
      expect.stringMatching(/^ {2}Agent load +– → 50$/),
    ]);
  });

  it('are whose change is as long as the pane, from its top', () => {
    const changed = press(type(press(to(one, 'display_name'), 'enter'), 'a b '.repeat(30)), 'enter');
    expect(shown(changed, 5).slice(0, 3)).toEqual([
      'What changes',
      '~ Person 1  p1@acme.example  changed',
      expect.stringMatching(/^ {2}Display name +– *→? ?/),
    ]);
    expect(shown(changed, 5)).toHaveLength(4);
  });
});
