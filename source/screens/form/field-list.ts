import type { Action } from '../../app/layers.ts';
import { wordOnScreen } from '../../components/field-text.ts';
import type { ListItem } from '../../keys/typed-list.ts';
import { number } from '../../roster/text/words.ts';
import { optionsOf } from '../../roster/users/field-types.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import type { FormRow } from './sections.ts';
import type { FormLayer } from './state.ts';

/** Opens the list from which a field with one value is chosen. */
export function chooseValue(form: FormLayer, row: FormRow): Action {
  const items = row.name === 'template' ? templates(form) : values(form, row.name);
  const current = row.name === 'template' ? (form.template?.name ?? null) : currentValue(form, row.name);
  return { type: 'pick-value', title: row.label, items, current };
}

function templates({ facts, of }: FormLayer): ListItem[] {
  const type = of === 'add' ? 'add' : 'update';
  const fitting = facts.catalog.templates.filter(template => template.type === type);
  return [none, ...fitting.map(({ name, description }) => item(name, description))];
}

const none: ListItem = { id: null, label: '(none)', detail: '', disabled: null };

function item(name: string, detail = ''): ListItem {
  return { id: name, label: name, detail, disabled: null };
}

function values({ facts, of }: FormLayer, name: FieldName): ListItem[] {
  const { type, cleared } = fields[name];
  const empty = cleared === null && of === 'edit' ? [none] : cleared === null ? [none] : [];
  if (type.kind === 'choice')
    return [
      ...empty,
      ...optionsOf(type, facts.catalog).map(option => ({
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
