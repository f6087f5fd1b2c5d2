import { replaceTop } from '../../../app/stack.ts';
import type { App } from '../../../app/state.ts';
import { type Step, step } from '../../../app/step.ts';
import { stillOn } from '../../../app/still-on.ts';
import { withToast } from '../../../app/toasts.ts';
import { type Clash, clashKey } from '../../../roster/plan/clashes.ts';
import { without } from '../../../roster/plan/plan-edit.ts';
import type { FieldEdit } from '../../../roster/users/field-edit.ts';
import { editsOf, touchedFields } from '../edits.ts';
import { adopted } from '../merge.ts';
import { openForm, withForm, withoutForm } from '../open-form.ts';
import { askForPlan } from '../planning.ts';
import type { ClashLayer, FormLayer, Side } from '../state.ts';
import { withValues } from '../values.ts';

/** Moves the cursor among the clashes. */
export function moved(layer: ClashLayer, by: number): ClashLayer {
  return onClash(layer, Math.max(0, Math.min(layer.clashes.length - 1, currentPlace(layer) + by)));
}

/** A choice for the current line, which then moves on, or for all. */
export function chosen(layer: ClashLayer, side: Side, all: boolean): ClashLayer {
  const place = currentPlace(layer);
  const sides = layer.chosen.map((before, index) => (all || index === place ? side : before));
  const next = layer.chosen.findIndex((before, index) => index > place && before === null);
  return onClash({ ...layer, chosen: sides }, all || next < 0 ? place : next);
}

/** Where the cursor stands among the clashes. */
export function currentPlace({ clashes, current }: ClashLayer): number {
  const at = clashes.findIndex(clash => clashKey(clash) === current);
  return Math.max(0, at);
}

function onClash(layer: ClashLayer, place: number): ClashLayer {
  const clash = layer.clashes[place];
  return clash ? { ...layer, current: clashKey(clash) } : layer;
}

/** While somebody chooses, others go on: what clashes otherwise by now has to be chosen again. */
export function withClashesAgain(app: App, clashes: readonly Clash[]): App {
  const layers = app.layers.flatMap(layer => {
    if (layer.kind !== 'clash') return layer;
    const before = layer.clashes.map(clash => JSON.stringify(clash));
    const chosen = clashes.map(clash => layer.chosen[before.indexOf(JSON.stringify(clash))] ?? null);
    const current = stillOn(layer.current, layer.clashes.map(clashKey), clashes.map(clashKey));
    return current === null ? [] : { ...layer, clashes: [...clashes], chosen, current };
  });
  return { ...app, layers };
}

/** What is to stay theirs for everybody is asked for no more; else only those whom it is about are spared. */
function withoutTheirs(form: FormLayer, theirs: readonly Clash[]): Pick<FormLayer, 'draft' | 'spared'> {
  const users = form.facts.subjects.filter(({ user }) => user !== null).length;
  const draft = { ...form.draft };
  const spared = new Map<number, readonly FieldEdit[]>(form.spared);
  for (const { field, edits, people } of theirs)
    if (people.length === users) draft[field] = without(editsOf({ ...form, draft }, field), edits);
    else for (const id of people) spared.set(id, [...(spared.get(id) ?? []), ...edits]);
  return { draft, spared };
}

/** Everything is chosen: the form goes on from how things are now, and spares them what is to stay theirs. */
export function done(app: App, layer: ClashLayer): Step {
  const form = openForm(app);
  if (!form) return step(app);
  const open = layer.chosen.indexOf(null);
  if (open >= 0)
    return step(
      withToast(replaceTop(app, onClash(layer, open)), 'info', 'Choose theirs or mine on every line first.'),
    );
  const theirs = layer.clashes.filter((_, index) => layer.chosen[index] === 'theirs');
  const kept = { ...form, ...withoutTheirs(form, theirs) };
  if (touchedFields(kept).length === 0)
    return step(
      withToast(
        withoutForm(replaceTop(app, null)),
        'info',
        `What ${layer.by} made of it stays. Nothing was changed.`,
      ),
    );
  const known = adopted({ ...kept, clashes: [], news: null, saving: true }, form.meanwhile);
  return askForPlan(withForm(replaceTop(app, null), withValues({ ...known, meanwhile: [] }, true)));
}
