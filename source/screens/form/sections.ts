import { fields } from '../../roster/fields.ts';
import type { FieldName } from '../../roster/user.ts';
import type { FormLayer } from './state.ts';

/** The settings as a form groups them. */
export const sections: readonly { title: string; names: readonly FieldName[] }[] = [
  { title: 'User', names: ['display_name', 'role', 'user_access', 'status_name', 'sub_status_name'] },
  { title: 'License', names: ['package_name', 'add_ons_plan'] },
  { title: 'Work', names: ['queues', 'skills', 'team'] },
  {
    title: 'Capacity',
    names: [
      'concurrent_message_capacity',
      'concurrent_email_capacity',
      'max_agent_load',
      'email_max_agent_load',
    ],
  },
  { title: 'Place', names: ['country_iso_code', 'region'] },
  { title: 'Client', names: ['client_integration', 'client_integration_name'] },
];

export interface FormRow {
  name: FieldName | 'template';
  label: string;
  section: string;
}

/** The lines of a form that can be opened, in their order. */
export function formRows({ of, facts }: Pick<FormLayer, 'of' | 'facts'>): FormRow[] {
  const type = of === 'add' ? 'add' : 'update';
  const template: FormRow = { name: 'template', label: 'Template', section: '' };
  const all = sections.flatMap(({ title, names }) =>
    names.map((name): FormRow => ({ name, label: fields[name].label, section: title })),
  );
  const rows = of === 'edit' ? all : all.filter(row => mayBeSet(row.name));
  return facts.catalog.templates.some(one => one.type === type) ? [template, ...rows] : rows;
}

function mayBeSet(name: FormRow['name']): boolean {
  return name !== 'template' && fields[name].settable === 'when-adding';
}

/** What can be set only after adding: a template may bring some of it all the same (domain rule 3). */
export const laterNames: readonly FieldName[] = sections
  .flatMap(section => section.names)
  .filter(name => !mayBeSet(name));
