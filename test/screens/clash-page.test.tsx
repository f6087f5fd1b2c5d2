import { expect, it } from 'vitest';
import { topLayer } from '../../source/app/stack.ts';
import { ClashRow } from '../../source/screens/clash/clash-row.tsx';
import { clashPage } from '../../source/screens/clash/page.tsx';
import { licensed, supervisor } from '../roster/build.ts';
import { componentLines, frameOf } from './drawn.tsx';
import { editing, type FormStory, meanwhile, press, to, type } from './form-story.ts';

const { Heading, View, place } = clashPage;

/** Role and agent load were changed by jonas as well. */
function clashing(users = 1): FormStory {
  const form = editing(Array.from({ length: users }, (_, index) => licensed(index + 1)));
  const load = press(type(press(to(form, 'max_agent_load'), 'enter'), '50'), 'enter');
  const both = press(type(press(to(load, 'role'), 'enter'), 'admin'), 'enter');
  return press(meanwhile(both, 1, { role: supervisor, max_agent_load: 60 }), 's');
}

function props({ app }: FormStory, width = 100, height = 20) {
  const layer = topLayer(app);
  if (layer?.kind !== 'clash') throw new Error('Nothing clashes.');
  return { layer, app, width, height };
}

function view(story: FormStory, height = 20): string[] {
  return componentLines(<View {...props(story, 100, height)} />, { columns: 100, rows: height });
}

it('shows three ways side by side, and which it will be', () => {
  const story = clashing();
  expect(componentLines(<Heading {...props(story)} />)[0]).toBe(' Changed meanwhile   Person 1');
  expect(view(story)).toEqual([
    '   jonas changed the same while this form was open. Choose what to keep; whatever else each of you',
    '   changed stays as it is.',
    '',
    `${' '.repeat(27)}it was                  jonas made it           you want`,
    ` ▸ Role                    Agent                   ○ Supervisor            ○ Admin`,
    `   Agent load              –                       ○ 60                    ○ 50`,
  ]);
  const mine = press(story, 'm');
  expect(view(mine)[4]).toMatch(/^ {3}Role .* ○ Supervisor +● Admin$/);
  expect(view(mine)[5]).toMatch(/^ ▸ Agent load/);
  expect([story, mine, press(mine, 't')].map(one => place(props(one)))).toEqual([
    '2 lines to choose',
    '1 line to choose',
    'Everything is chosen: Enter saves it so',
  ]);
});

it('says where many are edited how many of them it is about', () => {
  expect(view(clashing(3))[4]).toMatch(/^ ▸ Role {2}1 user +Agent/);
});

it('keeps the current line in view', () => {
  const [line, none] = view(press(clashing(), 'down'), 6).slice(4);
  expect(line).toMatch(/^ ▸ Agent load/);
  expect(none).toBeUndefined();
});

it('names the item, and cuts what is long', () => {
  const clash = {
    ...{ field: 'queues' as const, item: 'Billing', was: '', theirs: 'L'.repeat(40), mine: null },
    ...{ people: [1], edits: [] },
  };
  const element = (
    <ClashRow
      clash={clash}
      chosen="mine"
      isCurrent={false}
      isMany={false}
      widths={[20, 10, 20, 20]}
      width={80}
    />
  );
  expect(componentLines(element)[0]).toBe(`   Queues: Billing     –         ○ ${'L'.repeat(17)}…● (varies)`);
});

it('fills the current line to the edge, and makes the chosen one stand out', () => {
  const { app } = press(clashing(), 'm');
  const lines = frameOf({ ...app, size: { columns: 100, rows: 30 } }, 24).split('\n');
  expect(lines.find(text => text.includes('Agent load'))).toContain('\x1b[48;5;25m');
  expect(lines.find(text => text.includes('●'))).toContain('\x1b[1mAdmin');
});
