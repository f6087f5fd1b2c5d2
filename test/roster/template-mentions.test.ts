import { describe, expect, it } from 'vitest';
import { retargeted } from '../../source/roster/catalog/template-mentions.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { catalog } from './build.ts';

const queues = (text: string, op: FieldEdit['op'] = 'set'): FieldEdit => ({ field: 'queues', op, text });
const renaming = (edits: FieldEdit[], name: string | null) =>
  retargeted(edits, { of: 'queue', id: 1, name }, catalog);

describe('a template that names something', () => {
  it('follows its new name, and keeps what stands behind it', () => {
    expect(renaming([queues('Sales; billing (both)'), queues('BILLING', 'add')], 'Invoices')).toEqual([
      queues('Sales; Invoices (both)'),
      queues('Invoices', 'add'),
    ]);
    const skills: FieldEdit[] = [{ field: 'skills', op: 'set', text: 'Refunds; Spanish=3' }];
    expect(retargeted(skills, { of: 'skill', id: 1, name: 'Castilian' }, catalog)).toEqual([
      { field: 'skills', op: 'set', text: 'Refunds; Castilian=3' },
    ]);
  });

  it('loses it once it is gone, and the whole setting if nothing is left of it', () => {
    expect(renaming([queues('Sales; Billing')], null)).toEqual([queues('Sales')]);
    expect(renaming([queues('Billing (supervisor)')], null)).toEqual([]);
  });

  it('stays the same where it names others', () => {
    const edits = [
      queues('Sales'),
      queues('', 'clear'),
      { field: 'role', op: 'set', text: 'Billing' } as const,
    ];
    expect(renaming(edits, 'Invoices')).toBe(edits);
    expect(renaming(edits, null)).toBe(edits);
  });

  it('tells a name that ends in brackets from a way to belong', () => {
    const tricky = {
      ...catalog,
      queues: [...catalog.queues, { ...catalog.queues[0]!, id: 7, name: 'Billing (both)' }],
    };
    const edits = [queues('Billing (both)')];
    expect(retargeted(edits, { of: 'queue', id: 1, name: 'Invoices' }, tricky)).toBe(edits);
    expect(retargeted(edits, { of: 'queue', id: 7, name: 'Invoices' }, tricky)).toEqual([queues('Invoices')]);
  });
});
