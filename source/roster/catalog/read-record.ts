import type { Privilege } from '../access/privileges.ts';
import type { CatalogKind, CatalogRecord, Problem } from '../plan/change-set.ts';
import { readEdits } from '../users/edit-settings.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { fields } from '../users/fields.ts';
import type { FieldName } from '../users/user.ts';
import type { CatalogFacts } from './catalog-entries.ts';
import { catalogFields } from './catalog-fields.ts';
import { nounOf, recordOf } from './catalog-records.ts';
import { keyProblems, keysAfter } from './operator-keys.ts';

/** A record as it would become, and what is wrong with what was asked for. */
export interface ReadRecord {
  after: CatalogRecord;
  problems: Problem[];
}

/** Reads what somebody wants of a thing on top of what it is; `before` is null for an addition. */
export function readRecord(
  of: CatalogKind,
  asked: CatalogRecord,
  before: CatalogRecord | null,
  facts: CatalogFacts,
): ReadRecord {
  const values = combined(of, asked, before);
  const after: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, field] of Object.entries(catalogFields[of])) {
    const value = values[key];
    if (value === undefined) {
      after[key] = before ? before[key] : field.initial;
      if (after[key] === undefined) problems.push(missing(of, key, field.label));
      continue;
    }
    const read = field.read(value, facts);
    if ('problem' in read) problems.push({ ...read.problem, column: key });
    else after[key] = read.value;
  }
  if (of === 'template' && (before === null || values.edits !== undefined))
    problems.push(...templateProblems(after, facts));
  if (of === 'operator') problems.push(...keyProblems(asked, before));
  return { after, problems };
}

function missing(of: CatalogKind, column: string, label: string): Problem {
  const message = `The ${nounOf(of)} needs a value: ${label.toLowerCase()}.`;
  return { code: 'value_missing', column, message };
}

/** Lists can be asked for as a whole, or as what is to be added and taken away. */
function combined(of: CatalogKind, asked: CatalogRecord, before: CatalogRecord | null): CatalogRecord {
  if (of === 'role' && (asked.add_privileges || asked.remove_privileges)) {
    const {
      add_privileges = [],
      remove_privileges = [],
      ...rest
    } = asked as {
      add_privileges?: readonly string[];
      remove_privileges?: readonly string[];
    };
    const had: readonly string[] = before ? recordOf('role', before).privileges : [];
    const taken = new Set(remove_privileges.map(privilege => privilege.toLowerCase()));
    const privileges = [...had, ...add_privileges].filter(name => !taken.has(name.toLowerCase()));
    return { ...rest, privileges: privileges as Privilege[] };
  }
  if (of === 'operator' && (asked.add_keys || asked.remove_keys)) {
    const { add_keys: _, remove_keys: __, ...rest } = asked;
    return { ...rest, keys: keysAfter(asked, before) };
  }
  if (of === 'template' && (asked.set_edits || asked.unset)) {
    const {
      set_edits = [],
      unset = [],
      ...rest
    } = asked as {
      set_edits?: readonly FieldEdit[];
      unset?: readonly FieldName[];
    };
    const had = before ? recordOf('template', before).edits : [];
    const whole = set_edits.filter(edit => edit.op === 'set' || edit.op === 'clear');
    const replaced = new Set([...whole.map(edit => edit.field), ...unset]);
    const said = new Set(set_edits.map(edit => JSON.stringify(edit)));
    const kept = had.filter(edit => !replaced.has(edit.field) && !said.has(JSON.stringify(edit)));
    return { ...rest, edits: [...kept, ...set_edits] };
  }
  return asked;
}

function templateProblems(record: CatalogRecord, facts: CatalogFacts): Problem[] {
  const { edits, type } = recordOf('template', record);
  if (edits.length === 0)
    return [
      {
        code: 'template_empty',
        column: 'edits',
        message: 'A template needs at least one setting, such as --set role_name=Agent.',
      },
    ];
  const early = type === 'add' ? edits.filter(edit => fields[edit.field].personal) : [];
  return [
    ...readEdits(edits, facts).problems,
    ...early.map(({ field, text }) => ({
      code: 'only_after_adding',
      column: fields[field].jsonName,
      value: text,
      message: `${fields[field].label} is each user's own; a template for adding can't have it. Leave it out, and set it with adding.`,
    })),
  ];
}
