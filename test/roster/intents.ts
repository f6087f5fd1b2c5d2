import { type FieldEdit, setField } from '../../source/roster/users/field-edit.ts';
import type { FieldName } from '../../source/roster/users/user.ts';

/** Edits that set these fields to these texts; what is left open is not touched. */
export function setting(values: { [Name in FieldName]?: string | undefined }): FieldEdit[] {
  return Object.entries(values).flatMap(([name, text]) =>
    text === undefined ? [] : [setField(name as FieldName, text)],
  );
}

/** Edits that put somebody into queues. */
export function joining(...queues: string[]): FieldEdit[] {
  return queues.map(text => ({ field: 'queues', op: 'add', text }));
}

/** Edits that take somebody out of queues. */
export function leaving(...queues: string[]): FieldEdit[] {
  return queues.map(text => ({ field: 'queues', op: 'remove', text }));
}

export function adding(...edits: FieldEdit[][]) {
  return { kind: 'add' as const, edits: edits.flat(), template: null };
}

export function editing(...edits: FieldEdit[][]) {
  return { kind: 'edit' as const, edits: edits.flat(), template: null };
}
