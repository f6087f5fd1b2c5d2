import type { CatalogRecord } from '../../roster/plan/change-set.ts';
import { clearMark } from '../../roster/users/field-edit.ts';
import { fieldByJsonName, fields, settableFields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { type Call, optionKey } from '../shell/command.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { readFieldEdits } from '../users/field-edits.ts';
import { kindOf, optionsFor } from './catalog-kinds.ts';

/** What the options of `add` or `edit` say of a queue, role, operator …; what they leave open is not in it. */
export function readRecordOptions(call: Call, verb: 'add' | 'edit'): CatalogRecord {
  const kind = kindOf(call.name);
  const record: Record<string, unknown> = {};
  for (const { key, flags } of optionsFor(kind, verb)) {
    const value = call.options[optionKey(flags)];
    if (key !== undefined && value !== undefined) record[key] = value === clearMark ? '' : value;
  }
  if (kind.of !== 'template') return record;
  const set_edits = readFieldEdits(call, 'edit');
  const unset = [call.options.unset ?? []].flat().map(name => fieldNamed(String(name)));
  return {
    ...record,
    ...(set_edits.length > 0 && { set_edits }),
    ...(unset.length > 0 && { unset }),
  };
}

function fieldNamed(name: string): FieldName {
  const field = fieldByJsonName(name.trim().toLowerCase());
  if (field) return field.name;
  const names = settableFields.map(known => fields[known].jsonName).join(', ');
  throw new Refusal(`--unset takes a field, not "${name}": one of ${names}.`, exits.usage);
}
