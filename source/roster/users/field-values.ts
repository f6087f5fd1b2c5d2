import { assignmentText } from './assignment.ts';
import type { QueueAssignment, SkillLevel, TeamMembership } from './user.ts';

/** `Billing`, `Billing (supervisor)`, `Billing (both, opted out)`. */
export function queueText(queue: QueueAssignment): string {
  return assignmentText(queue.name, queue.user_assignment_type, queue.opted_in);
}

/** `Tier 1`, `Tier 1 (supervisor)`. */
export function teamText(team: TeamMembership): string {
  return assignmentText(team.name, team.team_role);
}

/** `Spanish=4`, or just `Spanish` for a skill without levels. */
export function skillText(skill: SkillLevel): string {
  return skill.level === null ? skill.name : `${skill.name}=${skill.level}`;
}

/** Whether two values of one field say the same, whatever the order of lists and the names behind ids. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  // An addition and a removal compare with nothing, thousands of times.
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
  // So do users with the account, most of whom are as it says.
  if (
    Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((one, at) => sameValue(one, b[at]))
  )
    return true;
  if (isReference(a) && isReference(b)) return ownKeys.every(key => (a[key] ?? null) === (b[key] ?? null));
  return comparable(a) === comparable(b);
}

function isReference(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What of a reference is the user's own; its name, and what else is known of it, belong to the account. */
const ownKeys = ['id', 'user_assignment_type', 'opted_in', 'team_role', 'level'] as const;

function comparable(value: unknown): string {
  if (Array.isArray(value)) return value.map(comparable).sort().join('|');
  if (typeof value !== 'object') return JSON.stringify(value);
  const reference = value as Record<string, unknown>;
  return JSON.stringify(ownKeys.map(key => reference[key] ?? null));
}
