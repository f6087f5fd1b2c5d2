import { expect, test } from 'vitest';
import { makeHome } from './run.ts';

const { roster, ok } = makeHome();

test.each([
  ['--queue Billing', 'roster list --queue Billing'],
  [
    `--sort name:desc --role "Team Coach" --search "o'brien" --status=active --queue Chat`,
    String.raw`roster list --search 'o'\''brien' --queue Chat --status active --role 'Team Coach' --sort name:desc`,
  ],
])('off a terminal roster %s says what to do instead', async (args, instead) => {
  expect(await roster(args)).toMatchObject({
    code: 2,
    stdout: '',
    stderr: `The screen needs a terminal. This prints the same list: ${instead}\n`,
  });
});

test('what the screen begins with is checked as that of the list, and goes with no command', async () => {
  for (const args of ['--status away', '--sort age', '--queue', '--queue Billing list', '--quue Billing'])
    expect({ args, ...(await roster(args)) }).toMatchObject({ args, code: 2, stdout: '' });
  await ok('init --account Acme');
  await ok('queue add Billing');
  // Options that a command has, too, are still the command's.
  expect(await ok('list --queue Billing --status active --format json')).toBe('[]\n');
  expect(await ok('queue list --format json')).toContain('Billing');
  expect(await ok('--help')).toMatch(/--queue <name> +users of this queue\n/);
  expect(await ok('people list --help')).not.toContain('--queue');
});
