import { readRefusals } from '../../../db/account/pushes.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import { readChangeSet } from '../../../db/history/change-sets.ts';
import { candidatesNamed } from '../../../db/people/unlicensed.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import type { Catalog } from '../../roster/catalog/catalog.ts';
import type { Change } from '../../roster/plan/change-set.ts';
import type { FormOutcome } from '../../roster/screen/form-effects.ts';
import type { DraftForm } from '../../roster/screen/session-state.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { sameValue } from '../../roster/users/field-values.ts';
import { fieldNames, fields } from '../../roster/users/fields.ts';
import { type FieldName, newSettings } from '../../roster/users/user.ts';

/**
 * The form of a change set again, filled in as it was, with those alone whom the account refused: to add them, or to change them where
 * there are no others. What differs from user to user no form can hold; that is said.
 */
export async function refusedForm(db: Db, id: number, operator: Operator): Promise<FormOutcome> {
  const refusals = await readRefusals(db, id);
  const refused = new Set(refusals.flatMap(({ person_id }) => person_id ?? []));
  const changes = ((await readChangeSet(db, id))?.changes ?? []).filter(change =>
    refused.has(change.person_id),
  );
  const facts = await readFacts(db, { ids: [...refused] }, operator);
  const versions = new Map(
    facts.subjects.flatMap(({ person, user }) => (person ? [[person.person_id, user?.version ?? null]] : [])),
  );
  const toAdd = changes.filter(change => change.action === 'add' && versions.get(change.person_id) === null);
  const of = toAdd.length > 0 ? 'add' : 'edit';
  const left = of === 'add' ? toAdd : changes.filter(change => versions.get(change.person_id) !== null);
  const names = fieldNames.filter(name => left.some(change => isAskedFor(name, change, facts.catalog)));
  const shared = names.filter(name => isShared(name, left));
  const ids = left.map(({ person_id }) => person_id);
  const form: DraftForm = {
    of,
    people: new Map(ids.map(person_id => [person_id, versions.get(person_id) ?? null])),
    template: null,
    draft: Object.fromEntries(shared.map(name => [name, [editOf(name, left)]])),
    spared: new Map(),
  };
  const varying = names.filter(name => !shared.includes(name)).map(name => fields[name].label);
  const differs = `From user to user differs: ${varying.join(', ')}. Each as they were to be: roster push --retry ${id}`;
  return {
    type: 'form-facts',
    of,
    facts: {
      ...facts,
      subjects: facts.subjects.filter(({ person }) => ids.includes(person?.person_id ?? 0)),
    },
    restored: { form, at: new Date().toISOString() },
    picked: of === 'add' ? await candidatesNamed(db, ids) : [],
    said: `Whom the account refused, as it was filled in: nothing is saved yet.${varying.length > 0 ? ` ${differs}` : ''}`,
  };
}

/** Whether somebody was to get it otherwise than everybody gets it who is added. */
function isAskedFor(name: FieldName, { action, fields: changed }: Change, catalog: Catalog): boolean {
  const after = changed[name]?.after;
  if (changed[name] === undefined || fields[name].settable === 'at-the-account') return false;
  const role = changed.role?.after;
  if (action !== 'add' || name === 'role' || !role) return true;
  if (
    name === 'region' &&
    catalog.regions.some(({ id, is_main }) => is_main && sameValue(id, changed.region?.after?.id))
  )
    return false;
  return !sameValue(after, newSettings(role)[name]);
}

function isShared(name: FieldName, [first, ...others]: readonly Change[]): boolean {
  return others.every(({ fields: changed }) => sameValue(changed[name]?.after, first?.fields[name]?.after));
}

function editOf(field: FieldName, [first]: readonly Change[]): FieldEdit {
  const after = first?.fields[field]?.after ?? null;
  if (after === null || (Array.isArray(after) && after.length === 0)) return { field, op: 'clear', text: '' };
  return { field, op: 'set', text: fields[field].toText(after as never) };
}
