import type { Change } from '../roster/plan/change-set.ts';
import { capitalized } from '../roster/text/words.ts';
import { fieldNames, fields } from '../roster/users/fields.ts';
import type { FieldName, UserSettings } from '../roster/users/user.ts';
import { valueText } from '../roster/users/user-cells.ts';
import { visible } from '../terminal/escape.ts';

/** A field before and after, as people read it; null where there was or will be nothing. */
export interface FieldText {
  name: FieldName;
  label: string;
  before: string | null;
  after: string | null;
}

/** What changes for a user, in the order of the form. */
export function fieldTexts(changed: Change['fields']): FieldText[] {
  return fieldNames.flatMap((name): FieldText[] => {
    const pair = changed[name];
    if (!pair) return [];
    return [
      {
        name,
        label: fields[name].label,
        before: shownValue(name, pair.before),
        after: shownValue(name, pair.after),
      },
    ];
  });
}

/** A setting as text that may be drawn; null where there is none. */
export function shownValue<Name extends FieldName>(
  name: Name,
  value: UserSettings[Name] | null,
): string | null {
  const text = wordOnScreen(name, valueText(name, value));
  return text === '' ? null : visible(text);
}

/** A value of CSV as people read it: a capital letter and spaces where the API has others, and a level behind its skill. */
export function wordOnScreen(name: FieldName, text: string): string {
  switch (name) {
    case 'skills':
      return text.replaceAll(/=(?=\d(;|$))/g, ' ');
    case 'user_access':
    case 'package_name':
      return capitalized(text);
    case 'add_ons_plan':
      return text.replaceAll('ai_expert_assist', 'AI Expert Assist');
    case 'client_integration':
      return text.replaceAll('_', ' ');
    default:
      return text;
  }
}
