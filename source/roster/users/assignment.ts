import { type AssignmentType, assignmentTypes } from './vocabulary.ts';

/** How somebody belongs to a queue or a team, as a text says it. */
export interface Assignment {
  name: string;
  type: AssignmentType;
  /** Undefined where the text does not say: whoever is in stays as they are. */
  opted_in: boolean | undefined;
}

/** `Billing (supervisor, opted out)` → name, type and opting; what is not said: agent. */
export function parseAssignment(text: string): Assignment {
  const whole: Assignment = { name: text.trim(), type: 'agent', opted_in: undefined };
  const match = /^(.*\S)\s*\(([^()]+)\)$/.exec(whole.name);
  if (!match) return whole;
  const said = match[2]!
    .toLowerCase()
    .split(',')
    .map(word => word.trim().replace(/\s+/g, ' '));
  const types = assignmentTypes.filter(type => said.includes(type));
  const optings = said.filter(word => word === 'opted in' || word === 'opted out');
  if (types.length > 1 || optings.length > 1 || types.length + optings.length < said.length) return whole;
  const [type = 'agent'] = types;
  const opted_in = optings[0] === undefined ? undefined : optings[0] === 'opted in';
  return { name: match[1]!, type, opted_in };
}

/** What stands behind the name in such a text; empty where nothing does. */
export function assignmentSuffix(text: string): string {
  return text.trim().slice(parseAssignment(text).name.length);
}

/** The name with what does not go without saying behind it: another type than agent, opted out. */
export function assignmentText(name: string, type: AssignmentType, opted_in = true): string {
  const said = [...(type === 'agent' ? [] : [type]), ...(opted_in ? [] : ['opted out'])];
  return said.length === 0 ? name : `${name} (${said.join(', ')})`;
}
