import { Box } from 'ink';
import { expect, it } from 'vitest';
import { textField } from '../../source/keys/text-field.ts';
import { PromptPanel } from '../../source/screens/prompt/panel.tsx';
import type { PromptLayer } from '../../source/screens/prompt/state.ts';
import { columns, lines, looks } from '../components/rendered.tsx';
import { pretend } from './pretend.ts';

const { app } = pretend(500);
const size = { columns, rows: 20 };

function prompt(change: Partial<PromptLayer> = {}) {
  const layer: PromptLayer = {
    ...{ kind: 'prompt', purpose: 'export', field: textField('users.csv'), names: [] },
    ...{ exists: false, complaint: null, busy: false, ...change },
  };
  return (
    <Box height={size.rows}>
      <PromptPanel layer={layer} app={app} size={size} />
    </Box>
  );
}

/** The lines inside of the frame, without blanks around them. */
function inside(change?: Partial<PromptLayer>): string[] {
  return lines(prompt(change)).flatMap(line => /│ (.*) │/.exec(line)?.[1]?.trimEnd() ?? []);
}

it('says what is exported or imported, above the field', () => {
  expect(inside()).toEqual([
    '500 users as the search and filters show them, with all settings.',
    ...['', '> users.csv▏', '', '', ''],
  ]);
  const [first, second] = inside({ purpose: 'import' });
  expect([first, second]).toEqual([
    'Adds and updates users, removes nobody. First it shows what would',
    'change.',
  ]);
});

it('says below it what Tab found, as far as there is room', () => {
  expect(inside({ names: ['a.csv', 'b.csv'] }).slice(-2)).toEqual(['a.csv  b.csv', '']);
  const many = inside({ names: Array.from({ length: 40 }, (_, n) => `users-${n}.csv`) });
  expect(many).toHaveLength(6);
  expect(many.at(-1)).toMatch(/^users-\d+\.csv .*…$/);
});

it('asks before it overwrites, however long the path is', () => {
  const keys = 'y overwrite it    n keep it';
  expect(inside({ exists: true }).slice(-2)).toEqual(['users.csv is there already.', keys]);
  const long = inside({ exists: true, field: textField(`/${'long/'.repeat(40)}users.csv`) });
  expect(long.slice(-2)).toEqual([expect.stringMatching(/^….*users\.csv is there already\.$/), keys]);
});

it('says what is wrong, and that it works', async () => {
  expect(inside({ complaint: 'Name a file.' }).slice(-2)).toEqual(['Name a file.', '']);
  expect(inside({ busy: true }).slice(-2)).toEqual(['Exporting…', '']);
  expect((await looks(prompt({ complaint: 'No.' }), 24)).flat()).toContain('No. [fg 210]');
});

it('shows of a long path what is around its cursor', () => {
  expect(inside({ field: textField(`/${'long/'.repeat(40)}users.csv`) })[2]).toMatch(
    /^> .*long\/users\.csv▏$/,
  );
});
