import type { Db } from '../../db/sqlite/dialect.ts';
import type { TemplateType } from '../roster/catalog/catalog.ts';
import { fold } from '../roster/text/fold.ts';
import { type FieldEdit, setField } from '../roster/users/field-edit.ts';

interface MadeUpTemplate {
  template_name: string;
  type: TemplateType;
  description: string;
  edits: readonly FieldEdit[];
}

const templates: readonly MadeUpTemplate[] = [
  {
    template_name: 'New agent',
    type: 'add',
    description: 'First weeks: calls from Tier 1, one chat at a time',
    edits: [
      setField('role', 'Agent'),
      setField('concurrent_message_capacity', '1'),
      setField('queues', 'Support Tier 1'),
      setField('skills', 'Complaints=1; De-escalation=1'),
    ],
  },
  {
    template_name: 'Shift to chat',
    type: 'update',
    description: 'For when the phones are quiet',
    edits: [
      { field: 'queues', op: 'add', text: 'Chat' },
      { field: 'queues', op: 'opt-out', text: 'Support Tier 1' },
      setField('concurrent_message_capacity', '4'),
    ],
  },
  {
    template_name: 'Outage',
    type: 'update',
    description: 'Everybody to the hotline',
    edits: [{ field: 'queues', op: 'add', text: 'Outage Hotline' }],
  },
];

/** Writes the account's templates. */
export async function writeTemplates(trx: Db): Promise<void> {
  const rows = templates.map(({ edits, ...template }) => ({
    ...template,
    template_key: fold(template.template_name),
    edits: JSON.stringify(edits),
  }));
  await trx.insertInto('templates').values(rows).execute();
}
