import { fields } from '../../roster/users/fields.ts';
import { whyNotSettable } from '../../roster/users/settable.ts';
import type { FieldName } from '../../roster/users/user.ts';
import type { FormLayer } from './state.ts';

/** The settings as a form groups them: all that can be set here. */
export const sections: readonly { title: string; names: readonly FieldName[] }[] = [
  { title: 'User', names: ['display_name', 'role', 'user_access', 'status_name', 'sub_status_name'] },
  { title: 'License', names: ['package_name', 'add_ons_plan'] },
  { title: 'Work', names: ['queues', 'skills', 'team'] },
  {
    title: 'Capacity',
    names: [
      'concurrent_message_capacity',
      'concurrent_email_capacity',
      'multi_channel_engagements',
      'max_agent_load',
      'email_max_agent_load',
    ],
  },
  { title: 'Place', names: ['country_iso_code', 'region'] },
  { title: 'Client', names: ['client_integration', 'client_integration_name'] },
];

/** What is set in the second step of an addition, under a title of its own (domain rule 3). */
export const afterAdding = 'After adding';

export interface FormRow {
  name: FieldName | 'template';
  label: string;
  section: string;
  /** Why it can't be set here; null where it can. */
  disabled: string | null;
}

type FieldRow = FormRow & { name: FieldName };

/** The lines of a form that can be opened, in their order. */
export function formRows({ of, facts }: Pick<FormLayer, 'of' | 'facts'>): FormRow[] {
  const type = of === 'add' ? 'add' : 'update';
  const template: FormRow = { name: 'template', label: 'Template', section: '', disabled: null };
  const all = sections.flatMap(({ title, names }) =>
    names.map((name): FieldRow => {
      const disabled = whyNotSettable(name, facts.account);
      return { name, label: fields[name].label, section: title, disabled };
    }),
  );
  const rows = of === 'edit' ? all : inSteps(all);
  return facts.catalog.templates.some(one => one.type === type) ? [template, ...rows] : rows;
}

/** What is given with adding comes first; of what is set after it, what is each user's own comes last. */
function inSteps(rows: readonly FieldRow[]): FormRow[] {
  const isLater = ({ name }: FieldRow) => fields[name].settable === 'after-adding';
  const isOwn = ({ name }: FieldRow) => fields[name].personal;
  const later = rows.filter(isLater);
  const shared = later.filter(row => !isOwn(row));
  const second = [...shared, ...later.filter(isOwn)].map(row => ({ ...row, section: afterAdding }));
  return [...rows.filter(row => !isLater(row)), ...second];
}
