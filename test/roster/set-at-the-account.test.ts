import { describe, expect, it } from 'vitest';
import { readEdits } from '../../source/roster/users/edit-settings.ts';
import { type FieldEdit, setField } from '../../source/roster/users/field-edit.ts';
import { accountFields, fields } from '../../source/roster/users/fields.ts';
import { newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { openLists } from '../../source/roster/users/vocabulary.ts';
import { agent, catalog } from './build.ts';
import { setting } from './intents.ts';

/** What edits make of somebody who is new but for this, in an account with this catalog. */
function edited(edits: FieldEdit[], before: Partial<UserSettings> = {}, known = catalog) {
  const { apply, problems } = readEdits(edits, known);
  const { after, problems: own } = apply({ ...newSettings(agent), ...before });
  return { ...after, problems: [...problems, ...own] };
}

describe('what is set at the account alone', () => {
  it.each(accountFields)('%s is told where, however it is asked for', name => {
    const where = 'in the Zoom web portal under Contact Center Management → Users. Leave it out.';
    const message = `${fields[name].label} can be set at the account only, ${where}`;
    for (const text of ['on', '(clear)'])
      expect(edited([setField(name, text)], { [name]: true }).problems).toEqual([
        { code: 'set_at_the_account', column: fields[name].jsonName, value: text, message },
      ]);
  });

  it('stays as it is whatever else is changed', () => {
    const said = { mobile_client: true, allowed_devices: ['mobile'] };
    expect(edited(setting({ max_agent_load: '80' }), said)).toMatchObject({ ...said, max_agent_load: 80 });
  });
});

describe('words that only this account knows', () => {
  const words = { reason: [...openLists.reason, 'Stock-taking'], add_on: [...openLists.add_on, 'quality'] };
  const own = { ...catalog, words };

  it('can be chosen as the usual ones, and nowhere else', () => {
    const edits = [...setting({ status_name: 'Not Ready', sub_status_name: 'stock taking' })];
    const withAddOn: FieldEdit = { field: 'add_ons_plan', op: 'add', text: 'Quality; epic' };
    expect(edited([...edits, withAddOn], {}, own)).toMatchObject({
      ...{ problems: [], sub_status_name: 'Stock-taking', add_ons_plan: ['quality', 'epic'] },
    });
    expect(edited([...edits, withAddOn]).problems).toMatchObject([
      { code: 'not_allowed', column: 'sub_status_name', value: 'stock taking' },
      { code: 'not_allowed', column: 'add_ons_plan', value: 'Quality' },
    ]);
  });
});
