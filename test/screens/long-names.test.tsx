import { Box } from 'ink';
import { expect, it } from 'vitest';
import { appliedText } from '../../source/app/applied-text.ts';
import { changeBlock } from '../../source/components/change-blocks.tsx';
import { Dialog } from '../../source/components/dialog.tsx';
import { componentLines } from './drawn.tsx';
import { changeSet, pageStory, update, user } from './page-story.ts';

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
  const [, head] = componentLines(changeBlock(change, { width: 60 }).draw(), { columns: 60, rows: 2 });
  expect(head).toMatch(/^~ 長い名前 .*… +p1@acme\.example {2}changed$/);
});

it('says in a toast how to take it back, whatever the names are', () => {
  const changes = [1, 2, 3].map(id => ({ ...update(id, {}), user_name: `${id} ${'L'.repeat(126)}` }));
  const of = (count: number, columns = 120) =>
    appliedText(changeSet(1, { kind: 'remove', changes: changes.slice(0, count) }), columns);
  expect(of(1)).toMatch(/^Removed 1 L{57}… · change 1 · u undoes$/);
  expect(of(2)).toMatch(/^Removed 1 L{27}… and 2 L{27}… · change 1 · u undoes$/);
  expect(of(3)).toMatch(/^Removed 1 L{57}… and 2 others · change 1 · u undoes$/);
  expect(of(1, 80)).toMatch(/^Removed 1 L{57}… · u undoes$/);
});

it('keeps the corners of a dialog with a long title', () => {
  const size = { columns: 80, rows: 24 };
  const lines = componentLines(
    <Box width={80} height={24}>
      <Dialog title={longName} width={30} size={size}>
        {null}
      </Dialog>
    </Box>,
    size,
  );
  expect(lines.find(line => line.includes('╭'))).toMatch(/^ *╭─ 長い名前 .*… *─*╮$/);
});
