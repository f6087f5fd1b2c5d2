import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { makeLook } from '../../source/components/look.ts';
import { nameAndEmail } from '../../source/components/name-and-email.ts';
import { framed } from '../../source/components/panel.ts';
import { appliedText } from '../../source/screens/applied-text.ts';
import { changesLines } from '../../source/screens/change-set/changes-lines.ts';
import { changeSet, pageStory, update, user } from './page-story.ts';

const look = makeLook(0, 'unicode');
const longName = '長い名前 '.repeat(25);

it('shows the e-mail, the access and the role of a user whatever their name is', () => {
  const s = pageStory({ columns: 80, rows: 24 });
  s.press('enter');
  const role = { id: 1, name: 'A role with a long name of its own '.repeat(3) };
  const named = user(1, { display_name: longName, role, user_access: 'inactive' });
  s.send({ type: 'user', id: 1, user: named, changes: [] });
  expect(s.lines()[1]).toMatch(/^ 長い名前 .*… +p1@acme\.example +Inactive {2}A role.*…/);
});

it('shows the e-mail and what happened beside a long name in a change set', () => {
  const change = { ...update(1, {}), user_name: longName };
  const [, head = []] = changesLines([change], 60, look);
  expect(head.map(({ text }) => text).join('')).toMatch(/^~ 長い名前 .*… +p1@acme\.example {2}changed$/);
});

it('cuts a long e-mail where half the line is not enough for it', () => {
  const spans = nameAndEmail({ name: longName, email: 'e'.repeat(200), gap: 2 }, 40, look);
  expect(spans[0]?.text).toMatch(/^長い名前 長い名前.*… *$/);
});

it('says in a toast how to take it back, whatever the names are', () => {
  const changes = [1, 2, 3].map(id => ({ ...update(id, {}), user_name: `${id} ${'L'.repeat(126)}` }));
  const of = (count: number) =>
    appliedText(changeSet(1, { kind: 'remove', changes: changes.slice(0, count) }), look.marks);
  expect(of(1)).toMatch(/^Removed 1 L{57}… · change 1 · u undoes$/);
  expect(of(2)).toMatch(/^Removed 1 L{27}… and 2 L{27}… · change 1 · u undoes$/);
  expect(of(3)).toMatch(/^Removed 1 L{57}… and 2 others · change 1 · u undoes$/);
});

it('keeps the corners of a panel with a long title', () => {
  const { lines } = framed(longName, [[]], { width: 30, columns: 80, rows: 24 }, look);
  expect(stripVTControlCharacters(lines[0]!)).toMatch(/^╭─ 長い名前 .*… *─+╮$/);
});
