import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../source/roster/catalog/catalog.ts';
import { readEdits } from '../../source/roster/users/edit-settings.ts';
import { type FieldEdit, setField } from '../../source/roster/users/field-edit.ts';
import { fieldNames, fields, settableFields } from '../../source/roster/users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { agent, billing, catalog, europe, factsAbout, refunds, sales, spanish, tierOne } from './build.ts';
import { joining, leaving, setting } from './intents.ts';

const asAgent = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };
const spanish4 = { ...spanish, level: 4 };

/** What edits make of somebody who was in Billing, spoke Spanish and is otherwise new. */
function edited(edits: FieldEdit[], before: Partial<UserSettings> = {}, known: Catalog = catalog) {
  const { apply, problems } = readEdits(edits, factsAbout([], { catalog: known }));
  const of = apply({ ...newSettings(agent), queues: [asAgent], skills: [spanish4], ...before });
  return { ...of.after, problems: [...problems, ...of.problems] };
}

function edit(field: FieldName, op: FieldEdit['op'], text = ''): FieldEdit[] {
  return [{ field, op, text }];
}

/** Code, column and value of each problem. */
function complaints(edits: FieldEdit[], before: Partial<UserSettings> = {}) {
  return edited(edits, before).problems.map(({ code, column, value }) => [code, column, value]);
}

/** A catalog of as many skills without levels: S1, S2, … */
function plainSkills(count: number): Catalog {
  const skill = (_: unknown, n: number) => ({ id: n + 1, name: `S${n + 1}`, category: '', graded: false });
  return { ...catalog, skills: Array.from({ length: count }, skill) };
}

function skillNames(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, n) => `S${from + n}`).join('; ');
}

describe('queues', () => {
  it('puts somebody in as agent, supervisor or both', () => {
    expect(edited(joining('sales (Both)')).queues).toEqual([
      asAgent,
      { ...sales, user_assignment_type: 'both', opted_in: true },
    ]);
  });

  it.each(['add', 'set'] as const)('changes by %s how somebody belongs, without opting in again', op => {
    const queues = [{ ...asAgent, opted_in: false }];
    expect(edited(edit('queues', op, 'Billing (supervisor)'), { queues }).queues).toEqual([
      { ...asAgent, user_assignment_type: 'supervisor', opted_in: false },
    ]);
  });

  it('sets the whole list', () => {
    expect(edited(setting({ queues: 'Sales' })).queues).toEqual([
      { ...sales, user_assignment_type: 'agent', opted_in: true },
    ]);
  });

  it('takes out, however they belonged, and leaves alone who is not in', () => {
    expect(edited(leaving('Billing (supervisor)', 'Sales')).queues).toEqual([]);
  });

  it('opts in and out of queues somebody belongs to, and of no others', () => {
    const out = { ...asAgent, opted_in: false };
    expect(edited(edit('queues', 'opt-out', 'Billing; Sales')).queues).toEqual([out]);
    expect(edited(edit('queues', 'opt-in', 'Billing'), { queues: [out] }).queues).toEqual([asAgent]);
  });

  it('prefers a queue whose own name ends in brackets', () => {
    const night = { id: 3, name: 'Billing (supervisor)', description: '', channel: 'voice' as const };
    const known = { ...catalog, queues: [...catalog.queues, night] };
    const { queues } = edited(joining('Billing (supervisor)'), {}, known);
    expect(queues.map(queue => [queue.id, queue.user_assignment_type])).toEqual([
      [1, 'agent'],
      [3, 'agent'],
    ]);
    expect(edited(leaving('Billing (supervisor)'), { queues }, known).queues).toEqual([asAgent]);
  });

  it('names unknown queues, and does the rest', () => {
    expect(complaints([...joining('Bilge', 'Sales'), ...leaving('Sails')])).toEqual([
      ['unknown_queue', 'queues', 'Bilge'],
      ['unknown_queue', 'queues', 'Sails'],
    ]);
    expect(edited(joining('Bilge', 'Sales')).queues).toHaveLength(2);
  });
});

describe('skills', () => {
  it('adds, grades anew, takes away with or without the level, and sets the whole list', () => {
    const known = { ...refunds, level: null };
    expect(edited(edit('skills', 'add', 'Refunds')).skills).toEqual([spanish4, known]);
    expect(edited(edit('skills', 'add', 'Spanish=5')).skills).toEqual([{ ...spanish, level: 5 }]);
    expect(edited(edit('skills', 'remove', 'Spanish')).skills).toEqual([]);
    expect(edited(edit('skills', 'remove', 'Spanish=1')).skills).toEqual([]);
    expect(edited(setting({ skills: 'Refunds' })).skills).toEqual([known]);
  });

  it('names each wrong one', () => {
    const wrong = ['Spanish=6', 'Spanish', 'Refunds=2', 'Latin=1'].flatMap(text =>
      edit('skills', 'add', text),
    );
    expect(complaints([...wrong, ...edit('skills', 'remove', 'Greek')])).toEqual([
      ['invalid_level', 'skills', 'Spanish=6'],
      ['invalid_level', 'skills', 'Spanish'],
      ['skill_without_level', 'skills', 'Refunds=2'],
      ['unknown_skill', 'skills', 'Latin'],
      ['unknown_skill', 'skills', 'Greek'],
    ]);
  });

  it.each(['add', 'set', 'remove'] as const)('changes 20 at a time by %s and refuses 21', op => {
    const known = plainSkills(30);
    const all = known.skills.map(({ id, name }) => ({ id, name, level: null }));
    const skills = op === 'remove' ? all : [];
    const change = (count: number) => edited(edit('skills', op, skillNames(1, count)), { skills }, known);
    expect(change(20)).toMatchObject({ problems: [] });
    expect(change(20).skills).toHaveLength(op === 'remove' ? 10 : 20);
    expect(change(21).problems).toEqual([
      {
        code: 'too_many_skills',
        column: 'skills',
        value: '21',
        message: '21 skills at once; at most 20 can be changed at a time. Do it in parts.',
      },
    ]);
  });

  it('counts over all edits, and of a whole list what differs from before', () => {
    const known = plainSkills(50);
    const parts = [...edit('skills', 'add', skillNames(1, 11)), ...edit('skills', 'add', skillNames(12, 21))];
    expect(edited(parts, { skills: [] }, known).problems).toMatchObject([{ code: 'too_many_skills' }]);
    const skills = known.skills.slice(0, 30).map(({ id, name }) => ({ id, name, level: null }));
    const replace = (from: number, to: number) =>
      edited(setting({ skills: skillNames(from, to) }), { skills }, known).problems;
    expect(replace(1, 30)).toEqual([]);
    expect(replace(1, 50)).toEqual([]);
    expect(replace(11, 40)).toEqual([]);
    expect(replace(12, 41)).toMatchObject([{ code: 'too_many_skills', value: '22' }]);
    expect(edited(setting({ skills: '(clear)' }), { skills }, known)).toMatchObject({
      skills: [],
      problems: [],
    });
  });
});

describe('add-ons', () => {
  it('adds once, takes away and clears', () => {
    const add_ons_plan = ['ai_expert_assist'];
    expect(edited(edit('add_ons_plan', 'add', 'ai_expert_assist'), { add_ons_plan })).toMatchObject({
      add_ons_plan,
    });
    expect(edited(edit('add_ons_plan', 'add', 'AI Expert Assist')).add_ons_plan).toEqual(add_ons_plan);
    expect(edited(edit('add_ons_plan', 'remove', 'ai_expert_assist'), { add_ons_plan }).add_ons_plan).toEqual(
      [],
    );
    expect(complaints(edit('add_ons_plan', 'add', 'espresso'))).toEqual([
      ['not_allowed', 'add_ons_plan', 'espresso'],
    ]);
  });
});

describe('the team', () => {
  it('is one at most: another takes its place, two are refused', () => {
    const team = { ...tierOne, team_role: 'both' as const };
    expect(edited(setting({ team: 'Tier 2 (supervisor)' }), { team }).team).toEqual({
      id: 2,
      name: 'Tier 2',
      team_role: 'supervisor',
    });
    expect(edited(setting({ team: 'Tier 1; Tier 2' }), { team }).team).toEqual(team);
    expect(complaints(setting({ team: 'Tier 1; Tier 2' }))).toEqual([
      ['two_teams', 'team', 'Tier 1; Tier 2'],
    ]);
  });
});

describe('presence and reason', () => {
  const atLunch = { status_name: 'Not Ready', sub_status_name: 'Meal' } as const;

  it('sets a reason together with Not Ready, in whichever order, or to somebody who is', () => {
    expect(edited(setting({ sub_status_name: 'meal', status_name: 'not ready' }))).toMatchObject(atLunch);
    expect(edited(setting({ sub_status_name: 'Break' }), atLunch)).toMatchObject({
      status_name: 'Not Ready',
      sub_status_name: 'Break',
      problems: [],
    });
  });

  it('lets the reason go with the presence it belonged to', () => {
    expect(edited(setting({ status_name: 'Ready' }), atLunch)).toMatchObject({
      status_name: 'Ready',
      sub_status_name: null,
      problems: [],
    });
  });

  it('refuses a reason without Not Ready', () => {
    const refused = [['reason_without_not_ready', 'sub_status_name', 'Meal']];
    expect(complaints(setting({ sub_status_name: 'Meal' }))).toEqual(refused);
    expect(complaints(setting({ status_name: 'Ready', sub_status_name: 'Meal' }))).toEqual(refused);
    expect(complaints(setting({ status_name: 'Offline', sub_status_name: 'Meal' }), atLunch)).toEqual(
      refused,
    );
  });
});

describe('clearing', () => {
  const full: Partial<UserSettings> = {
    ...{ add_ons_plan: ['ai_expert_assist'], country_iso_code: 'PT', region: europe },
    ...{ client_integration: 'Zendesk', client_integration_name: 'Desk', display_name: 'Ana' },
    ...{ concurrent_message_capacity: 1, concurrent_email_capacity: 1 },
    ...{ multi_channel_engagements: true, max_agent_load: 1, email_max_agent_load: 1 },
    ...{ status_name: 'Not Ready', sub_status_name: 'Meal' },
    team: { ...tierOne, team_role: 'agent' },
  };
  const needed = ['role', 'user_access', 'package_name', 'status_name'];

  it.each(settableFields)('%s', name => {
    const edits = [setField(name, ' (clear) ')];
    if (needed.includes(name))
      expect(edited(edits, full).problems).toEqual([
        {
          code: 'not_clearable',
          column: fields[name].jsonName,
          value: '(clear)',
          message: `${fields[name].label} can't be cleared: a user always has one.`,
        },
      ]);
    else {
      const { problems, ...after } = edited(edits, full);
      const before = { ...newSettings(agent), queues: [asAgent], skills: [spanish4], ...full };
      expect(problems).toEqual([]);
      // The name of an integration goes with it (domain rule 3).
      const more = name === 'client_integration' ? { client_integration_name: null } : {};
      expect(after).toEqual({ ...before, [name]: newSettings(agent)[name], ...more });
    }
  });

  it('is never done by a blank', () => {
    for (const name of fieldNames) {
      expect(complaints([setField(name, '  ')], full), name).toHaveLength(1);
      expect(edited([setField(name, '  ')], full)[name], name).toEqual(edited([], full)[name]);
    }
  });
});

describe('edits in general', () => {
  it('work in their order', () => {
    expect(edited([...leaving('Billing'), ...joining('Billing (both)')]).queues).toMatchObject([
      { name: 'Billing', user_assignment_type: 'both' },
    ]);
    expect(edited([...joining('Sales'), ...setting({ queues: '(clear)' })]).queues).toEqual([]);
    expect(edited([...setting({ max_agent_load: '3' }), ...setting({ max_agent_load: '4' })])).toMatchObject({
      max_agent_load: 4,
      problems: [],
    });
  });

  it('touch nothing but their field, and not what they are applied to', () => {
    const before = newSettings(agent);
    const { apply } = readEdits([...joining('Sales'), ...setting({ region: 'Europe' })], factsAbout([]));
    const { after } = apply(before);
    expect(before).toEqual(newSettings(agent));
    expect({ ...after, queues: [], region: null }).toEqual(before);
  });

  it.each([
    ['role', 'remove', 'Agent'],
    ['team', 'add', 'Tier 1'],
    ['display_name', 'remove', 'Ana'],
    ['skills', 'opt-in', 'Refunds'],
    ['add_ons_plan', 'opt-out', 'ai_expert_assist'],
  ] as const)('refuse what a field does not take: %s, %s', (field, op, text) => {
    expect(complaints(edit(field, op, text))).toEqual([['wrong_operation', fields[field].jsonName, text]]);
    expect(edited(edit(field, op, text))[field]).toEqual(edited([])[field]);
  });

  it('name each problem by the column', () => {
    const wrong = { role: 'Boss', country_iso_code: 'XX', region: 'Atlantis', max_agent_load: '101' };
    expect(complaints(setting(wrong))).toEqual([
      ['unknown_role', 'role_name', 'Boss'],
      ['not_allowed', 'country_iso_code', 'XX'],
      ['unknown_region', 'region_name', 'Atlantis'],
      ['not_allowed', 'max_agent_load', '101'],
    ]);
  });
});
