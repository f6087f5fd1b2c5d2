import type { Catalog } from '../catalog/catalog.ts';
import { findByName } from '../catalog/find-by-name.ts';
import type { Problem } from '../plan/change-set.ts';
import type { Account } from '../plan/facts.ts';
import { clearMark, type FieldEdit } from './field-edit.ts';
import type { FieldType } from './field-types.ts';
import { fields } from './fields.ts';
import { withPresence } from './presence.ts';
import { joined, type Read, readEach, readNamedQueues, readSkills, splitValues } from './read-value.ts';
import { whyNotSettable } from './settable.ts';
import type { QueueAssignment, SkillLevel, UserSettings } from './user.ts';

type SettingsChange = (before: UserSettings) => UserSettings;

/** What edits make of somebody's settings, and what speaks against it for this one user. */
export interface Edited {
  after: UserSettings;
  problems: Problem[];
}

/** Edits that were read, for any number of users. */
export interface ReadEdits {
  apply(before: UserSettings): Edited;
  /** One for each edit that can't be read; what was read works nevertheless. */
  problems: Problem[];
}

/** What edits mean something with: what they may name, and whether it can be set here. */
export interface EditFacts {
  catalog: Catalog;
  account: Pick<Account, 'is_connected'>;
}

/** Reads edits; they work in their order. */
export function readEdits(edits: readonly FieldEdit[], facts: EditFacts): ReadEdits {
  const changes: SettingsChange[] = [];
  const problems: Problem[] = [];
  for (const edit of edits) {
    const read = readEdit(edit, facts);
    if ('problem' in read) problems.push({ ...read.problem, column: fields[edit.field].jsonName });
    else changes.push(read.value);
  }
  problems.push(...tooManySkillsNamed(edits));
  const replaced = edits.some(edit => edit.field === 'skills' && edit.op === 'set');
  const apply = (before: UserSettings): Edited => {
    if (edits.length === 0) return { after: before, problems: [] };
    const changed = changes.reduce((settings, change) => change(settings), before);
    const { after, problems } = withPresence(changed, edits);
    return { after, problems: replaced ? [...problems, ...tooManySkillsChanged(before, after)] : problems };
  };
  return { apply, problems };
}

function readEdit(
  { field: name, op, text }: FieldEdit,
  { catalog, account }: EditFacts,
): Read<SettingsChange> {
  const field = fields[name];
  const why = whyNotSettable(name, account);
  if (why) return setElsewhere(why, op === 'clear' ? clearMark : text);
  if (op === 'clear') return cleared(name);
  if (!takes(field.type.kind, op)) return wrongOperation(name, op, text);
  if (name === 'queues') return readQueueEdit(op, text, catalog);
  if (name === 'skills') return readSkillEdit(op, text, catalog);
  const read = field.read(text, catalog);
  if ('problem' in read) return read;
  const { value } = read;
  if (value === 'Default' && name === 'client_integration') return { value: withoutIntegration };
  if (op === 'set' || !Array.isArray(value)) return { value: before => ({ ...before, [name]: value }) };
  const listed = value as unknown as string[];
  const change = (before: UserSettings) => {
    const others = before.add_ons_plan.filter(item => !listed.includes(item));
    return { ...before, add_ons_plan: op === 'remove' ? others : [...others, ...listed] };
  };
  return { value: change };
}

function setElsewhere(why: string, text: string): { problem: Problem } {
  return { problem: { code: 'set_at_the_account', value: text, message: `${why} Leave it out.` } };
}

/** The name of an integration goes with it (domain rule 3). */
function withoutIntegration(before: UserSettings): UserSettings {
  return { ...before, client_integration: 'Default', client_integration_name: null };
}

function takes(kind: FieldType['kind'], op: FieldEdit['op']): boolean {
  if (op === 'set') return true;
  const lists = op === 'add' || op === 'remove' ? ['choices', 'queues', 'skills'] : ['queues'];
  return lists.includes(kind);
}

function wrongOperation(name: FieldEdit['field'], op: FieldEdit['op'], text: string): { problem: Problem } {
  const message = `${fields[name].label} can't be changed by "${op}"; it can be set.`;
  return { problem: { code: 'wrong_operation', value: text, message } };
}

function cleared(name: FieldEdit['field']): Read<SettingsChange> {
  const { cleared: value, label } = fields[name];
  if (name === 'client_integration') return { value: withoutIntegration };
  if (value !== undefined) return { value: before => ({ ...before, [name]: value }) };
  return {
    problem: {
      code: 'not_clearable',
      value: clearMark,
      message: `${label} can't be cleared: a user always has one.`,
    },
  };
}

function readQueueEdit(op: FieldEdit['op'], text: string, catalog: Catalog): Read<SettingsChange> {
  const read = readNamedQueues(text, catalog);
  if ('problem' in read) return read;
  const named = new Map(read.value.map(queue => [queue.id, queue]));
  const change = (before: readonly QueueAssignment[]): QueueAssignment[] => {
    if (op === 'remove') return before.filter(queue => !named.has(queue.id));
    if (op === 'opt-in' || op === 'opt-out')
      return before.map(queue => (named.has(queue.id) ? { ...queue, opted_in: op === 'opt-in' } : queue));
    const kept = op === 'set' ? before.filter(queue => named.has(queue.id)) : before;
    const present = new Set(kept.map(queue => queue.id));
    const changed = kept.map(queue => {
      const { user_assignment_type, opted_in } = named.get(queue.id) ?? queue;
      return { ...queue, user_assignment_type, opted_in: opted_in ?? queue.opted_in };
    });
    return [...changed, ...[...named.values()].filter(queue => !present.has(queue.id)).map(joined)];
  };
  return { value: before => ({ ...before, queues: change(before.queues) }) };
}

function readSkillEdit(op: FieldEdit['op'], text: string, catalog: Catalog): Read<SettingsChange> {
  if (op === 'remove') {
    const ids = readEach(
      text,
      part => readSkillName(part, catalog),
      id => id,
    );
    if ('problem' in ids) return ids;
    return {
      value: before => ({ ...before, skills: before.skills.filter(skill => !ids.value.includes(skill.id)) }),
    };
  }
  const read = readSkills(text, catalog);
  if ('problem' in read) return read;
  const change = (before: readonly SkillLevel[]): SkillLevel[] => {
    if (op === 'set') return read.value;
    const ids = new Set(read.value.map(skill => skill.id));
    return [...before.filter(skill => !ids.has(skill.id)), ...read.value];
  };
  return { value: before => ({ ...before, skills: change(before.skills) }) };
}

/** For taking a skill away its name is enough, with or without the level. */
function readSkillName(text: string, { skills }: Pick<Catalog, 'skills'>): Read<number> {
  const found = findByName(skills, text, 'skill');
  if ('found' in found) return { value: found.found.id };
  const bare = findByName(skills, text.replace(/=[^=]*$/, ''), 'skill');
  return 'found' in bare ? { value: bare.found.id } : found;
}

/** At most so many skills are changed at a time (domain: skill). */
const skillLimit = 20;

function tooManySkillsNamed(edits: readonly FieldEdit[]): Problem[] {
  const named = edits
    .filter(({ field, op }) => field === 'skills' && (op === 'add' || op === 'remove'))
    .flatMap(edit => splitValues(edit.text));
  return tooManySkills(named.length);
}

/**
 * Where skills are set as a whole, what differs counts: somebody who came to 30 in parts can be exported and
 * imported again. Leaving all of them is free, as clearing is.
 */
function tooManySkillsChanged({ skills: before }: UserSettings, { skills: after }: UserSettings): Problem[] {
  if (after.length === 0) return [];
  const levels = new Map(before.map(skill => [skill.id, skill.level]));
  const changed = after.filter(skill => levels.get(skill.id) !== skill.level).length;
  const kept = new Set(after.map(skill => skill.id));
  return tooManySkills(changed + before.filter(skill => !kept.has(skill.id)).length);
}

function tooManySkills(count: number): Problem[] {
  if (count <= skillLimit) return [];
  const message = `${count} skills at once; at most ${skillLimit} can be changed at a time. Do it in parts.`;
  return [{ code: 'too_many_skills', column: 'skills', value: String(count), message }];
}
