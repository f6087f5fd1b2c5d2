import { counted, durationText } from '../text/words.ts';
import type { Plan } from '../users/vocabulary.ts';
import { operations } from './operations.ts';
import type { PushStep } from './step.ts';

/** How the vendor groups operations by what they cost; `general` are those that are not of the contact center. */
export type Category = 'light' | 'medium' | 'heavy' | 'general';

type Limits = Readonly<Record<Category, number>>;

/** Requests a second that an account has, shared with all other programs that use it. */
const pro: Limits = { light: 20, medium: 10, heavy: 5, general: 20 };
const business: Limits = { light: 40, medium: 20, heavy: 10, general: 60 };

/** Requests a second that an account of this plan has. */
export function limitsOf(plan: Plan): Limits {
  return plan === 'pro' ? pro : business;
}

/** What calls take. */
export interface Cost {
  calls: number;
  /** About how long; the vendor's answers may take longer. */
  seconds: number;
}

/** `share` is how much of the account's rate the roster takes, above 0 and up to 1. */
export function costOf(steps: readonly PushStep[], plan: Plan, share: number): Cost {
  const limits = limitsOf(plan);
  // Steps go out in their order, so that each waits for those before it.
  const seconds = steps.reduce(
    (sum, { operation }) => sum + 1 / (limits[operations[operation].category] * share),
    0,
  );
  return { calls: steps.length, seconds };
}

/** `52 calls, about 6 s` */
export function costText({ calls, seconds }: Cost): string {
  return `${counted(calls, 'call')}, about ${durationText(seconds)}`;
}

/** `52 calls, about 6 s`, of the steps; `share` as for `costOf`. */
export function callsText(steps: readonly PushStep[], plan: Plan, share: number): string {
  return costText(costOf(steps, plan, share));
}
