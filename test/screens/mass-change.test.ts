import { expect, it } from 'vitest';
import { topLayer } from '../../source/app/stack.ts';
import type { TakenBack } from '../../source/roster/plan/reason-to-ask.ts';
import { licensed } from '../roster/build.ts';
import { linesOf } from './drawn.tsx';
import * as forms from './form-story.ts';
import { type Pretended, planFor, press, pretend, send } from './pretend.ts';

const users = 60;

function applied({ asked }: { asked: Pretended['asked'] }) {
  return asked.filter(effect => effect.type === 'apply');
}

function screenOf({ app }: { app: Pretended['app'] }): string {
  return linesOf(app).join('\n');
}

it('i in the removal dialog is asked about as any change of so many, with its number', () => {
  const story = press(pretend(users), users, '*', 'x', 'i');
  expect(applied(story)).toEqual([]);
  expect(topLayer(story.app)).toMatchObject({ kind: 'confirm', planned: { request: { kind: 'edit' } } });
  expect(applied(press(story, users, 'y', 'i'))).toEqual([]);
  expect(applied(press(story, users, '6', '0', 'enter'))).toHaveLength(1);
});

it('i makes a few who are shown inactive at once', () => {
  const story = press(pretend(users), users, 'space', 'space', 'x', 'i');
  expect(applied(story)).toMatchObject([{ planned: { request: { kind: 'edit', ids: [1, 2] } } }]);
});

it('i asks where somebody is not shown', () => {
  const hidden = press(pretend(users), users, 'space', 'space', '/', 'z', 'o', 'enter', 'x', 'i');
  expect(topLayer(hidden.app)).toMatchObject({ kind: 'confirm', notShown: 2 });
  expect(applied(press(hidden, users, '2', 'enter'))).toHaveLength(1);
});

it.each<[TakenBack['whose'], string | null]>([
  ['last', null],
  ['elsewhere', 'You did it elsewhere, not on this screen.'],
  ['older', 'It is not your newest change.'],
  ['theirs', 'It is not yours.'],
])('an undo of few users is asked about by whose it is: %s', (whose, said) => {
  const takesBack = {
    id: 9,
    at: '2026-11-13T07:41:00.000Z',
    operator_name: 'Kim',
    summary: 'Edit Ana',
    whose,
  };
  const plan = planFor({ kind: 'edit', ids: [1], edits: [] }, users);
  const changeSet = { ...plan.changeSet, kind: 'undo' as const };
  const planned = { ...plan, request: { kind: 'undo-set' as const, id: 9 }, changeSet, takesBack };
  const story = send(pretend(users), { type: 'planned', planned }, users);
  expect(applied(story)).toHaveLength(said === null ? 1 : 0);
  if (said === null) return;
  expect(screenOf(story)).toContain('Change set 9 of Kim, 2026-11-13 07:41: Edit Ana');
  expect(screenOf(story)).toContain(said);
  expect(applied(press(story, users, 'y'))).toHaveLength(1);
});

it('an undo in part lists who stays, with the reason, before who changes, with each field', () => {
  const plan = planFor({ kind: 'edit', ids: [1], edits: [] }, users);
  const fields = { user_access: { before: 'inactive' as const, after: 'active' as const } };
  const changes = plan.changeSet.changes.map(change => ({ ...change, action: 'update' as const, fields }));
  const takesBack = {
    id: 9,
    at: '2026-11-13T07:41:00.000Z',
    operator_name: 'Kim',
    summary: 'Edit Ana',
    whose: 'last' as const,
  };
  const leftOut = [{ code: 'changed_since', message: "Ana's status changed by change set 10 of Lee." }];
  const changeSet = { ...plan.changeSet, kind: 'undo' as const, changes, leftOut };
  const planned = { ...plan, request: { kind: 'undo-set' as const, id: 9 }, changeSet, leftOut, takesBack };
  const story = send(pretend(users), { type: 'planned', planned }, users);
  expect(applied(story)).toEqual([]);
  const shown = screenOf(story);
  expect(shown).toMatch(/✗ .*Ana's status changed by change set 10 of Lee\.[\s\S]*Status +Inactive → Active/);
  expect(shown).toContain('✗ 1 user stays as now; the others are changed.');
  expect(shown).not.toMatch(/newest|elsewhere|not yours/);
  expect(applied(press(story, users, 'y'))).toHaveLength(1);
});

it('a form about many shows every user and field, and asks for the number', () => {
  const subjects = Array.from({ length: 26 }, (_, index) => licensed(index + 1));
  const changed = forms.press(forms.to(forms.editing(subjects), 'role'), 'enter');
  const saving = forms.press(forms.type(changed, 'superv'), 'enter', 's');
  expect(applied(saving)).toEqual([]);
  expect(topLayer(saving.app)?.kind).toBe('confirm');
  expect(screenOf(saving)).toMatch(/Role +Agent → Supervisor/);
  expect(applied(forms.press(saving, '2', '6', 'enter'))).toHaveLength(1);
  // Whoever thinks better of it has the form again, with all that was filled in.
  const back = forms.press(saving, 'n');
  expect(topLayer(back.app)).toMatchObject({
    kind: 'form',
    saving: false,
    draft: { role: [{ text: 'Supervisor' }] },
  });
  expect(applied(forms.press(forms.press(back, 's'), '2', '6', 'enter'))).toHaveLength(1);
});

it('a form about 25 is saved at once', () => {
  const subjects = Array.from({ length: 25 }, (_, index) => licensed(index + 1));
  const changed = forms.press(forms.to(forms.editing(subjects), 'role'), 'enter');
  expect(applied(forms.press(forms.type(changed, 'superv'), 'enter', 's'))).toHaveLength(1);
});
