import type { AssignmentType } from './vocabulary.ts';

/** `Billing (supervisor)` → the name and the type; without brackets: agent. */
export function parseAssignment(text: string): { name: string; type: AssignmentType } {
  const match = /^(.*\S)\s*\((agent|supervisor|both)\)$/i.exec(text.trim());
  if (!match) return { name: text.trim(), type: 'agent' };
  return { name: match[1]!, type: match[2]!.toLowerCase() as AssignmentType };
}

/** The name with the type behind it, which for an agent goes without saying. */
export function assignmentText(name: string, type: AssignmentType): string {
  return type === 'agent' ? name : `${name} (${type})`;
}
