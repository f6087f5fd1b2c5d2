import { replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { type Step, step } from '../../../app/step.ts';
import { textField, typeKey } from '../../../keys/text-field.ts';
import { currentItem, itemAfter, narrowed } from '../../../keys/typed-list.ts';
import { fields } from '../../../roster/users/fields.ts';
import { empty, fill } from '../fill.ts';
import { openForm } from '../open-form.ts';
import type { AssignItem, AssignLayer, AssignState, FormLayer } from '../state.ts';
import { assignEdits, assignItems, itemText } from './items.ts';

/** A list of queues, skills, teams or add-ons as the form's users have them. */
export function assignList(form: FormLayer, name: AssignLayer['name']): AssignLayer {
  const items = assignItems(form, name);
  const single = name === 'team';
  const chosen = single ? items.find(item => item.now.picked === true) : undefined;
  const layer = { kind: 'assign' as const, name, title: fields[name].label, items, single };
  return { ...layer, field: textField(), current: (chosen ?? items[0])?.id ?? null };
}

/** Every key that is no command narrows the list. */
export function typeInAssign(
  app: App,
  layer: AssignLayer,
  { key, text }: { key: string; text: string },
): Step {
  const field = typeKey(layer.field, key, text);
  if (!field) return step(app);
  const { pickedLast: _, ...others } = layer;
  return step(replaceTop(app, narrowed(field.value === layer.field.value ? layer : others, field)));
}

export function moved({ pickedLast: _, ...layer }: AssignLayer, by: number): AssignLayer {
  return { ...layer, current: itemAfter(layer, by) };
}

/** Picks the current item, or not any more, and moves down; what was picked is still what ← and → are about. */
export function picking(layer: AssignLayer): AssignLayer {
  const item = currentItem(layer);
  const next = moved(changed(layer, toggled), 1);
  const isPicked = next.items.some(({ id, now }) => id === item?.id && now.picked !== false);
  return item && isPicked ? { ...next, pickedLast: item.id } : next;
}

/** The item whose kind or level is changed: the one that was picked last, else the one under the cursor. */
export function changingItem(layer: AssignLayer): AssignItem | undefined {
  const last = layer.pickedLast;
  return last === undefined ? currentItem(layer) : layer.items.find(({ id }) => id === last);
}

function changed(
  layer: AssignLayer,
  change: (item: AssignItem) => AssignState,
  changing = currentItem(layer),
): AssignLayer {
  const items = layer.items.map(item => (item === changing ? { ...item, now: change(item) } : item));
  return { ...layer, items };
}

/** Changes the kind or level of an item. */
export function stepping(layer: AssignLayer, by: 1 | -1): AssignLayer {
  return changed(layer, item => stepped(item, by, layer.single), changingItem(layer));
}

/** Opts an item in or out. */
export function opting(layer: AssignLayer): AssignLayer {
  return changed(layer, opted, changingItem(layer));
}

/** Picked or not; where only some of the users have it, that comes round again after both. */
function toggled({ before, now, steps }: AssignItem): AssignState {
  if (now.picked === 'some') return picked(now);
  if (now.picked === false) return before.picked === 'some' ? before : picked(before.picked ? before : now);
  return { picked: false, step: steps.length > 0 ? Math.max(0, now.step) : 0, out: null };
}

function picked(state: AssignState): AssignState {
  return { ...state, picked: true, step: Math.max(0, state.step) };
}

/** The next kind or level, up to the last; what is not picked yet is picked with the first. */
function stepped({ now, steps }: AssignItem, by: 1 | -1, single: boolean): AssignState {
  if (steps.length === 0) return now;
  // Where one is taken, the one under the cursor shows its first kind already.
  if (now.picked !== true && !single) return picked(now);
  return { ...now, step: Math.min(steps.length - 1, Math.max(0, now.step + by)) };
}

function opted({ now }: AssignItem): AssignState {
  return now.picked === true ? { ...now, out: now.out !== true } : now;
}

/** Takes what is picked into the form. */
export function take(app: App, layer: AssignLayer): Step {
  const closed = replaceTop(app, null);
  const item = currentItem(layer);
  if (!layer.single) return fill(closed, layer.name, orNull(assignEdits(withTyped(layer))));
  if (!item || !openForm(app)) return step(app);
  if (item.id === null) return empty(closed, layer.name);
  if (item.before.picked === true && item.before.step === item.now.step)
    return fill(closed, layer.name, null);
  const text = itemText(layer.name, item.label, item.steps[Math.max(0, item.now.step)]);
  return fill(closed, layer.name, [{ field: layer.name, op: 'set', text }]);
}

/** Whoever types a name and picks nothing means the one they have found. */
function withTyped(layer: AssignLayer): AssignLayer {
  const isPlain = layer.field.value.trim() === '' || assignEdits(layer).length > 0;
  return isPlain ? layer : changed(layer, item => picked(item.now));
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
