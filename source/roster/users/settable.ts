import type { Account } from '../plan/facts.ts';
import { fields, portalPlace } from './fields.ts';
import type { FieldName } from './user.ts';

/**
 * Why a field can't be set here, as a sentence; null where it can. Of a roster that is the mirror of an account only that is set which
 * the account can be told.
 */
export function whyNotSettable(
  name: FieldName,
  { is_connected }: Pick<Account, 'is_connected'>,
): string | null {
  const { label, settable, byApi } = fields[name];
  if (byApi || (settable !== 'at-the-account' && !is_connected)) return null;
  return `${label} can be set at the account only, ${portalPlace}.`;
}
