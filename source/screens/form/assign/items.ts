import { wordOnScreen } from '../../../components/field-text.ts';
import type { Queue, Skill } from '../../../roster/catalog/catalog.ts';
import { number } from '../../../roster/text/words.ts';
import { readEdits } from '../../../roster/users/edit-settings.ts';
import type { FieldEdit } from '../../../roster/users/field-edit.ts';
import type { UserSettings } from '../../../roster/users/user.ts';
import { assignmentTypes } from '../../../roster/users/vocabulary.ts';
import { editsOf } from '../edits.ts';
import type { AssignItem, AssignLayer, AssignState, FormLayer } from '../state.ts';
import { bases } from '../values.ts';

const levels = ['1', '2', '3', '4', '5'];

/** How one user has an item: in which step, opted out or not; null if they do not. */
type Having = { step: number; out: boolean | null } | null;

/** The items of a list and how the form's users have them: before, and with what the form asks for. */
export function assignItems(form: FormLayer, name: AssignLayer['name']): AssignItem[] {
  const before = bases(form);
  const read = readEdits(editsOf(form, name), form.facts);
  const now = before.map(settings => read.apply(settings).after);
  const item = (
    own: Pick<AssignItem, 'id' | 'label' | 'detail' | 'steps'>,
    has: (settings: UserSettings) => Having,
  ): AssignItem => {
    const state = stateOf(before.map(has));
    const some = before.filter(settings => has(settings) !== null).length;
    const share = state.picked === 'some' ? `${number(some)} of ${number(before.length)}` : '';
    return { ...own, disabled: null, before: state, now: stateOf(now.map(has)), share };
  };
  const { queues, skills, teams, words } = form.facts.catalog;
  switch (name) {
    case 'queues':
      return queues.map(queue => item(queueItem(queue), settings => inQueue(settings, queue)));
    case 'skills':
      return skills.map(skill => item(skillItem(skill), settings => withSkill(settings, skill)));
    case 'add_ons_plan':
      return words.add_on.map(addOn =>
        item({ id: addOn, label: wordOnScreen('add_ons_plan', addOn), detail: '', steps: [] }, settings =>
          settings.add_ons_plan.includes(addOn) ? { step: 0, out: null } : null,
        ),
      );
    case 'team': {
      const none = item({ id: null, label: '(none)', detail: '', steps: [] }, ({ team }) =>
        team === null ? { step: 0, out: null } : null,
      );
      return [
        none,
        ...teams.map(team =>
          item({ id: team.id, label: team.name, detail: '', steps: assignmentTypes }, settings =>
            settings.team?.id === team.id
              ? { step: assignmentTypes.indexOf(settings.team.team_role), out: null }
              : null,
          ),
        ),
      ];
    }
  }
}

function queueItem({ id, name, channel }: Queue) {
  return { id, label: name, detail: channel, steps: assignmentTypes };
}

function inQueue({ queues }: UserSettings, { id }: Queue): Having {
  const found = queues.find(queue => queue.id === id);
  return found ? { step: assignmentTypes.indexOf(found.user_assignment_type), out: !found.opted_in } : null;
}

function skillItem({ id, name, category, graded }: Skill) {
  return { id, label: name, detail: category, steps: graded ? levels : [] };
}

function withSkill({ skills }: UserSettings, { id }: Skill): Having {
  const found = skills.find(skill => skill.id === id);
  return found ? { step: (found.level ?? 1) - 1, out: null } : null;
}

function stateOf(all: readonly Having[]): AssignState {
  const having = all.filter(one => one !== null);
  const [first] = having;
  if (!first) return { picked: false, step: 0, out: null };
  const picked = having.length === all.length ? true : ('some' as const);
  const step = having.every(one => one.step === first.step) ? first.step : -1;
  const out = having.every(one => one.out === first.out) ? first.out : ('some' as const);
  return { picked, step, out };
}

/** The edits that make of each item what was picked: one for each, and none for what stays as it is. */
export function assignEdits({ name, items }: Pick<AssignLayer, 'name' | 'items'>): FieldEdit[] {
  return items.flatMap(({ label, steps, before, now }): FieldEdit[] => {
    const edit = (op: FieldEdit['op'], text = label): FieldEdit => ({ field: name, op, text });
    if (now.picked === false) return before.picked === false ? [] : [edit('remove')];
    if (now.picked === 'some') return [];
    const kept = before.picked === true && (before.step === now.step || steps.length === 0);
    const had = kept ? [] : [edit('add', itemText(name, label, steps[now.step]))];
    const opted = now.out === true || now.out === false ? now.out : null;
    // Whoever comes into a queue is opted in.
    const isNew = before.picked === false && now.out !== true;
    if (opted === null || opted === before.out || isNew) return had;
    return [...had, edit(opted ? 'opt-out' : 'opt-in')];
  });
}

/** `Billing (supervisor)`, `Spanish=4`, as edits write them. */
export function itemText(name: AssignLayer['name'], label: string, step: string | undefined): string {
  if (name === 'skills') return step === undefined ? label : `${label}=${step}`;
  return step === undefined || step === 'agent' ? label : `${label} (${step})`;
}
