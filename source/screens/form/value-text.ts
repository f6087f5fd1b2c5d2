import { wordOnScreen } from '../../components/field-text.ts';
import { countryName } from '../../roster/users/country-name.ts';
import { queueText } from '../../roster/users/field-values.ts';
import { fields } from '../../roster/users/fields.ts';
import { type Part, partsOf } from '../../roster/users/parts.ts';
import type { FieldName, QueueAssignment, SkillLevel, UserSettings } from '../../roster/users/user.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { FieldValue } from './state.ts';

/** A value as a form shows it. */
export function valueText(name: FieldName, { varies, value, typed }: FieldValue): string {
  if (typed !== undefined) return visible(typed);
  if (varies) return '(varies)';
  if (value === null || value === undefined || value === '') return marks.dash;
  if (Array.isArray(value))
    return value.length === 0 ? marks.dash : value.map(item => itemName(name, item)).join(', ');
  return visible(wordOnScreen(name, fields[name].toText(value as never))) || marks.dash;
}

/** What a value says besides, for whoever does not know its code by heart. */
export function valueDetail(name: FieldName, { value }: FieldValue): string {
  if (name !== 'country_iso_code' || typeof value !== 'string') return '';
  return countryName(value) ?? '';
}

function itemName(name: FieldName, item: unknown): string {
  if (name === 'queues') return visible(queueText(item as QueueAssignment));
  if (name === 'skills') return skillName(item as SkillLevel);
  return visible(wordOnScreen(name, String(item)));
}

function skillName({ name, level }: SkillLevel): string {
  return level === null ? visible(name) : `${visible(name)} ${level}`;
}

/** What comes, goes and becomes different in a list. */
export interface ListChange {
  sign: 'added' | 'removed' | 'updated';
  text: string;
}

function goneText(name: FieldName, { item }: Part): string {
  return visible(name === 'add_ons_plan' ? wordOnScreen(name, item ?? '') : (item ?? ''));
}

/** How a list changes, item by item. */
export function listChanges(
  name: 'queues' | 'skills' | 'add_ons_plan',
  before: unknown,
  after: unknown,
): ListChange[] {
  const was = partsOf(name, { [name]: before ?? [] } as unknown as UserSettings);
  const is = partsOf(name, { [name]: after ?? [] } as unknown as UserSettings);
  const text = (part: Part) => itemName(name, part.value);
  const gone = [...was].filter(([key]) => !is.has(key));
  return [
    ...[...is].flatMap(([key, part]): ListChange[] => {
      const old = was.get(key);
      if (!old) return [{ sign: 'added', text: text(part) }];
      return old.text === part.text ? [] : [{ sign: 'updated', text: text(part) }];
    }),
    ...gone.map(([, part]): ListChange => ({ sign: 'removed', text: goneText(name, part) })),
  ];
}
