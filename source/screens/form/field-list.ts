import { textField } from '../../keys/text-field.ts';
import { fields } from '../../roster/fields.ts';
import type { FieldName } from '../../roster/user.ts';
import { number } from '../../roster/words.ts';
import type { PickItem, PickLayer } from '../app.ts';
import { wordOnScreen } from '../field-text.ts';
import type { FormRow } from './sections.ts';
import type { FormLayer } from './state.ts';

/** The list from which a field with one value is chosen. */
export function fieldList(form: FormLayer, row: FormRow): PickLayer {
  const items = row.name === 'template' ? templates(form) : values(form, row.name);
  const current = row.name === 'template' ? (form.template?.name ?? null) : currentValue(form, row.name);
  const at = { kind: 'pick' as const, purpose: 'field' as const, title: row.label };
  return { ...at, items, field: textField(), current, row: null, picked: null };
}

function templates({ facts, of }: FormLayer): PickItem[] {
  const type = of === 'add' ? 'add' : 'update';
  const fitting = facts.catalog.templates.filter(template => template.type === type);
  return [none, ...fitting.map(({ name, description }) => item(name, description))];
}

const none: PickItem = { id: null, label: '(none)', detail: '', disabled: null };

function item(name: string, detail = ''): PickItem {
  return { id: name, label: name, detail, disabled: null };
}

function values({ facts, of }: FormLayer, name: FieldName): PickItem[] {
  const { type, cleared } = fields[name];
  const empty = cleared === null && of === 'edit' ? [none] : cleared === null ? [none] : [];
  if (type.kind === 'choice')
    return [
      ...empty,
      ...type.options.map(option => ({
        ...item(option, detailOf(name, option, facts)),
        label: wordOnScreen(name, option),
      })),
    ];
  if (type.kind !== 'reference') return empty;
  const list = type.of === 'role' ? facts.catalog.roles : facts.catalog.regions;
  return [...empty, ...list.map(one => item(one.name))];
}

/** What helps to choose: how many licenses of a package are left. */
function detailOf(name: FieldName, option: string, facts: FormLayer['facts']): string {
  if (name !== 'package_name') return '';
  const pool = facts.pools.find(one => one.package_name === option);
  if (!pool || pool.total === 0) return 'no licenses';
  return `${number(pool.used)} of ${number(pool.total)} in use`;
}

function currentValue(form: FormLayer, name: FieldName): string | null {
  const { value } = form.after[name] ?? form.before[name];
  return value === null ? null : fields[name].toText(value as never);
}
