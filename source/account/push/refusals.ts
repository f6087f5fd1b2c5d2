import type { PushRefusal } from '../../../db/account/pushes.ts';
import { fieldsOf, moveOf } from '../../roster/push/settled.ts';
import {
  type MemberOperation,
  type PushedKind,
  type PushStep,
  peopleOf,
  thingOf,
} from '../../roster/push/step.ts';

/** No license of the package, or the add-on, is left. */
export const noLicenseLeft = 290_010;

/** The account has by then what was asked for, or nobody there whom it could be taken from: what is so is to be read. */
const alreadySo = new Set([
  1_001, 1_004, 1_007, 1_012, 1_201, 1_401, 1_404, 1_405, 1_502, 2_201, 2_203, 1_017, 4_102, 300,
]);

/** Whether a refusal may mean that what was asked for is so already. */
export function mayBeSo(code: number | null): boolean {
  return code !== null && alreadySo.has(code);
}

/** It has no such region, queue or team: whoever of a batch is asked for. */
const thingGone = new Set([1_017, 1_201, 4_102]);

/** Whether all of a batch are refused alike, so that halving it is of no use. */
export function isOfAll(step: PushStep, code: number | null): boolean {
  return 'thing_id' in step && code !== null && thingGone.has(code);
}

/** What is written down of a step that the account refused: of each of its users, else of its thing. */
export function refusalsOf(
  step: PushStep,
  { code, message }: { code: number | null; message: string },
): PushRefusal[] {
  const people = [...new Set(peopleOf(step))];
  return (people.length > 0 ? people : [null]).map(person_id => ({
    ...notTaken(step, person_id),
    ...{ state: 'refused', code },
    reason: refusalText(step, person_id, code, message),
  }));
}

/** The same of what was never asked, and why. */
export function notSent(step: PushStep, reason: string): PushRefusal[] {
  return refusalsOf(step, { code: null, message: '' }).map(refusal => ({ ...refusal, reason }));
}

/** The same of what it said that it took, and does not have. */
export function conflictsOf(step: PushStep, reason: string): PushRefusal[] {
  return notSent(step, reason).map(refusal => ({ ...refusal, state: 'conflict' }));
}

export const noSuchUser = 'The account has no such user any more.';

function notTaken(step: PushStep, person_id: number | null): Omit<PushRefusal, 'state' | 'code' | 'reason'> {
  const thing = thingIn(step);
  return {
    ...{ person_id, kind: null, local_id: null, ...thing },
    operation: step.operation,
    fields: person_id === null ? [] : fieldsOf(step, person_id),
  };
}

/** Of several skills or queues none is named. */
function thingIn(step: PushStep): { kind: PushedKind; local_id: number } | null {
  if ('thing_id' in step) return { kind: kindOf(step), local_id: step.thing_id };
  if ('skills' in step && step.skills.length === 1) return { kind: 'skill', local_id: step.skills[0]!.id };
  if ('queues' in step && step.queues.length === 1) return { kind: 'queue', local_id: step.queues[0]! };
  return null;
}

function kindOf(step: PushStep): PushedKind {
  if ('name' in step) return thingOf(step).of;
  if (step.operation === 'deleteUserSkill') return 'skill';
  if (step.operation === 'updateQueueAgent') return 'queue';
  if (step.operation === 'assignRegionUsers') return 'region';
  return moveOf(step.operation as MemberOperation).of;
}

/** Why the account did not take something, as a sentence for people: its own words where they say more than its number. */
function refusalText(step: PushStep, person_id: number | null, code: number | null, message: string): string {
  const row = 'rows' in step ? step.rows.find(one => one.person_id === person_id) : undefined;
  switch (code) {
    case noLicenseLeft: {
      const { package_name, add_ons_plan } = row?.settings ?? {};
      if (add_ons_plan?.length) return `No license is left for ${add_ons_plan.join(', ')} or its package.`;
      return package_name ? `No ${package_name} license is left.` : 'No license is left.';
    }
    case 1_004:
      return 'The account has nobody active with this address.';
    case 1_001:
    case 1_012:
      return noSuchUser;
    case 1_201:
      return 'The account has no such queue any more.';
    case 4_102:
      return 'The account has no such team any more.';
    case 1_006:
      return `The account has no integration ${row?.settings.client_integration ?? 'of that name'}.`;
    case 1_010:
      return 'Only who is Ready can opt in.';
    case 2_202:
      return `The account knows no country ${row?.settings.country_iso_code ?? 'of that code'}.`;
    default:
      return `The account says: ${message}${/[.!?]$/.test(message) ? '' : '.'}${code === null ? '' : ` (${code})`}`;
  }
}
