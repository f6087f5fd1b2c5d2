import { describe, expect, it } from 'vitest';
import type { Privilege } from '../../source/roster/access/privileges.ts';
import { licenseArithmetic, licenseProblems } from '../../source/roster/licenses/licenses.ts';
import { fieldChanges } from '../../source/roster/users/field-changes.ts';
import type { UserSettings } from '../../source/roster/users/user.ts';
import { concurrent, factsAbout, licensed } from './build.ts';

/** The arithmetic of an edit of user 1, who had `before` and gets `after` on top. */
function ofEdit(before: Partial<UserSettings>, after: Partial<UserSettings>, model: 'named' | 'concurrent') {
  const user = licensed(1, before);
  const { settings } = user.user;
  const change = {
    person_id: 1,
    user_email: '',
    user_name: '',
    action: 'update' as const,
    version: 1,
    fields: fieldChanges(settings, { ...settings, ...after }),
  };
  const facts = factsAbout([user], model === 'named' ? {} : concurrent());
  const licenses = licenseArithmetic([change], facts);
  return {
    licenses: licenses.map(use => [use.package_name, use.before, use.after]),
    problems: licenseProblems(licenses, facts),
  };
}

describe('license arithmetic', () => {
  it('rule 4: making a user inactive frees no named license', () => {
    expect(ofEdit({}, { user_access: 'inactive' }, 'named').licenses).toEqual([]);
  });

  it('rule 4: another package takes its license and frees the former, and is refused if it has none left', () => {
    expect(ofEdit({}, { package_name: 'premium' }, 'named')).toEqual({
      licenses: [
        ['essentials', 10, 9],
        ['premium', 1, 2],
      ],
      problems: [],
    });
    expect(ofEdit({}, { package_name: 'elite' }, 'named').problems).toMatchObject([
      { code: 'licenses_missing' },
    ]);
  });

  it('names packages in their order, whichever is touched first', () => {
    expect(ofEdit({ package_name: 'premium' }, { package_name: 'essentials' }, 'named').licenses).toEqual([
      ['essentials', 10, 11],
      ['premium', 1, 0],
    ]);
  });

  it('rule 4: under the concurrent model only who is signed in moves to the other package’s pool', () => {
    expect(ofEdit({ status_name: 'Ready' }, { package_name: 'premium' }, 'concurrent').licenses).toEqual([
      ['essentials', 10, 9],
      ['premium', 1, 2],
    ]);
    expect(ofEdit({ status_name: 'Offline' }, { package_name: 'premium' }, 'concurrent').licenses).toEqual([
      ['essentials', 10, 10],
      ['premium', 1, 1],
    ]);
  });

  it('rule 4: signing in and out counts under the concurrent model alone', () => {
    expect(ofEdit({}, { status_name: 'Ready' }, 'concurrent').licenses).toEqual([['essentials', 10, 11]]);
    expect(ofEdit({ status_name: 'Ready' }, { status_name: 'Offline' }, 'concurrent').licenses).toEqual([
      ['essentials', 10, 9],
    ]);
    expect(ofEdit({ status_name: 'Ready' }, { status_name: 'Occupied' }, 'concurrent').licenses).toEqual([
      ['essentials', 10, 10],
    ]);
    expect(ofEdit({}, { status_name: 'Ready' }, 'named').licenses).toEqual([]);
  });

  it('rule 4: a pool that is exceeded already does not hinder what asks for no more of it', () => {
    const facts = factsAbout([]);
    const over = { package_name: 'essentials' as const, total: 5 };
    expect(licenseProblems([{ ...over, before: 9, after: 8 }], facts)).toEqual([]);
    expect(licenseProblems([{ ...over, before: 9, after: 9 }], facts)).toEqual([]);
    expect(licenseProblems([{ ...over, before: 8, after: 9 }], facts)).toHaveLength(1);
  });

  it('tells only who may set the pools how that is done', () => {
    const [use] = [{ package_name: 'premium' as const, total: 40, before: 40, after: 42 }];
    const facts = factsAbout([]);
    const told = (privileges: Privilege[]) =>
      licenseProblems([use], { ...facts, operator: { ...facts.operator, is_owner: false, privileges } })[0]
        ?.message;
    const missing = '2 premium licenses missing: 40 of 40 in use, 2 more asked for. ';
    expect(told(['UserManagement:Edit'])).toBe(`${missing}Remove users, or add fewer.`);
    expect(told(['UserManagement:Edit', 'AccountSettings:Edit'])).toBe(
      `${missing}Remove users, add fewer, or enter what was bought: roster account set --licenses premium=42`,
    );
  });
});
