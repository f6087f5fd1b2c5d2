import type { Change, ChangeSet } from '../plan/change-set.ts';
import type { Account } from '../plan/facts.ts';
import { counted, listed } from '../text/words.ts';
import { fields, portalPlace } from '../users/fields.ts';
import type { FieldName } from '../users/user.ts';
import type { NotSentReason, PlannedPush } from './planned-push.ts';
import { type Cost, costOf, costText } from './rate-limits.ts';
import { isPushed } from './step.ts';

/** A field of some users that the account is not told. */
interface NotSent {
  field: FieldName;
  reason: NotSentReason;
  users: Pick<Change, 'user_email' | 'user_name'>[];
}

/** What a change set takes at the account. */
export interface PushCost extends Cost {
  notSent: NotSent[];
}

/** Whether the account is to be told anything of a change set. */
export function isForAccount({ changes, catalog }: Pick<ChangeSet, 'changes' | 'catalog'>): boolean {
  return changes.length > 0 || catalog.some(({ of }) => isPushed(of));
}

/** What planned calls take at the rate of this account, and of whom it is not told what. */
export function pushCost(
  { steps, notSent }: PlannedPush,
  { plan, rate_share }: Pick<Account, 'plan' | 'rate_share'>,
): PushCost {
  const groups = Map.groupBy(notSent, ({ field, reason }) => `${field} ${reason}`);
  return {
    ...costOf(steps, plan, rate_share),
    notSent: [...groups.values()].map(group => {
      const { field, reason } = group[0]!;
      return { field, reason, users: group.map(({ change }) => change) };
    }),
  };
}

/** As sentences: the calls, and what is not sent; none where the roster is connected to no account. */
export function pushCostTexts(cost: PushCost | undefined): { calls: string[]; notSent: string[] } {
  if (!cost) return { calls: [], notSent: [] };
  const of = (reason: NotSentReason) => cost.notSent.filter(one => one.reason === reason);
  const [impossible, clashing] = [of('not_possible'), of('changed_on_both_sides')];
  const isSilent = cost.calls === 0 && cost.notSent.length > 0;
  const what = cost.calls > 0 ? costText(cost) : 'nothing to change';
  return {
    calls: isSilent ? [] : [`At the account: ${what}.`],
    notSent: [
      ...(impossible.length > 0 ? [`Not sent: ${fieldsText(impossible)}. Set it ${portalPlace}.`] : []),
      ...(clashing.length > 0 ? [`Not sent, as the account changed it too: ${fieldsText(clashing)}.`] : []),
    ],
  };
}

/** `country and team of 3 users; display name of Ana Silva`: fields of the same users together. */
function fieldsText(list: readonly NotSent[]): string {
  const groups = Map.groupBy(list, ({ users }) => users.map(({ user_email }) => user_email).join());
  const texts = [...groups.values()].map(group => {
    const { users } = group[0]!;
    const names = group.map(({ field }) => fields[field].label.toLowerCase());
    const who = users.length === 1 ? users[0]!.user_name : counted(users.length, 'user');
    return `${listed(names, names.length)} of ${who}`;
  });
  return texts.join('; ');
}

/** As scripts get it. */
export function pushCostJson({ calls, seconds, notSent }: PushCost) {
  return {
    calls,
    seconds: Math.round(seconds * 10) / 10,
    not_sent: notSent.map(({ field, reason, users }) => ({
      field: fields[field].jsonName,
      reason,
      user_emails: users.map(({ user_email }) => user_email),
    })),
  };
}
