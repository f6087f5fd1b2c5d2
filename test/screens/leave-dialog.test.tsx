import { Box } from 'ink';
import { expect, it } from 'vitest';
import { topLayer } from '../../source/app/stack.ts';
import { LeaveDialog } from '../../source/screens/form/leave/dialog.tsx';
import { licensed, unlicensed } from '../roster/build.ts';
import { componentLines, frameOf } from './drawn.tsx';
import { adding, editing, type FormStory, press, to, type } from './form-story.ts';

const size = { columns: 100, rows: 30 };
const edited = press(type(press(to(editing([licensed(1)]), 'role'), 'enter'), 'sup'), ...['enter', 'escape']);

function dialog({ app }: FormStory): string[] {
  const layer = topLayer(app);
  if (layer?.kind !== 'leave') throw new Error('Nothing is asked.');
  const element = (
    <Box width={size.columns} height={size.rows}>
      <LeaveDialog layer={layer} app={app} size={size} />
    </Box>
  );
  return componentLines(element, size).filter(Boolean);
}

it('says what is not saved, and what may be done about it', () => {
  expect(dialog(edited).map(line => line.trim())).toEqual([
    '╭─ Leave without saving? ────────────────────╮',
    '│                                            │',
    '│ Not saved: 1 field.                        │',
    '│                                            │',
    '│ y leave    s save    n stay                │',
    '╰────────────────────────────────────────────╯',
  ]);
  const picked = press(adding([1, 2].map(id => unlicensed(id))), 'tab', 'tab', 'escape');
  expect(dialog(picked)[2]).toContain('Not saved: 2 people.');
});

it('makes the answer that loses something stand out', () => {
  const frame = frameOf({ ...edited.app, size }, 24);
  expect(frame).toContain('\x1b[1m\x1b[38;5;210my');
  expect(frame).toContain('\x1b[1m\x1b[38;5;75ms');
});
