import { Box } from 'ink';
import { expect, it } from 'vitest';
import { textField } from '../../source/keys/text-field.ts';
import { AssignPanel } from '../../source/screens/form/assign/panel.tsx';
import type { AssignItem, AssignLayer, AssignState } from '../../source/screens/form/state.ts';
import { columns, lines, looks } from '../components/rendered.tsx';

const size = { columns, rows: 20 };
const not: AssignState = { picked: false, step: 0, out: null };
const kinds = ['agent', 'supervisor', 'both'];
const levels = ['1', '2', '3', '4', '5'];

function item(label: string, now: Partial<AssignState>, change: Partial<AssignItem> = {}): AssignItem {
  const state = { ...not, ...now };
  return {
    ...{ id: label, label, detail: 'voice', disabled: null, steps: kinds, share: '' },
    ...{ before: state, now: state, ...change },
  };
}

function list(name: AssignLayer['name'], items: AssignItem[], change: Partial<AssignLayer> = {}) {
  const layer: AssignLayer = {
    ...{ kind: 'assign', name, title: 'Title', items, field: textField() },
    ...{ current: items[0]?.id ?? null, single: name === 'team', ...change },
  };
  return (
    <Box height={size.rows}>
      <AssignPanel layer={layer} size={size} />
    </Box>
  );
}

/** The items' lines, without what is at their right edge. */
function items(...args: Parameters<typeof list>): string[] {
  const inside = lines(list(...args)).flatMap(line => /│ (.*) │/.exec(line)?.[1] ?? []);
  return inside.slice(2).map(line => line.replace(/(voice)? *$/, '').trimEnd());
}

it('shows who has a queue, in which way, and who opted out', () => {
  const queues = [
    item('Billing', {}),
    item('Chat', { picked: true, step: 1, out: false }),
    item('Sales', { picked: true, step: 0, out: true }),
    item('Support', { picked: true, step: -1, out: 'some' }),
    item('Returns', { picked: 'some' }, { share: '2 of 3' }),
  ];
  expect(items('queues', queues)).toEqual([
    '▸ ☐ Billing',
    '  ☑ Chat     supervisor',
    '  ☑ Sales    agent, opted out',
    '  ☑ Support  (varies)',
    '  ▣ Returns  2 of 3',
  ]);
});

it('shows the level of a skill as a bar and a number, where it has one', () => {
  const skills = [
    item('Spanish', { picked: true, step: 3 }, { steps: levels }),
    item('Chat', { picked: true }, { steps: [] }),
  ];
  expect(items('skills', skills)).toEqual(['▸ ☑ Spanish  ▰▰▰▰▱ 4', '  ☑ Chat']);
});

it('shows the one team, and the kind that Enter would take', () => {
  const teams = [item('(none)', {}, { id: null }), item('Lisboa', {}), item('São Paulo', { picked: true })];
  expect(items('team', teams, { current: 'Lisboa' })).toEqual([
    '  ○ (none)',
    '▸ ○ Lisboa     agent',
    '  ● São Paulo  agent',
  ]);
});

it('says what ← and → change where that is not the current one', () => {
  const queues = [item('Billing', { picked: true }), item('Chat', {})];
  expect(items('queues', queues, { current: 'Chat', pickedLast: 'Billing' })).toEqual([
    '  ☑ Billing  agent  ←→',
    '▸ ☐ Chat',
  ]);
});

it('says by which command there would be some', () => {
  expect(items('queues', [])).toEqual([expect.stringMatching(/^ {2}None yet: roster queue add /)]);
  expect(items('queues', [item('Billing', {})], { field: textField('zz') })).toEqual(['  Nothing matches.']);
});

it('lets what would change stand out', async () => {
  const queues = [
    item('Billing', {}),
    item('Chat', { picked: true }, { before: not }),
    item('Sales', { picked: true }),
  ];
  const rows = await looks(list('queues', queues), 24);
  const runs = rows.map(row => row.join('|'));
  expect(runs).toContainEqual(expect.stringContaining('|☑ [bold, fg 75]|Chat [bold]|agent [bold, fg 75]|'));
  expect(runs).toContainEqual(expect.stringContaining('|☑ [bold, fg 75]|Sales    agent|'));
});
