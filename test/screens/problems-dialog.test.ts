import { expect, it } from 'vitest';
import { frameOf } from './drawn.tsx';
import { type PageStory, pageStory } from './page-story.ts';

function opened(count: number, size = { columns: 100, rows: 30 }, unlisted = 0): PageStory {
  const problems = Array.from({ length: count }, (_, index) => ({
    code: 'changed_since',
    message: `Person ${index + 1} changed since, in change set ${index + 100}, by somebody whose name is long.`,
  }));
  const s = pageStory(size);
  s.send({ type: 'problems-open', title: 'Nothing can be undone', problems, unlisted });
  return s;
}

/** The lines of the frame and in it. */
function dialog(s: PageStory): string[] {
  return s.lines().flatMap(line => /[╭│╰].*[╮│╯]/.exec(line)?.[0] ?? []);
}

it('names each problem, with how many there are and what became of the rest', () => {
  expect(dialog(opened(2, undefined, 3))).toEqual([
    `╭─ Nothing can be undone ${'─'.repeat(58)}╮`,
    `│ ✗ Person 1 changed since, in change set 100, by somebody whose name is long.${' '.repeat(4)} │`,
    `│ ✗ Person 2 changed since, in change set 101, by somebody whose name is long.${' '.repeat(4)} │`,
    `│   and 3 more like these${' '.repeat(57)} │`,
    `│ ${' '.repeat(80)} │`,
    `│ 5 problems · nothing was changed${' '.repeat(48)} │`,
    `╰${'─'.repeat(82)}╯`,
  ]);
});

it.each([
  { columns: 60, rows: 12 },
  { columns: 80, rows: 24 },
])('scrolls where they are more than fit into $columns × $rows, and leaves the keys in sight', size => {
  const s = opened(40, size);
  expect(dialog(s)).toHaveLength(size.rows - 4);
  expect(dialog(s)[1]).toContain('Person 1 ');
  expect(dialog(s).at(-2)).toMatch(/40 problems · ↓ \d+ more lines · nothing was changed/);
  expect(s.lines().at(-1)).toContain('Esc back');
  s.press('end');
  expect(dialog(s).slice(-6, -3).join('\n')).toMatch(/Person 40 [\s\S]*long\./);
  expect(dialog(s).at(-2)).toContain('40 problems · end · nothing was changed');
});

it('has danger in its frame and at each problem', () => {
  const frame = frameOf(opened(2).app, 24);
  expect(frame).toContain('\x1b[38;5;210m╭');
  expect(frame).toContain('\x1b[38;5;210m✗ \x1b[39mPerson 1');
});
