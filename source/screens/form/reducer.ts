import { fields } from '../../roster/fields.ts';
import { type Action, type App, replaceTop, type Step, step, topLayer } from '../app.ts';
import { assignList, reduceAssign } from '../assign/reducer.ts';
import { reduceClash } from '../clash/reducer.ts';
import { reduceLeave } from '../leave/reducer.ts';
import { reducePeople } from '../people/reducer.ts';
import { reduceText, textLayer } from '../text/reducer.ts';
import { fieldList } from './field-list.ts';
import { empty, takeBack, textOf } from './fill.ts';
import { currentRow, formOnTop, push, withForm, withoutForm } from './layers.ts';
import { moveField } from './move.ts';
import { openFormOn } from './open.ts';
import { save } from './save.ts';
import { formRows } from './sections.ts';
import type { FormLayer } from './state.ts';
import { isChanged } from './unsaved.ts';

/** What the keys of forms and of what lies over them do; null if the action is none of theirs. */
export function reduceForms(app: App, action: Action): Step | null {
  if (action.type === 'close') return closeOver(app);
  if (action.type === 'form-open') return openFormOn(app, action.of);
  return (
    reduceForm(app, action) ??
    reduceText(app, action) ??
    reduceAssign(app, action) ??
    reducePeople(app, action) ??
    reduceLeave(app, action) ??
    reduceClash(app, action)
  );
}

const closing: readonly string[] = ['text', 'assign', 'leave', 'clash'];

/** Esc on what lies over a form: back to it. */
function closeOver(app: App): Step | null {
  return closing.includes(topLayer(app)?.kind ?? '') ? step(replaceTop(app, null)) : null;
}

function reduceForm(app: App, action: Action): Step | null {
  const form = formOnTop(app);
  if (!form) return null;
  // While it is written nothing changes; Esc gives up waiting.
  if (form.saving) return action.type === 'form-leave' ? step(app, { type: 'give-up' }) : null;
  switch (action.type) {
    case 'form-move':
      return form.people && form.cursor + action.by < 0
        ? step(push(app, { kind: 'people' }))
        : step(moveField(app, action.by));
    case 'form-jump':
      return step(withForm(app, { cursor: action.to === 'first' ? 0 : formRows(form).length - 1 }));
    case 'form-people':
      return step(push(app, { kind: 'people' }));
    case 'form-enter':
      return openField(app, form);
    case 'form-empty': {
      const row = currentRow(form);
      return !row || row.name === 'template' ? step(app) : empty(app, row.name);
    }
    case 'form-take-back':
      return takeBack(app);
    case 'form-save':
      return save(app);
    case 'form-leave':
      return leaveForm(app, form);
    default:
      return null;
  }
}

/** Leaves the form, after asking if something would be lost. */
function leaveForm(app: App, form: FormLayer): Step {
  return isChanged(form)
    ? step(push(app, { kind: 'leave', openedAt: app.now, early: null }))
    : step(withoutForm(app));
}

function openField(app: App, form: FormLayer): Step {
  const row = currentRow(form);
  if (!row) return step(app);
  if (row.name === 'template') return step(push(app, fieldList(form, row)));
  switch (fields[row.name].type.kind) {
    case 'choice':
    case 'reference':
      return step(push(app, fieldList(form, row)));
    case 'queues':
    case 'skills':
    case 'team':
    case 'choices':
      return step(push(app, assignList(form, row.name as 'queues')));
    default:
      return step(push(app, textLayer(textOf(form, row.name))));
  }
}
