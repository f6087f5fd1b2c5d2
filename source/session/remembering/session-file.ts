import * as z from 'zod/mini';
import { changeSetLimit } from '../../roster/plan/change-set.ts';
import { nobody } from '../../roster/screen/selection.ts';
import type {
  DraftForm,
  RestoredSession,
  SessionState,
  UnsavedForm,
} from '../../roster/screen/session-state.ts';
import type { FieldEdit } from '../../roster/users/field-edit.ts';
import { fieldNames } from '../../roster/users/fields.ts';
import { packed, unpacked } from './packed-selection.ts';
import { remembered, storedText } from './settings.ts';

const edit = z.object({
  field: z.enum(fieldNames as [string, ...string[]]),
  op: z.enum(['set', 'add', 'remove', 'clear', 'opt-in', 'opt-out']),
  text: storedText,
});
const id = z.number().check(z.int(), z.positive());

const unsaved = z.object({
  at: z.iso.datetime(),
  of: z.enum(['add', 'edit']),
  people: z.array(z.tuple([id, z.nullable(z.number().check(z.int()))])).check(z.maxLength(changeSetLimit)),
  template: z.nullable(storedText),
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

/** A session as text, or null if there is nothing to store; `at` is when the open form was last changed. */
export function writeSession(session: SessionState, at: string): string | null {
  const forms = [...(session.form ? [{ form: session.form, at }] : []), ...session.unsaved].slice(
    0,
    mostForms,
  );
  if (forms.length === 0 && session.selected.size === 0) return null;
  return JSON.stringify({
    screen: session.screen,
    selected: packed(session.selected),
    onlySelected: session.onlySelected,
    unsaved: forms.map(writeForm),
  });
}

function writeForm({ form, at }: UnsavedForm) {
  const { of, people, template, draft, spared } = form;
  const lists = { people: [...people], draft: Object.entries(draft), spared: [...spared] };
  return { at, of, template, ...lists };
}

/** What a text keeps; null if nobody wrote it who knows how. */
export function readSession(text: string): RestoredSession | null {
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
  const form: DraftForm = {
    of,
    people: new Map(people),
    template,
    draft: Object.fromEntries(draft) as DraftForm['draft'],
    spared: new Map(spared as [number, FieldEdit[]][]),
  };
  return { form, at };
}
