import { describe, expect, it } from 'vitest';
import { readEdits } from '../../source/roster/users/edit-settings.ts';
import { type FieldEdit, setField } from '../../source/roster/users/field-edit.ts';
import { accountFields, fieldNames, fields } from '../../source/roster/users/fields.ts';
import { whyNotSettable } from '../../source/roster/users/settable.ts';
import { newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import { openLists } from '../../source/roster/users/vocabulary.ts';
import { agent, catalog, factsAbout } from './build.ts';
import { setting } from './intents.ts';

/** What edits make of somebody who is new but for this, in an account with this catalog. */
function edited(edits: FieldEdit[], before: Partial<UserSettings> = {}, known = catalog) {
  const { apply, problems } = readEdits(edits, factsAbout([], { catalog: known }));
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

  it('is more where the roster is the mirror of one: what its API does not take', () => {
    const name = setting({ display_name: 'Ana' });
    const connected = { ...factsAbout([]), account: { is_connected: true } };
    const own = fieldNames.filter(field => whyNotSettable(field, connected.account));
    expect(own).toEqual(['display_name', ...accountFields]);
    expect(readEdits(name, connected).problems).toEqual([
      {
        ...{ code: 'set_at_the_account', column: 'display_name', value: 'Ana' },
        message:
          'Display name can be set at the account only, in the Zoom web portal under Contact Center Management → Users. Leave it out.',
      },
    ]);
    expect(edited(name)).toMatchObject({ display_name: 'Ana', problems: [] });
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
