import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { App } from '../../source/app/state.ts';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import type { Size } from '../../source/terminal/size.ts';
import { licensed } from '../roster/build.ts';
import { naively, type SeenCell } from '../terminal/painted.ts';
import { frameOf } from './drawn.tsx';
import * as forms from './form-story.ts';
import { changeSet, pageStory, update, user } from './page-story.ts';
import { planFor, press, pretend, send } from './pretend.ts';

const users = 60;
const pressed =
  (...keys: string[]) =>
  (size: Size) =>
    press(pretend(users, size), users, ...keys).app;

function form(size: Size, ...keys: string[]): App {
  const story = forms.send(forms.editing([licensed(1), licensed(2)]), { type: 'resize', size });
  return forms.press(forms.to(story, 'queues'), 'enter', 'tab', ...keys).app;
}

function userPage(size: Size, ...keys: string[]): App {
  const story = pageStory(size);
  story.press('enter');
  story.send({ type: 'user', id: 1, user: user(1), changes: [] });
  story.press(...keys);
  return story.app;
}

function history(size: Size, ...keys: string[]): App {
  const story = pageStory(size);
  const role = { before: { id: 1, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };
  const set = changeSet(4, { changes: [update(1, { role })] });
  const sets = [set, changeSet(3, { undone_by: 4 })];
  story.press('h');
  story.send({ type: 'history', person_id: null, search: '', place: { before: null }, total: 2, sets });
  story.press(...keys);
  story.send({ type: 'change-set', refused: [], set, after: null, changes: set.changes });
  return story.app;
}

function problems(size: Size): App {
  const problem = { code: 'stale', message: 'Somebody changed this meanwhile.' };
  const planned = planFor({ kind: 'undo' }, users);
  const changeSet = { ...planned.changeSet, problems: [problem, problem] };
  return send(pretend(users, size), { type: 'planned', planned: { ...planned, changeSet } }, users).app;
}

const dialogs: Record<string, (size: Size) => App> = {
  queues: pressed('f', 'down'),
  roles: pressed('/', 'a', 'enter', 'r'),
  columns: pressed('space', 'c', 'down', 'tab'),
  keys: pressed('?', 'pagedown'),
  commands: pressed('=', ':', 'o'),
  'row menu': pressed('j', '.'),
  removal: pressed('space', 'space', 'x'),
  'removal of many': pressed('*', 'x', '6'),
  export: pressed('E'),
  import: pressed('s', 'I', 'a'),
  problems,
  'keys of a page': size => userPage(size, '?'),
  'list of a form': form,
  'leaving a form': size => form(size, 'enter', 'escape'),
};

const pages: Record<string, (size: Size) => App> = {
  roster: pressed('space', 'v', 'j', 'j'),
  'nobody found': pressed('/', 'q', 'q'),
  user: userPage,
  history: size => history(size, 'down'),
  'change set': size => history(size, 'enter'),
  usage,
  form: size => form(size, 'enter'),
  add: size => {
    const story = forms.adding([
      { ...licensed(1), user: null },
      { ...licensed(2), user: null },
    ]);
    return forms.press(forms.send(story, { type: 'resize', size }), 'tab').app;
  },
};

const aSize = fc.record({
  columns: fc.integer({ min: 60, max: 160 }),
  rows: fc.integer({ min: 16, max: 50 }),
});
const aDepth = fc.constantFrom<ColorDepth>(0, 4, 24);

/** Checks the cells of these screens, each in some sizes and color depths. */
async function check(
  screens: Record<string, (size: Size) => App>,
  holds: (cells: SeenCell[][], depth: ColorDepth) => void,
): Promise<void> {
  for (const draw of Object.values(screens)) {
    const property = fc.asyncProperty(aSize, aDepth, async (size, depth) => {
      holds(await naively(frameOf(draw(size), depth), size.columns, size.rows), depth);
    });
    await fc.assert(property, { numRuns: 4 });
  }
}

function usage(size: Size): App {
  const story = pageStory(size);
  const at = '2026-11-23T08:00:00.000Z';
  const pools = [
    { package_name: 'essentials', total: 2, used: 3, exceeded_since: at },
    { package_name: 'premium', total: 10, used: 1, exceeded_since: null },
  ] as const;
  const users = [{ id: 1, name: 'Agent', users: 3 }];
  story.press('l');
  story.send({
    type: 'usage',
    usage: {
      ...{ at, license_model: 'concurrent', pools: [...pools], roles: users, queues: users },
      ...{ packages: [], peaks: [], overages: [], overages_not_listed: 0 },
    },
  });
  return story.app;
}

/** Where the frame of the dialog is. */
function dialogIn(cells: readonly SeenCell[][]) {
  const top = cells.findIndex(row => row.some(({ chars }) => chars === '╭'));
  const bottom = cells.findIndex(row => row.some(({ chars }) => chars === '╰'));
  const at = (sign: string) => cells[top]?.findIndex(({ chars }) => chars === sign) ?? -1;
  const found = { top, bottom, left: at('╭'), right: at('╮') };
  expect(Object.values(found)).not.toContain(-1);
  return found;
}

/** How a cell looks that is muted and nothing else. */
function isMuted({ fg, bg, dim, bold, underline, inverse }: SeenCell, depth: ColorDepth): boolean {
  if (bg !== undefined || inverse || underline || bold) return false;
  return fg === (depth === 24 ? 247 : undefined) && dim === (depth === 4);
}

it('mutes everything behind a dialog', async () => {
  await check(dialogs, (cells, depth) => {
    const { top, bottom, left, right } = dialogIn(cells);
    const isOutside = (x: number, y: number) => y < top || y > bottom || x < left || x > right;
    // The last lines say where one is, what was done, and the keys of the dialog.
    const behind = cells.slice(0, -3).flatMap((row, y) => row.filter((_, x) => isOutside(x, y)));
    expect(behind.filter(cell => cell.chars.trim() !== '' && !isMuted(cell, depth))).toEqual([]);
    expect(behind.filter(cell => cell.bg !== undefined || cell.inverse || cell.underline)).toEqual([]);
  });
});

it('gives the row of the cursor one background, in a list from edge to edge of it', async () => {
  await check({ ...dialogs, ...pages }, cells => {
    const isDialog = cells.some(row => row.some(({ chars }) => chars === '╭'));
    for (const row of cells) {
      const filled = row.flatMap((cell, x) => (cell.bg !== undefined || cell.inverse ? [x] : []));
      if (filled.length === 0) continue;
      const [from, to] = [filled[0]!, filled.at(-1)!];
      const stretch = row.slice(from, to + 1);
      expect(new Set(stretch.map(({ bg, inverse }) => `${bg} ${inverse === true}`)).size).toBe(1);
      const written = stretch.filter(({ chars }) => chars.trim() !== '');
      expect(new Set(written.map(({ fg }) => fg)).size).toBe(1);
      expect(written.some(({ chars }) => chars === '▸')).toBe(true);
      if (!isDialog) continue;
      const { left, right } = dialogIn(cells);
      const inner = right - left - 3;
      // Only a list in two columns is so wide, and where it is too long for that it has one.
      const isInColumn = inner >= 100 && to - from + 1 === Math.floor((inner - 2) / 2);
      if (isInColumn) expect(from === left + 2 || to >= right - 3).toBe(true);
      else expect([from, to]).toEqual([left + 2, right - 2]);
    }
  });
});

it('dims nothing that has a color of its own or stands out', async () => {
  await check({ ...dialogs, ...pages }, cells => {
    const strange = cells.flat().filter(({ dim, fg, bold }) => dim && (fg !== undefined || bold));
    expect(strange).toEqual([]);
  });
});
