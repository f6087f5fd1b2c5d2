import type { ScreenLayer } from '../../app/layer.ts';
import type { Clash } from '../../roster/plan/clashes.ts';
import { formCommands } from './commands.ts';
import { draftForm, draftParts, forgetForm, formRestored, restoreForm } from './draft.ts';
import { fillChoice, takeBack } from './fill.ts';
import { formOpened, openFormOn } from './open.ts';
import { formApplied, formFailed, formPlanned, formStale, refreshForm } from './outcomes.ts';
import { formPage } from './page.tsx';
import {
  emptyField,
  jumpInForm,
  leaveForm,
  moveInForm,
  openField,
  toPeople,
  unlessSaving,
} from './reducer.ts';
import { save, settle } from './save.ts';
import type { FormLayer } from './state.ts';

type FormAction =
  | { type: 'form-move'; by: number }
  | { type: 'form-jump'; to: 'first' | 'last' }
  | { type: 'form-enter' }
  /** One of the values that were offered for the current field; null stands for none. */
  | { type: 'form-choose'; value: string | null }
  | { type: 'form-empty' }
  | { type: 'form-take-back' }
  | { type: 'form-people' }
  | { type: 'form-save' }
  | { type: 'form-leave' };

type FormRequest =
  | { type: 'form-open'; of: FormLayer['of'] }
  /** Goes on with the newest form that was not saved, or forgets it. */
  | { type: 'form-restore' }
  | { type: 'form-forget' }
  /** What stays as `by` made it, of what both changed. */
  | { type: 'form-settle'; theirs: readonly Clash[]; by: string };

/** The form over the settings of users, or of those to be. */
export const formLayer: ScreenLayer<FormLayer, FormAction, FormRequest> = {
  kind: 'form',
  title: 'Adding and editing: the fields',
  commands: formCommands,
  reduce: {
    'form-move': unlessSaving((app, form, { by }) => moveInForm(app, form, by)),
    'form-jump': unlessSaving((app, form, { to }) => jumpInForm(app, form, to)),
    'form-enter': unlessSaving(openField),
    'form-choose': unlessSaving((app, _form, { value }) => fillChoice(app, value)),
    'form-empty': unlessSaving(emptyField),
    'form-take-back': unlessSaving(takeBack),
    'form-people': unlessSaving(toPeople),
    'form-save': unlessSaving(save),
    'form-leave': leaveForm,
  },
  requests: {
    'form-open': (app, { of }) => openFormOn(app, of),
    'form-restore': restoreForm,
    'form-forget': forgetForm,
    'form-settle': settle,
  },
  outcomes: {
    'form-facts': (app, facts) => (facts.restored ? formRestored(app, facts) : formOpened(app, facts)),
    'form-planned': formPlanned,
    applied: formApplied,
    stale: formStale,
    failed: formFailed,
  },
  refresh: refreshForm,
  draft: { parts: draftParts, form: draftForm },
  page: formPage,
};
