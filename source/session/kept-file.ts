import * as z from 'zod/mini';
import { changeSetLimit } from '../roster/change-set.ts';
import type { FieldEdit } from '../roster/field-edit.ts';
import { fieldNames } from '../roster/fields.ts';
import type { Kept, KeptForm, Left, UnsavedForm } from '../roster/kept.ts';
import { nobody } from '../roster/selection.ts';
import { packed, unpacked } from './kept-selection.ts';
import { keptText, remembered } from './settings.ts';

const edit = z.object({
  field: z.enum(fieldNames as [string, ...string[]]),
  op: z.enum(['set', 'add', 'remove', 'clear', 'opt-in', 'opt-out']),
  text: keptText,
});
const id = z.number().check(z.int(), z.positive());

const unsaved = z.object({
  at: z.iso.datetime(),
  of: z.enum(['add', 'edit']),
  people: z.array(z.tuple([id, z.nullable(z.number().check(z.int()))])).check(z.maxLength(changeSetLimit)),
  template: z.nullable(keptText),
  draft: z.array(z.tuple([z.enum(fieldNames as [string, ...string[]]), z.array(edit)])),
  spared: z.array(z.tuple([id, z.array(edit)])),
});

const file = z.object({
  screen: z.nullable(remembered),
  selected: z.string(),
  onlySelected: z.boolean(),
  unsaved: z.array(unsaved),
});

/** Forms beyond this many are too old for anybody to miss. */
const mostForms = 5;

/** What is kept as text, or null if there is nothing to keep; `at` is when the open form was last changed. */
export function writeKept(kept: Kept, at: string): string | null {
  const forms = [...(kept.form ? [{ form: kept.form, at }] : []), ...kept.unsaved].slice(0, mostForms);
  if (forms.length === 0 && kept.selected.size === 0) return null;
  return JSON.stringify({
    screen: kept.screen,
    selected: packed(kept.selected),
    onlySelected: kept.onlySelected,
    unsaved: forms.map(writeForm),
  });
}

function writeForm({ form, at }: UnsavedForm) {
  const { of, people, template, draft, spared } = form;
  const lists = { people: [...people], draft: Object.entries(draft), spared: [...spared] };
  return { at, of, template, ...lists };
}

/** What a text keeps; null if nobody wrote it who knows how. */
export function readKept(text: string): Left | null {
  try {
    const { screen, selected, onlySelected, unsaved } = file.parse(JSON.parse(text));
    return {
      screen,
      selected: unpacked(selected) ?? nobody,
      onlySelected,
      unsaved: unsaved.slice(0, mostForms).map(readForm),
    };
  } catch {
    return null;
  }
}

function readForm({ at, of, people, template, draft, spared }: z.infer<typeof unsaved>): UnsavedForm {
  const form: KeptForm = {
    of,
    people: new Map(people),
    template,
    draft: Object.fromEntries(draft) as KeptForm['draft'],
    spared: new Map(spared as [number, FieldEdit[]][]),
  };
  return { form, at };
}
