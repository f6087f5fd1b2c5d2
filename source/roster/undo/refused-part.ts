import type { Change, FieldChanges } from '../plan/change-set.ts';
import { sameValue } from '../users/field-values.ts';
import type { FieldName } from '../users/user.ts';

type Decided = Pick<Change, 'action' | 'fields'>;

/** Whether nothing is left of what a change did to a user, once that was taken back which the account refused. */
export function isWhollyBack(change: Decided, back: Decided): boolean {
  if (back.action !== 'update') return true;
  return change.action === 'update' && Object.keys(change.fields).every(name => name in back.fields);
}

/** What a change did to a user without what the account refused of it: that can be undone. */
export function withoutRefusedPart<Whole extends Decided>(
  change: Whole,
  back: FieldChanges | undefined,
): Whole {
  if (!back) return change;
  const fields = Object.entries(change.fields).flatMap(([name, { before, after }]) => {
    const now = back[name as FieldName] ? back[name as FieldName]!.after : after;
    return sameValue(before, now) ? [] : [[name, { before, after: now }]];
  });
  return { ...change, fields: Object.fromEntries(fields) as FieldChanges };
}
