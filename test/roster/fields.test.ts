import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../source/roster/users/field-changes.ts';
import { queueText, sameValue, skillText } from '../../source/roster/users/field-values.ts';
import { accountFields, fieldByJsonName, fieldNames, fields } from '../../source/roster/users/fields.ts';
import { newSettings } from '../../source/roster/users/user.ts';
import { agent, billing, sales, supervisor } from './build.ts';

const inBilling = { ...billing, user_assignment_type: 'agent' as const, opted_in: true };
const inSales = { ...sales, user_assignment_type: 'both' as const, opted_in: false };

describe('sameValue', () => {
  it('does not look at the order of lists', () => {
    expect(sameValue([inBilling, inSales], [inSales, inBilling])).toBe(true);
    expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(true);
  });

  it('goes by ids where there are ids, so a renaming changes nobody', () => {
    expect(sameValue(agent, { ...agent, name: 'Agente' })).toBe(true);
    expect(sameValue(agent, supervisor)).toBe(false);
  });

  it('sees how somebody belongs to a queue', () => {
    expect(sameValue([inBilling], [{ ...inBilling, user_assignment_type: 'both' }])).toBe(false);
    expect(sameValue([inBilling], [{ ...inBilling, opted_in: false }])).toBe(false);
  });

  it('takes nothing, null and an empty list for the same', () => {
    expect(sameValue(undefined, null)).toBe(true);
    expect(sameValue([], null)).toBe(true);
    expect(sameValue(0, null)).toBe(false);
    expect(sameValue('', null)).toBe(false);
  });

  it('is not fooled by texts that look like lists or null', () => {
    expect(sameValue(['a|b'], ['a', 'b'])).toBe(false);
    expect(sameValue(['a"|"b'], ['a', 'b'])).toBe(false);
    expect(sameValue('null', null)).toBe(false);
  });
});

describe('fieldChanges', () => {
  it('names what differs, before and after', () => {
    const before = newSettings(agent);
    expect(fieldChanges(before, { ...before, user_access: 'inactive', queues: [inBilling] })).toEqual({
      user_access: { before: 'active', after: 'inactive' },
      queues: { before: [], after: [inBilling] },
    });
    expect(fieldChanges(before, before)).toEqual({});
  });

  it('keeps everything that a removed user had', () => {
    const settings = { ...newSettings(agent), max_agent_load: 100, queues: [inBilling, inSales] };
    const kept = Object.entries(fieldChanges(settings, null)).map(([name, { before }]) => [name, before]);
    expect({ ...newSettings(supervisor), ...Object.fromEntries(kept) }).toEqual(settings);
  });
});

describe('the field table', () => {
  it('says what is set at the account alone, and what that looks like', () => {
    expect(accountFields).toHaveLength(8);
    const { toText } = fields.allowed_devices;
    expect([true, false, 80, 'CTI', ['mobile', 'CTI']].map(toText)).toEqual([
      'on',
      'off',
      '80',
      'CTI',
      'mobile; CTI',
    ]);
  });

  it('has every setting of a user, each under a name of its own', () => {
    expect([...fieldNames].sort()).toEqual(Object.keys(newSettings(agent)).sort());
    expect(new Set(fieldNames.map(name => fields[name].jsonName)).size).toBe(fieldNames.length);
  });

  it('finds a field by the name it has in JSON and CSV', () => {
    expect(fieldByJsonName('role_name')?.name).toBe('role');
    expect(fieldByJsonName('role')).toBeUndefined();
  });

  it('rule 3: knows what can be set when adding and what only after', () => {
    const after = fieldNames.filter(name => fields[name].settable === 'after-adding');
    expect(after.sort()).toEqual(
      ['display_name', 'queues', 'skills', 'status_name', 'sub_status_name', 'team'].sort(),
    );
    const own = fieldNames.filter(name => fields[name].personal);
    expect(own).toEqual(['display_name', 'status_name', 'sub_status_name']);
  });

  it('writes queues and skills as people do', () => {
    expect(queueText(inBilling)).toBe('Billing');
    expect(queueText(inSales)).toBe('Sales (both, opted out)');
    expect(fields.queues.toText([inBilling, inSales])).toBe('Billing; Sales (both, opted out)');
    expect(skillText({ id: 1, name: 'Spanish', level: 4 })).toBe('Spanish=4');
    expect(skillText({ id: 1, name: 'Driving', level: null })).toBe('Driving');
    expect(fields.team.toText({ id: 1, name: 'Tier 1', team_role: 'supervisor' })).toBe(
      'Tier 1 (supervisor)',
    );
  });
});
