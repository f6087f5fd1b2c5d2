import { subjects } from '../../app/roster.ts';
import { opened } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import { textField } from '../../keys/text-field.ts';
import type { Facts } from '../../roster/plan/facts.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { listedAtOnce } from './people/reducer.ts';
import { formRows } from './sections.ts';
import type { FormLayer } from './state.ts';
import { withValues } from './values.ts';

/** Opens a form on the current user, the selected ones, or to add people; first what it shows is asked for. */
export function openFormOn(app: App, of: FormLayer['of']): Step {
  if (of === 'add') return step(app, { type: 'form-facts', of, ids: [] });
  const ids = subjects(app.roster);
  if (typeof ids === 'string') return step(withToast(app, 'error', ids));
  return step(app, { type: 'form-facts', of, ids });
}

/** What the form shows is there. */
export function formOpened(app: App, { of, facts }: Extract<Outcome, { type: 'form-facts' }>): Step {
  if (of === 'edit' && facts.subjects.every(({ user }) => user === null))
    return step(withToast(app, 'info', 'No user here to edit.'));
  return openedForm(app, of, facts);
}

/** A form with nothing in it yet. */
export function openedForm(app: App, of: FormLayer['of'], facts: Facts): Step {
  const people =
    of === 'edit'
      ? null
      : {
          ...{ field: textField(), candidates: [], listed: '', more: false, matching: 0 },
          ...{ current: null, picked: new Map() },
        };
  const form = withValues(
    {
      ...{ kind: 'form' as const, of, facts, people, template: null, draft: {}, spared: new Map() },
      ...{ before: {} as FormLayer['before'], after: {}, problems: [], cursor: 0, planned: null },
      ...{ clashes: [], meanwhile: [], news: null, asked: 0, saving: false },
    },
    true,
  );
  // Whoever is added needs a role, and it is what is edited most: the cursor is there already.
  const role = formRows(form).findIndex(row => row.name === 'role');
  const shown = opened(app, { ...form, cursor: role });
  if (of === 'edit') return step(shown);
  return step(opened(shown, { kind: 'people' }), {
    type: 'candidates',
    search: '',
    after: null,
    limit: listedAtOnce,
  });
}
