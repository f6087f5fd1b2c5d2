import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allEdits, touchedFields } from '../../source/screens/form/edits.ts';
import { openForm } from '../../source/screens/form/open-form.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { licensed, supervisor, unlicensed } from '../roster/build.ts';
import { linesOf } from './drawn.tsx';
import { adding, editing, form, press, to, type } from './form-story.ts';

const users = [licensed(1), licensed(2, { role: supervisor, country_iso_code: 'DE' })];
const people = [1, 2, 3, 4].map(id => unlicensed(id));

// Neither those that take back or empty, nor the answer that leaves.
const moving = ['up', 'down', 'tab', 'shift+tab', 'home', 'end', 'escape', 'n', 'g', 'G', '?', 'j', 'k'];
const any = [...moving, 'enter', 'left', 'right', 'space', 'ctrl+o', 'u', 'c', '/', 'a', '5', 'backspace'];

it('never loses typed text but by taking it back, emptying the field or the asked leave', () => {
  const typed = press(type(press(to(editing(users), 'display_name'), 'enter'), 'Ana S.'), 'down');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moving, 's'), { maxLength: 30 }), keys => {
      const after = press(typed, ...keys);
      expect(allEdits(form(after))).toContainEqual({ field: 'display_name', op: 'set', text: 'Ana S.' });
    }),
  );
});

it('asks for edits of touched fields alone, and plans what it shows', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...any), { maxLength: 40 }), keys => {
      const after = press(editing(users), ...keys);
      const open = openForm(after.app);
      if (!open?.planned) return;
      const touched = new Set<string>(touchedFields(open));
      // A reason leaves with its presence.
      for (const change of open.planned.changeSet.changes)
        for (const name of Object.keys(change.fields))
          expect(touched.has(name) || name === 'sub_status_name').toBe(true);
    }),
  );
});

it('fills the screen exactly, whatever is pressed', () => {
  const size = fc.record({
    columns: fc.integer({ min: 60, max: 200 }),
    rows: fc.integer({ min: 12, max: 50 }),
  });
  const start = fc.constantFrom('add', 'edit');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...any, 'y'), { maxLength: 30 }),
      size,
      start,
      (keys, screen, of) => {
        const after = press(of === 'add' ? adding(people) : editing(users), ...keys);
        const lines = linesOf({ ...after.app, size: screen });
        expect(lines).toHaveLength(screen.rows);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(screen.columns);
      },
    ),
  );
});

it('keeps who was picked through every search', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('1', '4', 'p', 'up', 'down', 'backspace', 'ctrl+u')), keys => {
      const picked = press(adding(people), 'tab', 'tab');
      expect([...(form(press(picked, ...keys)).people?.picked.keys() ?? [])]).toEqual([1, 2]);
    }),
  );
});
