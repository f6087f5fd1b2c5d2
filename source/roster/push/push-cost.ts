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

/** As sentences: the calls, and after them what is not sent. */
export function pushCostTexts({ notSent, ...cost }: PushCost): { calls: string[]; notSent: string[] } {
  const of = (reason: NotSentReason) => notSent.filter(one => one.reason === reason);
  const [impossible, clashing] = [of('not_possible'), of('changed_on_both_sides')];
  const isNothing = cost.calls === 0 && notSent.length === 0;
  return {
    calls:
      cost.calls > 0
        ? [`At the account: ${costText(cost)}.`]
        : isNothing
          ? ['At the account: nothing to change.']
          : [],
    notSent: [
      ...(impossible.length > 0 ? [`Not sent: ${fieldsText(impossible)}. It is set ${portalPlace}.`] : []),
      ...(clashing.length > 0 ? [`Not sent, as the account changed it too: ${fieldsText(clashing)}.`] : []),
    ],
  };
}

/** `country of 3 users and display name of Ana Silva` */
function fieldsText(list: readonly NotSent[]): string {
  const texts = list.map(({ field, users }) => {
    const [first] = users;
    const who = users.length === 1 && first ? first.user_name : counted(users.length, 'user');
    return `${fields[field].label.toLowerCase()} of ${who}`;
  });
  return listed(texts, texts.length);
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
