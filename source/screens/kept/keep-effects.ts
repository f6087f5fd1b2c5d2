import type { Effect } from '../../roster/effects.ts';
import type { KeptForm } from '../../roster/kept.ts';
import { type App, topLayer } from '../app.ts';
import { idsOf } from '../form/edits.ts';
import { openForm } from '../form/layers.ts';
import { isChanged } from '../form/unsaved.ts';
import { rememberedScreen } from '../roster/settings.ts';
import { reduceText } from '../text/reducer.ts';

/** What has to be kept anew for the next start, where a step changed any of it. */
export function keepEffects(before: App, after: App): Effect[] {
  const was = partsOf(before);
  const is = partsOf(after);
  if (is.every((part, at) => part === was[at])) return [];
  const { selected, view } = after.roster;
  const { unsaved } = after;
  const kept = { selected, onlySelected: view.only !== null, form: keptForm(after), unsaved };
  return [{ type: 'keep', kept: { screen: rememberedScreen(after), ...kept } }];
}

/** All that is kept, as it stands in the state: what is the same there is kept already. */
function partsOf(app: App): unknown[] {
  const { selected, view, columns } = app.roster;
  const form = openForm(app);
  const top = topLayer(app);
  const typed = top?.kind === 'text' ? top.field.value : null;
  const filled = form && [form.draft, form.template, form.spared, form.people?.picked, form.facts.subjects];
  return [selected, view, columns, app.unsaved, typed, ...(filled ?? [null, null, null, undefined, null])];
}

/** The open form as it is kept, with what is being typed into it; null where nothing would be lost. */
function keptForm(app: App): KeptForm | null {
  const form = openForm(reduceText(app, { type: 'text-take', move: 0 })?.app ?? app);
  if (!form || !isChanged(form)) return null;
  const people = new Map<number, number | null>(idsOf(form).map(id => [id, null]));
  for (const { person, user } of form.facts.subjects)
    if (person) people.set(person.person_id, user?.version ?? null);
  const { of, draft, spared, template } = form;
  return { of, people, draft, spared, template: template?.name ?? null };
}
