import type { Catalog } from '../catalog/catalog.ts';
import { findByName } from '../catalog/find-by-name.ts';
import type { Problem } from '../plan/change-set.ts';
import { cutText, quoted, valueLimit } from '../text/cut-text.ts';
import { fold } from '../text/fold.ts';
import { parseAssignment } from './assignment.ts';
import { countryName } from './country-name.ts';
import { clearMark } from './field-edit.ts';
import type { FieldType } from './field-types.ts';
import { typeHint } from './field-types.ts';
import type { QueueAssignment, SkillLevel, TeamMembership } from './user.ts';

/** A value read from text, or why it is none. */
export type Read<T> = { value: T } | { problem: Problem };

/** Several values as they are joined in one text. */
export function splitValues(text: string): string[] {
  return text
    .split(/;\s*/)
    .map(part => part.trim())
    .filter(Boolean);
}

/** One of a closed list of words; case, spaces, hyphens and underscores make no difference. */
export function readChoice(text: string, options: readonly string[]): Read<string> {
  const key = wordKey(text);
  const value = options.find(option => wordKey(option) === key);
  return value === undefined ? notAllowed(text, { kind: 'choice', options }) : { value };
}

function wordKey(text: string): string {
  return fold(text).replace(/[\s_-]+/g, '');
}

const switched: Readonly<Record<string, boolean>> = {
  ...{ on: true, true: true, yes: true },
  ...{ off: false, false: false, no: false },
};

export function readSwitch(text: string): Read<boolean> {
  const value = switched[wordKey(text)];
  return value === undefined ? notAllowed(text, { kind: 'choice', options: ['on', 'off'] }) : { value };
}

export function readChoices(text: string, options: readonly string[]): Read<string[]> {
  return readEach(
    text,
    part => readChoice(part, options),
    value => value,
  );
}

const wholeNumber = /^\d{1,6}$/;

export function readNumber(text: string, type: FieldType & { kind: 'number' }): Read<number> {
  const value = Number(text.trim());
  const allowed = wholeNumber.test(text.trim()) && value >= type.min && value <= type.max;
  return allowed ? { value } : notAllowed(text, type);
}

/**
 * Text of at most so many characters (code points), without control characters; something in it can be seen. Half of a
 * character becomes U+FFFD, as the database would have it.
 */
export function readText(text: string, type: FieldType & { kind: 'text' }): Read<string> {
  const value = text.trim().toWellFormed().normalize('NFC');
  if (value === '') return noValue(text);
  if (/\p{Cc}/u.test(value))
    return refused('control_characters', text, 'has control characters in it; take them out.');
  if (fold(value) === '') return refused('unseen', text, 'has nothing in it that can be seen.');
  const length = Array.from(value).length;
  if (length > type.max)
    return refused('too_long', text, `has ${length} characters; at most ${type.max} are allowed.`);
  return { value };
}

/** What has a code and a name there but is no country: unions, groups of islands, places to test with. */
const noCountries = ['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'];

/** An ISO 3166 code in force: of countries that are gone or have another code (`SU`, `UK`) there is none. */
export function readCountry(text: string): Read<string> {
  const value = text.trim().toUpperCase();
  const known =
    /^[A-Z]{2}$/.test(value) &&
    countryName(value) !== undefined &&
    !noCountries.includes(value) &&
    new Intl.Locale(`und-${value}`).region === value;
  return known ? { value } : notAllowed(text, { kind: 'country' });
}

/** A queue with how somebody belongs to it. A queue's own name may end in brackets, so the whole text is tried first. */
function readQueue(text: string, { queues }: Pick<Catalog, 'queues'>): Read<NamedQueue> {
  const whole = findByName(queues, text, 'queue');
  const { name, type, opted_in } =
    'found' in whole ? { name: text, type: 'agent' as const, opted_in: undefined } : parseAssignment(text);
  const queue = findByName(queues, name, 'queue');
  if ('problem' in queue) return queue;
  const { id, channel } = queue.found;
  return { value: { id, name: queue.found.name, channel, user_assignment_type: type, opted_in } };
}

/** A queue as somebody names it; whether opted in is undefined where they do not say. */
export type NamedQueue = Omit<QueueAssignment, 'opted_in'> & { opted_in: boolean | undefined };

/** As somebody who is in none of them comes into them: opted in unless it is said. */
export function readQueues(text: string, catalog: Pick<Catalog, 'queues'>): Read<QueueAssignment[]> {
  const read = readNamedQueues(text, catalog);
  return 'problem' in read ? read : { value: read.value.map(joined) };
}

export function joined(queue: NamedQueue): QueueAssignment {
  return { ...queue, opted_in: queue.opted_in ?? true };
}

export function readNamedQueues(text: string, catalog: Pick<Catalog, 'queues'>): Read<NamedQueue[]> {
  return readEach(
    text,
    part => readQueue(part, catalog),
    queue => queue.id,
  );
}

/** A team with how somebody belongs to it; nobody is in two (domain: team). */
export function readTeam(text: string, { teams }: Pick<Catalog, 'teams'>): Read<TeamMembership> {
  const [only = text, ...more] = splitValues(text);
  if (more.length > 0)
    return refused('two_teams', text, 'names more than one team; a user is in one at most. Leave one.');
  const whole = findByName(teams, only, 'team');
  const parsed = parseAssignment(only);
  // Nobody opts out of a team.
  const { name, type } =
    'found' in whole || parsed.opted_in !== undefined ? { name: only, type: 'agent' as const } : parsed;
  const team = findByName(teams, name, 'team');
  if ('problem' in team) return team;
  return { value: { id: team.found.id, name: team.found.name, team_role: type } };
}

/** `Spanish=4`; plain skills have no level (domain: skill). */
function readSkill(text: string, { skills }: Pick<Catalog, 'skills'>): Read<SkillLevel> {
  const at = text.lastIndexOf('=');
  const whole = findByName(skills, text, 'skill');
  const [name, level] =
    'found' in whole || at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()];
  const skill = findByName(skills, name, 'skill');
  if ('problem' in skill) return skill;
  const { id, graded } = skill.found;
  if (!graded && level !== '')
    return refused(
      'skill_without_level',
      text,
      `gives a level, but ${skill.found.name} has none. Leave ${quoted(`=${level}`)} out.`,
    );
  if (graded && !/^[1-5]$/.test(level))
    return refused('invalid_level', text, `needs a level from 1 to 5, such as ${skill.found.name}=3.`);
  return { value: { id, name: skill.found.name, level: graded ? Number(level) : null } };
}

export function readSkills(text: string, catalog: Pick<Catalog, 'skills'>): Read<SkillLevel[]> {
  return readEach(
    text,
    part => readSkill(part, catalog),
    skill => skill.id,
  );
}

/**
 * Reads every value of a text; the first that can't be read is the problem. Of those with the same key the
 * last counts, as of edits. No value at all is a problem too: blanks that empty are a trap, the clear mark is none.
 */
export function readEach<T>(
  text: string,
  read: (part: string) => Read<T>,
  key: (value: T) => unknown,
): Read<T[]> {
  const values = new Map<unknown, T>();
  for (const part of splitValues(text)) {
    const result = read(part);
    if ('problem' in result) return result;
    values.set(key(result.value), result.value);
  }
  return values.size > 0 ? { value: [...values.values()] } : noValue(text);
}

function noValue(text: string): { problem: Problem } {
  const message = `A value is missing. To empty a field, write ${clearMark}.`;
  return { problem: { code: 'no_value', value: cutText(text, valueLimit), message } };
}

function notAllowed(text: string, type: FieldType): { problem: Problem } {
  return refused('not_allowed', text, `is not allowed here: ${typeHint(type)}.`);
}

function refused(code: string, text: string, why: string): { problem: Problem } {
  return { problem: { code, value: cutText(text, valueLimit), message: `${quoted(text)} ${why}` } };
}
